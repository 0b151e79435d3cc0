using RevBot.Intents.Company;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.ImportData;

/// <summary>Which column of one file holds which field.</summary>
internal sealed class FileColumns
{
    public const string CompanyFieldPrefix = "field:";

    private const int MostNames = 40;

    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _header;

    private FileColumns(IReadOnlyList<string> header) => _header = header;

    public List<string> Ignored { get; } = [];

    /// <summary>Company fields by key and the column each is in.</summary>
    public List<(string Key, int Position)> CompanyFields { get; } = [];

    public List<int> Dates { get; } = [];

    public List<int> Amounts { get; } = [];

    /// <summary>Finds the columns, or says in one sentence what the file lacks.</summary>
    public static (FileColumns? Columns, string? Refusal) Match(ImportRequest request, IReadOnlyList<string> header, CompanyProfile company)
    {
        if (header.Count == 0)
        {
            return (null, "The file is empty: it needs a line of headers.");
        }

        var columns = new FileColumns(header);
        var fields = CrmHeaders.For(request.Kind);
        var unmapped = request.Maps.Keys.Where(mapped => !header.Contains(mapped, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unmapped.Count > 0)
        {
            return (null, $"There is no column '{unmapped[0]}' to map. The file has: {Names(header)}.");
        }

        var maps = new Dictionary<string, string>(request.Maps, StringComparer.OrdinalIgnoreCase);
        for (var position = 0; position < header.Count; position++)
        {
            if (maps.TryGetValue(header[position], out var target) && columns.Map(position, target.Trim(), fields, request.Kind) is { } refusal)
            {
                return (null, refusal);
            }
        }

        for (var position = RejectsFile.OwnColumnsOf(header); position < header.Count; position++)
        {
            if (!maps.ContainsKey(header[position]))
            {
                columns.Recognize(position, fields, request.Kind, company);
            }
        }

        return columns.Missing(request.Kind, fields) is { } missing ? (null, missing) : (columns, null);
    }

    public bool Has(string field) => _positions.ContainsKey(field);

    public int Position(string field) => _positions.GetValueOrDefault(field, -1);

    public string Header(string field) => _positions.TryGetValue(field, out var position) ? _header[position] : field;

    public string Header(int position) => _header[position];

    private static string Names(IReadOnlyList<string> header) =>
        string.Join(", ", header.Take(MostNames).Select(Shown.Of)) + (header.Count > MostNames ? $" and {header.Count - MostNames} more" : string.Empty);

    private string? Map(int position, string target, IReadOnlyList<ImportField> fields, ImportKind kind)
    {
        if (target is "-" or "")
        {
            Ignored.Add(_header[position]);
            return null;
        }

        if (kind == ImportKind.Deals && target.StartsWith(CompanyFieldPrefix, StringComparison.OrdinalIgnoreCase))
        {
            CompanyFields.Add((Keyed.From(target[CompanyFieldPrefix.Length..]), position));
            return null;
        }

        if (fields.FirstOrDefault(field => string.Equals(field.Key, target, StringComparison.OrdinalIgnoreCase)) is not { } found)
        {
            var near = NearestName.Find(target, fields.Select(field => field.Key));
            return $"'{target}' is not a field of {ImportKinds.Word(kind)}{(near is null ? string.Empty : $": did you mean '{near}'?")} Known are: {string.Join(", ", fields.Select(field => field.Key))}.";
        }

        if (_positions.TryGetValue(found.Key, out var other))
        {
            return $"Both '{_header[other]}' and '{_header[position]}' are mapped to {found.Key}: keep one of them.";
        }

        Take(position, found);
        return null;
    }

    private void Recognize(int position, IReadOnlyList<ImportField> fields, ImportKind kind, CompanyProfile company)
    {
        var letters = CrmHeaders.Letters(_header[position]);
        var found = fields.FirstOrDefault(field => CrmHeaders.Letters(field.Key) == letters) ?? fields.FirstOrDefault(field => field.Names.Contains(letters));
        if (found is not null && !_positions.ContainsKey(found.Key))
        {
            Take(position, found);
            return;
        }

        if (kind == ImportKind.Deals && _header[position].StartsWith(CompanyFieldPrefix, StringComparison.Ordinal))
        {
            // Our own export's shape: it says itself that the field is the company's.
            CompanyFields.Add((Keyed.From(_header[position][CompanyFieldPrefix.Length..]), position));
            return;
        }

        var own = kind == ImportKind.Deals && found is null
            ? company.Fields.FirstOrDefault(field => letters == "field" + CrmHeaders.Letters(field.Key) || letters == CrmHeaders.Letters(field.Key) || letters == CrmHeaders.Letters(field.Label))
            : null;
        if (own is not null && CompanyFields.All(other => other.Key != own.Key))
        {
            CompanyFields.Add((own.Key, position));
        }
        else
        {
            Ignored.Add(_header[position]);
        }
    }

    private void Take(int position, ImportField field)
    {
        _positions[field.Key] = position;
        (field.Content switch
        {
            FieldContent.Date => Dates,
            FieldContent.Amount => Amounts,
            _ => null,
        })?.Add(position);
    }

    private string? Missing(ImportKind kind, IReadOnlyList<ImportField> fields)
    {
        var missing = fields.Where(field => field.Mandatory && !Has(field.Key)).Select(field => field.Key).ToList();
        if (kind is ImportKind.People or ImportKind.Leads && !Has("name") && !Has(CrmHeaders.LastName))
        {
            missing.Add("name");
        }

        if (kind == ImportKind.People && !Has(CrmHeaders.Id) && !Has(CrmHeaders.Email))
        {
            missing.Add("id or email");
        }

        if (kind is ImportKind.Quotas or ImportKind.Forecasts && !Has(CrmHeaders.Period) && !(Has(CrmHeaders.Start) && Has(CrmHeaders.End)))
        {
            missing.Add("period (or start and end)");
        }

        return missing.Count == 0
            ? null
            : $"The file has no column for {string.Join(", ", missing)}. It has: {Names(_header)}. Name the right one with --map \"Their Header={missing[0].Split(' ')[0]}\".";
    }
}
