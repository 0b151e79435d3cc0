using System.Collections.Frozen;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Moves;

/// <summary>Takes back what one turn did to a deal by opposite events: for its author within a day, for operations at any time, while nobody has built on it.</summary>
public static class UndoRules
{
    /// <summary>How long its author may take a change back.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private static readonly FrozenSet<string> OfClosing =
        FrozenSet.Create(DealFields.Stage, DealFields.CloseDate, DealFields.SignedDate, DealFields.LossReason, DealFields.LossDetail, DealFields.LossNote, DealFields.WinReason, DealFields.PausedUntil);

    /// <param name="history">All events of the deal, oldest first.</param>
    /// <param name="turnId">The turn to take back.</param>
    /// <param name="snapshot">Where people are named from.</param>
    /// <param name="stamp">Who asks for the undo, when, and through which turn.</param>
    /// <param name="ofAnybody">True for those who may take back anybody's change, however old.</param>
    public static MoveDecision Decide(
        Deal deal, IReadOnlyList<DealEvent> history, string turnId, CompanyProfile company, PipelineSnapshot snapshot, EventStamp stamp, bool ofAnybody = false)
    {
        var first = FirstOf(history, turnId);
        if (first < 0)
        {
            return new MoveDecision.Refused($"There is nothing to undo: that change is not in the history of {deal.Name}.");
        }

        var undone = history.Where(happened => happened.Stamp.Turn == turnId).ToList();
        if (Forbidden(deal, history, undone, turnId, snapshot, stamp, ofAnybody) is { } refusal)
        {
            return refusal;
        }

        var orderOf = company.Process.PositionOf;
        var states = StatesOf(history.Take(first), orderOf).ToList();
        if (states is not [.., var before])
        {
            return Removal(deal, history, turnId, company, snapshot, stamp);
        }

        var touched = undone.SelectMany(Touches).ToHashSet(StringComparer.Ordinal);
        if (Newer(history, first, turnId, touched) is { } newer)
        {
            var what = Touches(newer).First(touched.Contains);
            var label = PauseRules.Find(what) is null ? FieldCatalog.Find(company, what)?.Label ?? what : "pause";
            return new MoveDecision.Refused(
                $"The {Sentence.InMidSentence(label)} of {deal.Name} has been changed since{By(newer.Stamp.By, snapshot)} on {Sentence.Day(company.Work.DateAt(newer.Stamp.At))}, so this cannot be undone. Change it by hand if it should go back.",
                what);
        }

        var events = Opposites(deal, before, touched, turnId, orderOf, company.Work.DateAt(stamp.At), stamp);
        if (events.Count == 0)
        {
            return new MoveDecision.Refused(undone.TrueForAll(happened => happened is DealEvent.NoteAdded)
                ? "A note stays in the history and cannot be undone. Add another note that puts it right."
                : $"There is nothing to undo: {deal.Name} is as it was before that change.");
        }

        var after = events.Aggregate(deal, (state, happened) => DealFold.Apply(state, happened, orderOf));

        // What the deal once lacked in this stage, as an import left it, it may lack again.
        var there = states.FindAll(state => state.Stage == after.Stage);
        var criteria = new StageCriteria(company, snapshot, company.Work.DateAt(stamp.At));
        return criteria.Broken(deal, after).FirstOrDefault(criterion => !there.Exists(state => criteria.IsLacking(criterion, state))) is { } lost
            ? new MoveDecision.Refused(
                $"{company.Process.NameOf(after.Stage)} needs {criteria.What(lost)}, which {deal.Name} would not have after the undo. Set it first, or move the deal.", lost.Field)
            : new MoveDecision.Accepted([.. events.Select(happened => happened with { Undoes = turnId })]);
    }

    /// <summary>The turn that made the newest change that still stands; null when there is none that can be taken back.</summary>
    /// <param name="field">Key of the field it must have changed; null for any.</param>
    /// <param name="by">Who must have made it; null for anybody.</param>
    public static string? LastTurn(IReadOnlyList<DealEvent> history, string? field = null, PersonId? by = null)
    {
        var takenBack = TakenBack(history);
        return history.LastOrDefault(happened => happened.Undoes is null && !takenBack.Contains(happened.Stamp.Turn) && (by is null || happened.Stamp.By == by)
            && (field is null ? Touches(happened).Any() || IsMade(happened) : Touches(happened).Contains(field)))?.Stamp.Turn;
    }

    /// <summary>Takes back the making of a deal, while nothing has been done with it. A lead that it was made of is for the caller to put back along with it.</summary>
    private static MoveDecision Removal(Deal deal, IReadOnlyList<DealEvent> history, string turnId, CompanyProfile company, PipelineSnapshot snapshot, EventStamp stamp)
    {
        var takenBack = TakenBack(history);
        if (history.FirstOrDefault(later => later.Stamp.Turn != turnId && later.Undoes is null && !takenBack.Contains(later.Stamp.Turn)) is { } newer)
        {
            return new MoveDecision.Refused(
                $"{deal.Name} was made by that change and has been worked on since{By(newer.Stamp.By, snapshot)} on {Sentence.Day(company.Work.DateAt(newer.Stamp.At))}, so it cannot be taken back. Close it as lost instead.");
        }

        return new MoveDecision.Accepted([new DealEvent.Removed { Deal = deal.Id, Stamp = stamp, Undoes = turnId }]);
    }

