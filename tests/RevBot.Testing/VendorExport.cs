using System.Globalization;
using System.Text;

namespace RevBot.Testing;

/// <summary>Makes deal exports in the shapes three CRMs document, with a known share of dirty rows.</summary>
public sealed class VendorExport
{
    private static readonly string[] Owners = ["Dana Whitfield", "Sam Ortiz", "Priya Nair", "José Álvarez"];
    private static readonly string[] Sources = ["Web", "Partner Referral", "Trade Show"];

    private readonly Random _random = new(7);
    private readonly StringBuilder _text = new();
    private readonly List<DirtyRow> _dirty = [];
    private readonly string _vendor;
    private readonly string[] _header;
    private int _line = 1;
    private readonly char _delimiter;

    public VendorExport(string vendor, int rows)
    {
        _vendor = vendor;
        _delimiter = vendor switch { "Pipedrive" => ';', "HubSpot" => '\t', _ => ',' };
        _header = vendor switch
        {
            "Salesforce" => ["Opportunity ID", "Opportunity Name", "Account Name", "Stage", "Amount", "Amount Currency", "Close Date", "Created Date", "Opportunity Owner", "Lead Source", "Type", "Probability (%)", "Next Step", "Forecast Category", "Loss Reason", "Last Stage Change Date", "Fiscal Period"],
            "HubSpot" => ["Record ID", "Deal Name", "Deal Stage", "Pipeline", "Amount", "Close Date", "Create Date", "Deal owner", "Closed Lost Reason", "Deal Type", "Original Traffic Source", "Associated Company"],
            _ => ["Deal - ID", "Deal - Title", "Deal - Stage", "Deal - Pipeline", "Deal - Value", "Deal - Currency of Value", "Deal - Owner", "Deal - Organization", "Deal - Deal created", "Deal - Expected close date", "Deal - Won time", "Deal - Lost time", "Deal - Lost reason", "Deal - Status"],
        };
        Line(_header);
        for (var row = 0; row < rows; row++)
        {
            Write(row);
        }
    }

    public string People { get; } = "Name,Email\n" + string.Join('\n', Owners.Select((owner, number) => $"{owner},rep{number}@example.com")) + "\n";

    /// <summary>The rows that must be rejected.</summary>
    public IReadOnlyList<DirtyRow> Dirty => _dirty;

    /// <summary>One more row, in a stage the company does not have.</summary>
    public void AddRowInUnknownStage()
    {
        const string unknown = "Handshake";
        var at = new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Unspecified);
        Dirt(StageColumn, unknown, $"'{unknown}' is not a stage in company.yaml. Known are: ");
        Line(Fields("D-last", "Last", "Company 1", unknown, Amount(5000), Date(at), Day(at.AddDays(30)), Owners[0], 1));
    }

    public byte[] ToBytes() => _vendor == "Salesforce"
        ? (CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1).GetBytes(_text.ToString())
        : [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(_text.ToString())];

    private void Write(int row)
    {
        var created = new DateTime(2024, 1, 1, 8, 30, 0, DateTimeKind.Unspecified).AddDays(_random.Next(900));
        var close = created.AddDays(20 + _random.Next(100));
        var amount = Math.Round((decimal)(_random.NextDouble() * 90000) + 1000, 2);
        var which = _random.Next(10);
        var (id, name, account, owner) = ($"D{row}", $"Deal {row}, \"{Sources[_random.Next(3)]}\"" + (row % 97 == 0 ? "\nsecond line" : string.Empty), $"Company {row % 601}", Owners[_random.Next(Owners.Length)]);
        var (createdText, closeText, amountText) = (Date(created), Day(close), Amount(amount));
        var stage = _vendor == "Pipedrive" ? Stage(which % 8, string.Empty, string.Empty) : _vendor == "HubSpot" ? Stage(which, "Closed won", "Closed lost") : Stage(which, "Closed Won", "Closed Lost");
        switch (row % 50 == 49 ? row / 50 % 11 : -1)
        {
            case 0:
                id = Dirt(_header[0], string.Empty, "is empty");
                break;
            case 1:
                id = Dirt(_header[0], "D0", "'D0' stands on line 2 already");
                break;
            case 2:
                owner = Dirt(_header.First(column => column.EndsWith("wner", StringComparison.Ordinal)), "Nobody Known", "'Nobody Known' is nobody known. Known are: ");
                break;
            case 3:
                createdText = Dirt(CreatedColumn, "not yet", "'not yet' is not a date: write it as ");
                break;
            case 4:
                amountText = Dirt(AmountColumn, "a lot", "'a lot' is not an amount");
                break;
            case 5:
                amountText = Dirt(AmountColumn, "-" + amountText, "is negative: a deal's amount is 0 or more");
                break;
            case 6:
                name = Dirt(_header[1], string.Empty, "is empty");
                break;
            case 7:
                stage = Dirt(StageColumn, string.Empty, "is empty");
                break;
            case 8:
                closeText = Dirt(_header.First(column => column.EndsWith("lose date", StringComparison.OrdinalIgnoreCase)), "31/31/2026", "'31/31/2026' is not a date");
                break;
            case 9:
                createdText = Dirt(CreatedColumn, Day(new DateTime(2101, 1, 30, 0, 0, 0, DateTimeKind.Unspecified)), "created in the future");
                break;
            case 10:
                Dirt("(row)", string.Empty, $"The row has {_header.Length - 1} fields and the header has {_header.Length}");
                Line(Fields(id, name, account, stage, amountText, createdText, closeText, owner, which)[..^1]);
                return;
        }

        Line(Fields(id, name, account, stage, amountText, createdText, closeText, owner, which));
    }

    private string StageColumn => _header.First(column => column.EndsWith("Stage", StringComparison.Ordinal));

    private string AmountColumn => _header.First(column => column is "Amount" or "Deal - Value");

    private string CreatedColumn => _header.First(column => column is "Created Date" or "Create Date" or "Deal - Deal created");

    private string Dirt(string column, string value, string reason)
    {
        _dirty.Add(new DirtyRow(_line, column, value, reason));
        return value;
    }

    private string[] Fields(string id, string name, string account, string stage, string amount, string created, string close, string owner, int which)
    {
        var lost = which == 9 ? "Price" : string.Empty;
        return _vendor switch
        {
            "Salesforce" => [id, name, account, stage, amount, "USD", close, created, owner, Sources[which % 3], which % 2 == 0 ? "New Business" : "Existing Business", Probability(which), "call", "Pipeline", lost, string.Empty, "Q1-2025"],
            "HubSpot" => [id, name, stage, "Sales Pipeline", amount, close, created, owner, lost, "newbusiness", "ORGANIC_SEARCH", account],
            _ => [id, name, stage, "Pipeline", amount, "EUR", owner, account, created, close, which == 8 ? created : string.Empty, which == 9 ? created : string.Empty, lost, which == 8 ? "Won" : which == 9 ? "Lost" : "Open"],
        };
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

    private void Line(IReadOnlyList<string> fields)
    {
        _text.AppendJoin(_delimiter, fields.Select(Quoted)).Append("\r\n");
        _line += 1 + fields.Sum(field => field.Count(letter => letter == '\n'));
    }

    private string Quoted(string field) => field.IndexOfAny(['"', '\n', _delimiter]) >= 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
