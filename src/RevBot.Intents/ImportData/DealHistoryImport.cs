using System.Globalization;
using RevBot.Intents.Company;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.ImportData;

/// <summary>The stage (and field) history of deals imported before. It replaces the one honest visit by the real ones; what was done in chat meanwhile is kept.</summary>
internal sealed class DealHistoryImport(ImportSession session) : RowImport(session)
{
    private readonly Dictionary<DealId, List<HistoryStep>> _steps = [];
    private readonly TravelTally _travel = new();
    private readonly bool _isFirst = !HasHistory(session.Snapshot);
    private StageNames? _stages;

    private StageNames Stages => _stages ??= new StageNames(Session.Company.Process);

    public override void Look(ImportRow row)
    {
        if (_isFirst && FieldOf(row) == DealFields.Stage)
        {
            _travel.See(row.Text(CrmHeaders.From), row.Text(CrmHeaders.To));
        }
    }

    public override (CompanyProfile? Learned, bool Stages, string? Refusal) Learn()
    {
        if (!_isFirst || _travel.IsEmpty)
        {
            return default;
        }

        var process = Session.Company.Process;
        var names = new StageNames(process);
        var unknown = _travel.Names.Where(name => names.Find(name) is null).ToList();
        var added = unknown.Select(name => new Stage(new StageId(Keyed.From(name)), name, StageGroup.Open, 0, [], [], [])).ToList();
        if (!Session.StagesMayBeOrdered && added.Count == 0)
        {
            return default;
        }

        var open = process.OpenStages.Concat(added).ToList();
        if (Session.StagesMayBeOrdered)
        {
            open = [.. _travel.Order(open.Select(stage => stage.Name).ToList(), name => names.Find(name)?.Name ?? name).Select(name => open.First(stage => stage.Name == name))];
        }

        var learned = new SalesProcess([.. open, .. process.Stages.Where(stage => stage.Group != StageGroup.Open)], process.Moves);
        if (CompanySource.Same(learned, process))
        {
            return default;
        }

        Session.Learned.Add($"stages, in the order deals travelled: {string.Join(" → ", open.Select(stage => stage.Name))}{(added.Count > 0 ? $" ({string.Join(", ", added.Select(stage => stage.Name))} were only in the history: check group and probability)" : string.Empty)}");
        return (Session.Company with { Process = learned }, true, null);
    }

    public override void Take(ImportRow row)
    {
        var id = new DealId(row.Required(CrmHeaders.DealId));
        var deal = Session.Snapshot.Find(id);
        if (row.IsGood && deal is null)
        {
            row.Reject(CrmHeaders.DealId, id.Value, $"There is no deal '{id}': import deals before their history.");
        }

        var at = row.Instant(CrmHeaders.At);
        if (row.IsGood && at is null)
        {
            row.Reject(CrmHeaders.At, string.Empty, "The moment of the change is empty.");
        }

        if (at > Session.Now)
        {
            row.Reject(CrmHeaders.At, row.Text(CrmHeaders.At) ?? string.Empty, "The change lies in the future.");
        }

        if (FieldOf(row) is not { } field)
        {
            var said = row.Text(CrmHeaders.Field) ?? string.Empty;
            row.Reject(CrmHeaders.Field, said, $"'{said}' is not a field RevBot keeps the history of.");
            return;
        }

        var (from, to) = (Value(row, field, CrmHeaders.From), Value(row, field, CrmHeaders.To));
        if (row.IsGood && at is { } moment && deal is not null)
        {
            var by = row.Text(CrmHeaders.By) is { } name ? Session.Directory.Person(name, out _) : null;
            if (!_steps.TryGetValue(id, out var steps))
            {
                _steps[id] = steps = [];
            }

            if (field == DealFields.NextStepDate && steps is [.., { Field: DealFields.NextStep } step] && step.At == moment)
            {
                steps[^1] = step with { Dates = (from, to) };
            }
            else
            {
                steps.Add(new HistoryStep(moment, field, from, to, by));
            }
        }
    }

    public override async Task FinishAsync(IPipelineReader reader, CancellationToken cancellationToken)
    {
        var builder = new HistoryBuilder(Session, Stages);
        foreach (var (id, steps) in _steps)
        {
            if (Session.Snapshot.Find(id) is not { } deal)
            {
                continue;
            }

            var rows = steps.Sum(step => step.Dates is null ? 1 : 2);
            var ordered = steps.OrderBy(step => step.At).ToList();
            var told = builder.Contradictions.Count;
            var (events, result) = builder.Build(deal, ordered);
            if (deal.Version > 1 && !IsSame(deal, result))
            {
                var merged = await WithOwnAsync(reader, deal, ordered, cancellationToken);
                if (merged.Count > ordered.Count)
                {
                    builder.Contradictions.RemoveRange(told, builder.Contradictions.Count - told);
                    (events, result) = builder.Build(deal, merged);
                }
            }

            if (IsSame(deal, result))
            {
                Session.CountUnchanged(rows);
                continue;
            }

            Session.RewrittenDeals.Add(new DealChange(id, deal.Version, events));
            Session.CountUpdated(rows);
        }

        if (builder.Contradictions.Count > 0)
        {
            Session.Notes.Add($"{ImportSession.Count(builder.Contradictions.Count, "history", "histories")} end in another stage than the deal; the deal's own stage holds. First: {string.Join("; ", builder.Contradictions.Take(3))}.");
        }
    }