    private static IEnumerable<Deal> StatesOf(IEnumerable<DealEvent> history, Func<StageId, int> orderOf)
    {
        Deal? state = null;
        foreach (var happened in history)
        {
            yield return state = DealFold.Apply(state, happened, orderOf);
        }
    }

    private static MoveDecision.Refused? Forbidden(
        Deal deal, IReadOnlyList<DealEvent> history, List<DealEvent> undone, string turnId, PipelineSnapshot snapshot, EventStamp stamp, bool ofAnybody)
    {
        if (history.FirstOrDefault(later => later.Undoes == turnId) is { } undo)
        {
            return new MoveDecision.Refused($"That change to {deal.Name} has already been undone{By(undo.Stamp.By, snapshot)}.");
        }

        if (undone.Exists(happened => happened.Undoes is not null))
        {
            return new MoveDecision.Refused($"That was an undo itself. Make the change to {deal.Name} again instead.");
        }

        if (ofAnybody)
        {
            return null;
        }

        if (stamp.By is null || undone.Exists(happened => happened.Stamp.By != stamp.By))
        {
            return new MoveDecision.Refused($"That change to {deal.Name} was made{By(undone[0].Stamp.By, snapshot)}, and only who made it or operations may undo it. Ask them, or change it by hand.");
        }

        return stamp.At - undone.Max(happened => happened.Stamp.At) > Window
            ? new MoveDecision.Refused($"That change to {deal.Name} is more than 24 hours old, so only operations can still undo it. Ask them, or change it by hand.")
            : null;
    }

    /// <summary>The first later change of the same things that still stands; one that was taken back, and the taking back, leave no trace.</summary>
    private static DealEvent? Newer(IReadOnlyList<DealEvent> history, int first, string turnId, HashSet<string> touched)
    {
        var takenBack = TakenBack(history);
        return history.Skip(first).FirstOrDefault(later =>
            later.Stamp.Turn != turnId && later.Undoes is null && !takenBack.Contains(later.Stamp.Turn) && Touches(later).Any(touched.Contains));
    }

    /// <summary>True of a deal's making by somebody here; what an import brings is taken back with the import.</summary>
    private static bool IsMade(DealEvent happened) => happened is DealEvent.Created { Stamp.By: not null };

    private static HashSet<string> TakenBack(IReadOnlyList<DealEvent> history) =>
        history.Select(happened => happened.Undoes).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The events that bring what was touched back to how it was: the stage first, then every field that does not come back with it.</summary>
    private static List<DealEvent> Opposites(Deal deal, Deal before, HashSet<string> touched, string turnId, Func<StageId, int> orderOf, DateOnly today, EventStamp stamp)
    {
        var events = new List<DealEvent>();
        var state = deal;
        if (touched.Contains(DealFields.Stage) && deal.Stage != before.Stage)
        {
            var back = Return(deal, before, today, stamp) with { Undoes = turnId };
            events.Add(back);
            state = DealFold.Apply(deal, back, orderOf);
        }

        if (touched.Contains(DealFields.PausedUntil))
        {
            events.AddRange(PauseRules.Opposite(state, before, stamp));
        }

        var wished = touched.Where(key => key != DealFields.Stage && PauseRules.Find(key) is null).ToDictionary(key => key, key => DealValues.Of(before, key), StringComparer.Ordinal);
        events.AddRange(FieldChanges.EventsOf(state, wished, stamp));
        return events;
    }

    private static DealEvent Return(Deal deal, Deal before, DateOnly today, EventStamp stamp) => before.Status switch
    {
        DealStatus.Won => new DealEvent.Won(deal.Stage, before.Stage, before.CloseDate ?? today, before.SignedDate, deal.CloseDate) { Deal = deal.Id, Stamp = stamp },
        DealStatus.Lost => new DealEvent.Lost(
            deal.Stage, before.Stage, before.CloseDate ?? today, before.LossReason, before.LossDetail, before.LossNote, deal.Competitor, deal.CloseDate)
        { Deal = deal.Id, Stamp = stamp },
        _ when deal.Status != DealStatus.Open => new DealEvent.Reopened(deal.Stage, before.Stage, before.CloseDate) { Deal = deal.Id, Stamp = stamp },
        _ => new DealEvent.StageChanged(deal.Stage, before.Stage) { Deal = deal.Id, Stamp = stamp },
    };

    /// <summary>Names of what an event changes. A move ends a pause, so it is among what a move changes.</summary>
    private static IEnumerable<string> Touches(DealEvent happened) => happened switch
    {
        DealEvent.StageChanged => [DealFields.Stage, DealFields.PausedUntil],
        DealEvent.Paused or DealEvent.Resumed => [DealFields.PausedUntil],
        DealEvent.AmountChanged => [DealFields.Amount],
        DealEvent.CloseDateChanged => [DealFields.CloseDate],
        DealEvent.OwnerChanged => [DealFields.Owner],
        DealEvent.NextStepChanged => [DealFields.NextStep, DealFields.NextStepDate],
        DealEvent.FieldSet field => [field.Field],
        DealEvent.Won or DealEvent.Lost or DealEvent.Reopened => OfClosing,
        _ => [],
    };

    private static string By(PersonId? person, PipelineSnapshot snapshot) =>
        person is { } id ? $" by {(snapshot.People.TryGetValue(id, out var known) ? known.Name : id.Value)}" : "";

    private static int FirstOf(IReadOnlyList<DealEvent> history, string turnId)
    {
        for (var index = 0; index < history.Count; index++)
        {
            if (history[index].Stamp.Turn == turnId)
            {
                return index;
            }
        }

        return -1;
    }
}
