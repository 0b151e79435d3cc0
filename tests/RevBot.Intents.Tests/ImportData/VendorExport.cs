using System.Globalization;
using System.Text;

namespace RevBot.Intents.Tests.ImportData;

/// <summary>Makes deal exports in the shapes three CRMs document, with a known share of dirty rows.</summary>
public sealed class VendorExport
{
    private static readonly string[] Owners = ["Dana Whitfield", "Sam Ortiz", "Priya Nair", "José Álvarez"];
    private static readonly string[] Sources = ["Web", "Partner Referral", "Trade Show"];

    private readonly Random _random = new(7);
    private readonly StringBuilder _text = new();
    private readonly HashSet<int> _dirty = [];
    private readonly string _vendor;
    private readonly char _delimiter;

    public VendorExport(string vendor, int rows)
    {
        _vendor = vendor;
        _delimiter = vendor == "Pipedrive" ? ';' : ',';
        Line(vendor switch
        {
            "Salesforce" => ["Opportunity ID", "Opportunity Name", "Account Name", "Stage", "Amount", "Amount Currency", "Close Date", "Created Date", "Opportunity Owner", "Lead Source", "Type", "Probability (%)", "Next Step", "Forecast Category", "Loss Reason", "Last Stage Change Date", "Fiscal Period"],
            "HubSpot" => ["Record ID", "Deal Name", "Deal Stage", "Pipeline", "Amount", "Close Date", "Create Date", "Deal owner", "Closed Lost Reason", "Deal Type", "Original Traffic Source", "Associated Company"],
            _ => ["Deal - ID", "Deal - Title", "Deal - Stage", "Deal - Pipeline", "Deal - Value", "Deal - Currency of Value", "Deal - Owner", "Deal - Organization", "Deal - Deal created", "Deal - Expected close date", "Deal - Won time", "Deal - Lost time", "Deal - Lost reason", "Deal - Status"],
        });
        for (var row = 0; row < rows; row++)
        {
            Write(row);
        }
    }

    public string People { get; } = "Name,Email\n" + string.Join('\n', Owners.Select((owner, number) => $"{owner},rep{number}@example.com")) + "\n";

    /// <summary>Ids of rows by position that must be rejected.</summary>
    public IReadOnlySet<int> Dirty => _dirty;

    public byte[] ToBytes() => _vendor == "Salesforce"
        ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(_text.ToString())
        : [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(_text.ToString())];

    private void Write(int row)
    {
        var created = new DateTime(2024, 1, 1, 8, 30, 0, DateTimeKind.Unspecified).AddDays(_random.Next(900));
        var close = created.AddDays(20 + _random.Next(100));
        var amount = Math.Round((decimal)(_random.NextDouble() * 90000) + 1000, 2);
        var which = _random.Next(10);
        var dirt = row % 50 == 49 ? (row / 50 % 7) + 1 : 0;
        if (dirt > 0)
        {
            _dirty.Add(row);
        }

        var id = dirt switch { 1 => string.Empty, 2 => "D0", _ => $"D{row}" };
        var owner = dirt == 3 ? "Nobody Known" : Owners[_random.Next(Owners.Length)];
        var createdText = dirt == 4 ? "not yet" : Date(created);
        var amountText = dirt switch { 5 => "a lot", 6 => "-" + Amount(amount), _ => Amount(amount) };
        var name = $"Deal {row}, \"{Sources[_random.Next(3)]}\"" + (row % 97 == 0 ? "\nsecond line" : string.Empty);
        var account = $"Company {row % 601}";
        var lost = which == 9 ? "Price" : string.Empty;
        string[] fields = _vendor switch
        {
            "Salesforce" => [id, name, account, Stage(which, "Closed Won", "Closed Lost"), amountText, "USD", Day(close), createdText, owner, Sources[which % 3], which % 2 == 0 ? "New Business" : "Existing Business", Probability(which), "call", "Pipeline", lost, Day(created.AddDays(5)), "Q1-2025"],
            "HubSpot" => [id, name, Stage(which, "Closed won", "Closed lost"), "Sales Pipeline", amountText, Date(close), createdText, owner, lost, "newbusiness", "ORGANIC_SEARCH", account],
            _ => [id, name, Stage(which % 8, string.Empty, string.Empty), "Pipeline", amountText, "EUR", owner, account, createdText, Day(close), which == 8 ? Date(close) : string.Empty, which == 9 ? Date(close) : string.Empty, lost, which == 8 ? "Won" : which == 9 ? "Lost" : "Open"],
        };
        Line(dirt == 7 ? fields[..^1] : fields);
    }

    private static string Stage(int which, string won, string lost) => which switch
    {
        8 => won,
        9 => lost,
        < 3 => "Qualification",
        < 6 => "Proposal",
        _ => "Negotiation",
    };

    private static string Probability(int which) => which switch
    {
        8 => "100",
        9 => "0",
        < 3 => "10",
        < 6 => "45",
        _ => "75",
    };

    private string Date(DateTime at) => at.ToString(_vendor == "Salesforce" ? "M/d/yyyy h:mm tt" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private string Day(DateTime at) => at.ToString(_vendor == "Salesforce" ? "M/d/yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Amount(decimal amount) => _vendor switch
    {
        "Salesforce" => amount.ToString("$#,##0.00", CultureInfo.InvariantCulture),
        "HubSpot" => amount.ToString("0.##", CultureInfo.InvariantCulture),
        _ => amount.ToString("#,##0.00", CultureInfo.InvariantCulture).Replace(',', ' ').Replace('.', ','),
    };

    private void Line(IReadOnlyList<string> fields) => _text.AppendJoin(_delimiter, fields.Select(Quoted)).Append("\r\n");

    private string Quoted(string field) => field.IndexOfAny(['"', '\n', _delimiter]) >= 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
