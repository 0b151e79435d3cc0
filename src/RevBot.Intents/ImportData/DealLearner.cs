using RevBot.Intents.Company;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.ImportData;

/// <summary>Learns the company from its first deals: stages, loss reasons, words, currency.</summary>
internal sealed class DealLearner(ImportSession session)
{
    private const int MostStages = 60;

    private readonly ProcessLearner _process = new();
    private readonly ValueTally _sources = new();
    private readonly ValueTally _types = new();
    private readonly ValueTally _segments = new();
    private readonly ValueTally _regions = new();
    private readonly ValueTally _competitors = new();
    private readonly ValueTally _currencies = new();
    private readonly ValueTally _reasons = new();
    private readonly Dictionary<string, ValueTally> _details = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _fields = [];
    private int _rows;

    /// <summary>Only while the store holds no deals; afterwards an unknown word is a rejected row.</summary>
    public bool IsNeeded { get; } = session.Snapshot.Deals.Length == 0;

    public void Look(ImportRow row)
    {
        _rows++;
        _process.See(row);
        _sources.See(row.Text(DealFields.Source));
        _types.See(row.Text(DealFields.DealType));
        _segments.See(row.Text(DealFields.Segment));
        _regions.See(row.Text(DealFields.Region));
        _competitors.See(row.Text(DealFields.Competitor));
        if (row.Text(CrmHeaders.Currency)?.ToUpperInvariant() is { } currency && CurrencyCodes.IsKnown(currency))
        {
            _currencies.See(currency);
        }

        if (row.Text(DealFields.LossReason) is { } reason)
        {
            _reasons.See(reason);
            if (row.Text(DealFields.LossDetail) is { } detail)
            {
                if (!_details.TryGetValue(reason, out var tally))
                {
                    _details[reason] = tally = new ValueTally();
                }

                tally.See(detail);
            }
        }

        foreach (var (key, position) in row.Columns.CompanyFields)
        {
            _fields.TryAdd(key, LabelOf(row.Columns.Header(position)));
        }
    }

    private static string LabelOf(string header)
    {
        var name = header.StartsWith(FileColumns.CompanyFieldPrefix, StringComparison.Ordinal) ? header[FileColumns.CompanyFieldPrefix.Length..].Replace('_', ' ') : header;
        return name.Length == 0 ? header : char.ToUpperInvariant(name[0]) + name[1..];
    }

    public (CompanyProfile? Learned, bool Stages, string? Refusal) Learn()
    {
        if (_process.Count > MostStages)
        {
            return (null, false, $"The stage column holds {_process.Count} different values: is it the right column? Name the right one with --map \"Their Header=stage\".");
        }

        var company = session.Company;
        var process = company.Process;
        var stages = false;
        if (_process.Count > 0)
        {
            (process, var basis) = _process.Learn(company.Process, replace: CompanySource.Same(company.Process, CompanyFile.Default.Process));
            stages = !CompanySource.Same(process, company.Process);
            if (stages)
            {
                session.Learned.Add($"stages, in order of travel: {string.Join(" → ", process.OpenStages.Select(stage => stage.Name))}; won: {Names(process, StageGroup.Won)}; lost: {Names(process, StageGroup.Lost)} ({basis})");
            }

            session.Notes.AddRange(_process.Rare(_rows).Select(rare => $"The stage '{rare}' stands on one row only: is it a typing mistake?"));
        }

        var lists = new ListLearner(session);
        var learned = company with
        {
            Process = process,
            Sources = lists.Learn("sources", company.Sources, _sources, profile => profile.Sources),
            DealTypes = lists.Learn("deal_types", company.DealTypes, _types, profile => profile.DealTypes),
            Segments = lists.Learn("segments", company.Segments, _segments, profile => profile.Segments),
            Regions = lists.Learn("regions", company.Regions, _regions, profile => profile.Regions),
            Competitors = lists.Learn("competitors", company.Competitors, _competitors, profile => profile.Competitors),
            LossReasons = Reasons(company.LossReasons),
            Fields = Fields(company),
        };
        learned = WithCurrency(learned);
        return (CompanyFile.Text(learned) == CompanyFile.Text(company) ? null : learned, stages, null);
    }

    private static string Names(SalesProcess process, StageGroup group) =>
        string.Join(", ", process.Stages.Where(stage => stage.Group == group).Select(stage => stage.Name));

    private LossReasonCatalog Reasons(LossReasonCatalog current)
    {
        if (_reasons.Values.All(reason => LossNames.FindReason(current, reason) is { } known && DetailsOf(reason).All(detail => LossNames.FindDetail(known, detail) is not null)))
        {
            return current;
        }

        var untouched = current.Reasons.Select(reason => reason.Name).SequenceEqual(CompanyFile.Default.LossReasons.Reasons.Select(reason => reason.Name));
        var reasons = untouched ? [] : current.Reasons.ToList();
        foreach (var name in _reasons.Values.OrderByDescending(_reasons.CountOf))
        {
            var key = Keyed.From(name);
            var reason = LossNames.FindReason(new LossReasonCatalog(reasons), name)
                ?? LossNames.FindReason(current, name)
                ?? new LossReason(key, name, [], name.Contains("compet", StringComparison.OrdinalIgnoreCase), key == "other");
            if (reason.Key.Length == 0)
            {
                continue;
            }

            var details = DetailsOf(name).Where(detail => LossNames.FindDetail(reason, detail) is null).Select(detail => new LossDetail(Keyed.From(detail), detail));
            reasons.RemoveAll(other => other.Key == reason.Key);
            reasons.Add(reason with { Details = [.. reason.Details.Concat(details).DistinctBy(detail => detail.Key)] });
        }

        // People must be able to say what the list does not have.
        if (!reasons.Any(reason => reason.Key == "other"))
        {
            reasons.Add(new LossReason("other", "Other", [], false, true));
        }

        session.Learned.Add($"loss_reasons: {string.Join(", ", reasons.Select(reason => reason.Name))}");
        if (reasons.Count > 40)
        {
            session.Notes.Add($"There are {reasons.Count} loss reasons: if people typed them freely, import with --map \"Their Header=loss_note\" and keep a short list in company.yaml.");
        }

        return new LossReasonCatalog(reasons);
    }

    private IReadOnlyList<string> DetailsOf(string reason) => _details.GetValueOrDefault(reason)?.Values ?? [];

    private List<DealField> Fields(CompanyProfile company)
    {
        var fields = company.Fields.ToList();
        foreach (var (key, header) in _fields)
        {
            if (fields.All(field => field.Key != key))
            {
                fields.Add(new DealField(key, header, FieldKind.Text, []));
                session.Learned.Add($"field {key}: {header}");
            }
        }

        return fields;
    }

    /// <summary>A company that has no deal in its currency has never set it.</summary>
    private CompanyProfile WithCurrency(CompanyProfile profile)
    {
        if (_currencies.Values.Count == 0 || _currencies.CountOf(profile.Currency) > 0 || profile.Rates.Rates.Count > 0)
        {
            return profile;
        }

        var currency = _currencies.Values.MaxBy(_currencies.CountOf) ?? profile.Currency;
        session.Learned.Add($"currency: {currency}");
        return profile with { Currency = currency, Rates = new ExchangeRates(currency, []) };
    }
}
