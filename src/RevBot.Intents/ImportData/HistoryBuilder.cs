using System.Globalization;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.ImportData;

/// <summary>Rebuilds a deal's events from the steps of a history. The deal as it stands has the last word: where the steps end elsewhere, a closing event says so and the contradiction is told.</summary>
internal sealed class HistoryBuilder(ImportSession session, StageNames stages)
{
    public List<string> Contradictions { get; } = [];

    /// <summary>The events, and the deal they make.</summary>
    public (List<DealEvent> Events, Deal Result) Build(Deal deal, IReadOnlyList<HistoryStep> steps)
    {
        var beginning = steps.FirstOrDefault(step => step.Field is HistoryFields.Created or HistoryFields.Imported);
        var startName = beginning?.To ?? steps.FirstOrDefault(step => step.Field == DealFields.Stage) switch
        {
            null => deal.Stage.Value,
            { From: null } first => first.To,
            { From: var from } => from,
        };
        var start = stages.Find(startName ?? deal.Stage.Value)?.Id ?? new StageId(startName ?? deal.Stage.Value);

        var created = DealDifference.Creation(
            AtStart(deal, steps) with { Stage = start, Status = StatusOf(start) },
            session.Stamp(deal.CreatedAt, beginning?.By),
            historyKnown: beginning?.Field != HistoryFields.Imported,
            beginning?.Field == HistoryFields.Imported && StatusOf(start) == DealStatus.Open ? beginning.At : null);
        var events = new List<DealEvent> { created };
        var state = DealFold.Apply(null, created, PositionOf);
        foreach (var step in steps)
        {
            if (Happened(state, deal, step, steps) is { } happened)
            {
                events.Add(happened);
                state = DealFold.Apply(state, happened, PositionOf);
            }
        }

        var last = events[^1].Stamp.At;
        var closing = DealDifference.Events(state, deal, session.Stamp(last), session.Stamp(Later(last, LastMove(deal))));
        if (state.Stage != deal.Stage)
        {
            Contradictions.Add($"deal {deal.Id}: the history ends in {NameOf(state.Stage)}, the deal stands in {NameOf(deal.Stage)}");
        }

        foreach (var happened in closing)
        {
            events.Add(happened);
            state = DealFold.Apply(state, happened, PositionOf);
        }

        return (events, state);
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset? right) => right is { } other && other > left ? other : left;

    private static DateTimeOffset? LastMove(Deal deal) => deal.Visits is [.., var last] ? last.ExitedAt ?? last.EnteredAt : null;

    private static DateOnly? Day(string? text) =>
        DateText.TryRead(text ?? string.Empty, null, out var date) ? date.Day : null;

    /// <summary>The deal with every field that the steps change set to what it was before the first change.</summary>
    private static Deal AtStart(Deal deal, IReadOnlyList<HistoryStep> steps)
    {
        var start = deal;
        if (deal.Status == DealStatus.Lost && steps.Any(step => step.Field == DealFields.Stage))
        {
            start = start with { LossReason = null, LossDetail = null, LossNote = null };
        }

        if (deal.Status == DealStatus.Won && steps.Any(step => step.Field == DealFields.Stage))
        {
            start = start with { SignedDate = null };
        }

        foreach (var first in steps.Where(step => step.Field is not (DealFields.Stage or HistoryFields.Created or HistoryFields.Imported or HistoryFields.Pause or DealFields.Note)).DistinctBy(step => step.Field))
        {
            start = first.Field switch
            {
                DealFields.Amount => start with { Amount = Money(first.From, deal) },
                DealFields.CloseDate => start with { CloseDate = Day(first.From) },
                DealFields.Owner => start with { Owner = first.From is { } owner ? new PersonId(owner) : null },
                DealFields.NextStep => start with { NextStep = first.From },
                DealFields.NextStepDate => start,
                DealFields.Name => start with { Name = first.From ?? deal.Name },
                DealFields.Account => start with { Account = first.From is { } account ? new AccountId(account) : null },
                DealFields.Source => start with { Source = first.From },
                DealFields.DealType => start with { DealType = first.From },
                DealFields.Segment => start with { Segment = first.From },
                DealFields.Region => start with { Region = first.From },
                DealFields.Product => start with { Product = first.From },
                DealFields.ForecastCategory => start with { ForecastCategory = first.From },
                DealFields.Competitor => start with { Competitor = first.From },
                DealFields.SignedDate => start with { SignedDate = Day(first.From) },
                DealFields.LossReason => start with { LossReason = first.From },
                DealFields.LossDetail => start with { LossDetail = first.From },
                DealFields.LossNote => start with { LossNote = first.From },
                var field => start with { Fields = first.From is { } value ? start.Fields.SetItem(field, value) : start.Fields.Remove(field) },
            };
        }

        return DatesOf(steps) is var (before, _) ? start with { NextStepDate = before } : start;
    }

    /// <summary>The first change of the next step's date.</summary>
    private static (DateOnly? From, DateOnly? To)? DatesOf(IEnumerable<HistoryStep> steps) => steps.Select(DatesOf).FirstOrDefault(dates => dates is not null);