    private static bool HasHistory(PipelineSnapshot snapshot)
    {
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal.HistoryKnown)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The same story: the same visits, the same fields and as many events.</summary>
    private static bool IsSame(Deal deal, Deal result) =>
        deal.Version == result.Version
        && deal.HistoryKnown == result.HistoryKnown
        && deal.CloseDatePushes == result.CloseDatePushes
        && deal.Stage == result.Stage
        && deal.Visits.AsSpan().SequenceEqual(result.Visits.AsSpan());

    /// <summary>The steps with what people did here: their changes are never lost to a file, whatever it tells of the same field.</summary>
    private static async Task<List<HistoryStep>> WithOwnAsync(IPipelineReader reader, Deal deal, List<HistoryStep> steps, CancellationToken cancellationToken)
    {
        var told = steps.Select(step => (step.Field, step.At)).ToHashSet();
        var own = (await reader.GetHistoryAsync(deal.Id, cancellationToken))
            .Where(happened => happened is not DealEvent.Created && happened.Stamp.Door != ChatChanges.ImportDoor)
            .Select(StepOf)
            .Where(step => !told.Contains((step.Field, step.At)));
        return [.. steps.Concat(own).OrderBy(step => step.At)];
    }

    private static HistoryStep StepOf(DealEvent happened)
    {
        var (field, from, to) = HistoryText.Of(happened);
        return new HistoryStep(happened.Stamp.At, field, from, to, happened.Stamp.By, happened);
    }

    private static string? FieldOf(ImportRow row)
    {
        if (row.Text(CrmHeaders.Field) is not { } said)
        {
            return DealFields.Stage;
        }

        var letters = CrmHeaders.Letters(said);
        if (letters is HistoryFields.Imported or HistoryFields.Pause or DealFields.Note)
        {
            return letters;
        }

        if (said.StartsWith(FileColumns.CompanyFieldPrefix, StringComparison.Ordinal))
        {
            return said[FileColumns.CompanyFieldPrefix.Length..];
        }

        return CrmHeaders.DealField(said) is { } field && HistoryFields.IsKept(field) ? field : null;
    }

    /// <summary>The value in the text events are built from: stage key, person id, amount with currency, ISO day.</summary>
    private string? Value(ImportRow row, string field, string column)
    {
        if (row.Text(column) is not { } text)
        {
            if (column == CrmHeaders.To && field == DealFields.Stage && row.IsGood)
            {
                row.Reject(column, string.Empty, "The stage it moved to is empty.");
            }

            return null;
        }

        switch (field)
        {
            case DealFields.Stage or HistoryFields.Created or HistoryFields.Imported:
                if (Stages.Find(text) is { } stage)
                {
                    return stage.Id.Value;
                }

                row.Reject(column, text, $"'{text}' is not a stage in company.yaml. {NearestName.Known(text, Stages.Known)} Correct it, or add it to stages.");
                return null;
            case DealFields.Owner:
                return Session.Directory.Person(text, out _)?.Value ?? text;
            case DealFields.LossReason:
                return LossNames.FindReason(Session.Company.LossReasons, text)?.Key ?? text;
            case DealFields.LossDetail:
                return LossNames.FindDetail(Session.Company.LossReasons, text)?.Key ?? text;
            case DealFields.CloseDate or DealFields.NextStepDate or DealFields.SignedDate:
                return row.Day(column)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case HistoryFields.Pause:
                if (HistoryText.ReadPause(text) is null)
                {
                    row.Reject(column, text, $"'{text}' is not a review date and a reason. Write them like 2027-02-01 budget freeze.");
                }

                return text;
            case DealFields.Amount:
                var code = text.Split(' ') is [_, { Length: 3 } currency] ? currency : null;
                if (AmountText.TryRead(text, null, out var amount, out var reason))
                {
                    return $"{amount.Amount.ToString(CultureInfo.InvariantCulture)} {code ?? amount.Currency}".TrimEnd();
                }

                row.Reject(column, text, reason);
                return null;
            default:
                return text;
        }
    }
}