    private static (DateOnly? From, DateOnly? To)? DatesOf(HistoryStep step) => step switch
    {
        { Own: DealEvent.NextStepChanged own } => (own.FromDate, own.ToDate),
        { Field: DealFields.NextStepDate } => (Day(step.From), Day(step.To)),
        { Dates: var (from, to) } => (Day(from), Day(to)),
        _ => null,
    };

    private static Money? Money(string? text, Deal deal) =>
        text is null ? null
        : decimal.TryParse(text.Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? new Money(value, text.Split(' ') is [_, { Length: 3 } currency] ? currency : deal.Amount?.Currency ?? string.Empty)
            : null;

    private DealEvent? Happened(Deal state, Deal deal, HistoryStep step, IReadOnlyList<HistoryStep> steps)
    {
        if (step.Field is HistoryFields.Created or HistoryFields.Imported)
        {
            return null;
        }

        // Clocks of two systems may disagree: nothing happens to a deal before it exists or before what came before.
        var at = step.At < state.ChangedAt ? state.ChangedAt : step.At;
        var stamp = step.Own?.Stamp ?? session.Stamp(at, step.By);
        switch (step.Field)
        {
            case DealFields.Note:
                return step.Own ?? new DealEvent.NoteAdded(step.To ?? string.Empty) { Deal = deal.Id, Stamp = stamp };
            case HistoryFields.Pause when step.Own is { } own:
                return own;
            case HistoryFields.Pause:
                return step.To is null
                    ? state.Pause is { } ended ? new DealEvent.Resumed(ended.Until, ended.Reason) { Deal = deal.Id, Stamp = stamp } : null
                    : HistoryText.ReadPause(step.To) is var (until, reason) ? new DealEvent.Paused(until, reason, state.Pause?.Until, state.Pause?.Reason) { Deal = deal.Id, Stamp = stamp }
                    : null;
            case DealFields.Stage:
                var to = stages.Find(step.To ?? string.Empty)?.Id ?? new StageId(step.To ?? string.Empty);
                if (to == state.Stage)
                {
                    return null;
                }

                var isLast = ReferenceEquals(step, steps.Last(other => other.Field == DealFields.Stage)) && to == deal.Stage;
                return Move(state, deal, to, stamp, isLast);
            case DealFields.Amount when Money(step.To, deal) is var amount && amount != state.Amount:
                return new DealEvent.AmountChanged(state.Amount, amount) { Deal = deal.Id, Stamp = stamp };
            case DealFields.CloseDate when Day(step.To) is var day && day != state.CloseDate:
                return new DealEvent.CloseDateChanged(state.CloseDate, day) { Deal = deal.Id, Stamp = stamp };
            case DealFields.Owner when (step.To is { } id ? new PersonId(id) : (PersonId?)null) is var owner && owner != state.Owner:
                return new DealEvent.OwnerChanged(state.Owner, owner) { Deal = deal.Id, Stamp = stamp };
            case DealFields.NextStep or DealFields.NextStepDate:
                var text = step is { Own: DealEvent.NextStepChanged next } ? next.To : step.Field == DealFields.NextStep ? step.To : state.NextStep;
                var date = DatesOf(step) is var (_, after) ? after : state.NextStepDate;
                return text == state.NextStep && date == state.NextStepDate
                    ? null
                    : new DealEvent.NextStepChanged(state.NextStep, state.NextStepDate, text, date) { Deal = deal.Id, Stamp = stamp };
            case DealFields.Amount or DealFields.CloseDate or DealFields.Owner:
                return null;
            default:
                return new DealEvent.FieldSet(step.Field, step.From, step.To) { Deal = deal.Id, Stamp = stamp };
        }
    }

    private DealEvent Move(Deal state, Deal deal, StageId to, EventStamp stamp, bool isLast)
    {
        var on = session.Company.Work.DateAt(stamp.At);
        return StatusOf(to) switch
        {
            DealStatus.Won => new DealEvent.Won(state.Stage, to, isLast ? deal.CloseDate ?? on : on, isLast ? deal.SignedDate : null, state.CloseDate) { Deal = deal.Id, Stamp = stamp },
            DealStatus.Lost => new DealEvent.Lost(
                state.Stage,
                to,
                isLast ? deal.CloseDate ?? on : on,
                isLast ? deal.LossReason : null,
                isLast ? deal.LossDetail : null,
                isLast ? deal.LossNote : null,
                isLast ? deal.Competitor : null,
                state.CloseDate)
            { Deal = deal.Id, Stamp = stamp },
            _ when state.Status != DealStatus.Open => new DealEvent.Reopened(state.Stage, to, null) { Deal = deal.Id, Stamp = stamp },
            _ => new DealEvent.StageChanged(state.Stage, to) { Deal = deal.Id, Stamp = stamp },
        };
    }

    private DealStatus StatusOf(StageId stage) => stages.Find(stage) is { } found ? StageNames.StatusOf(found) : DealStatus.Open;

    private string NameOf(StageId stage) => stages.Find(stage)?.Name ?? stage.Value;

    private int PositionOf(StageId stage) => session.Company.Process.PositionOf(stage);
}
