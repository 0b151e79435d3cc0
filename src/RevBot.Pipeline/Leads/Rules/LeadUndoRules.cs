using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Moves;

namespace RevBot.Pipeline.Leads.Rules;

/// <summary>Takes back what one turn did to a lead: for its author within a day, for operations at any time, while it is the last thing done with the lead. Then the lead stands as it stood before.</summary>
public static class LeadUndoRules
{
    /// <summary>The door of what files say.</summary>
    private const string ImportDoor = "import";

    /// <param name="history">All events of the lead, oldest first.</param>
    /// <param name="turnId">The turn to take back.</param>
    /// <param name="snapshot">Where people and deals are named from.</param>
    /// <param name="stamp">Who asks for the undo, when, and through which turn.</param>
    /// <param name="ofAnybody">True for those who may take back anybody's change, however old.</param>
    /// <param name="removed">The deal that goes with it; null where none does: then a lead that became a deal stays one.</param>
    public static LeadDecision Decide(
        Lead lead, IReadOnlyList<LeadEvent> history, string turnId, CompanyProfile company, PipelineSnapshot snapshot, EventStamp stamp, bool ofAnybody = false, DealId? removed = null)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(company);
        ArgumentNullException.ThrowIfNull(snapshot);
        var undone = history.Where(happened => happened.Stamp.Turn == turnId).ToList();
        var why = undone.Count == 0 ? $"There is nothing to undo: that change is not in the history of {lead.Name}."
            : Forbidden(lead, history, undone, turnId, snapshot, stamp, ofAnybody) ?? Impossible(lead, history, undone, turnId, company, snapshot, removed);
        return why is not null ? new LeadDecision.Refused(why) : new LeadDecision.Accepted([new LeadEvent.PutBack(turnId) { Lead = lead.Id, Stamp = stamp }]);
    }

    /// <summary>The turn that made the newest change that still stands; null when there is none that can be taken back.</summary>
    /// <param name="by">Who must have made it; null for anybody.</param>
    public static string? LastTurn(IReadOnlyList<LeadEvent> history, PersonId? by = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        var takenBack = TakenBack(history);
        return history.LastOrDefault(happened => Stands(happened, takenBack) && (by is null || happened.Stamp.By == by))?.Stamp.Turn;
    }

    /// <summary>Why this person may not; null when they may.</summary>
    private static string? Forbidden(
        Lead lead, IReadOnlyList<LeadEvent> history, List<LeadEvent> undone, string turnId, PipelineSnapshot snapshot, EventStamp stamp, bool ofAnybody)
    {
        if (history.OfType<LeadEvent.PutBack>().FirstOrDefault(back => back.Undoes == turnId) is { } undo)
        {
            return $"That change to {lead.Name} has already been undone{By(undo.Stamp, snapshot)}.";
        }

        if (undone.Exists(happened => happened is LeadEvent.PutBack))
        {
            return $"That was an undo itself. Make the change to {lead.Name} again instead.";
        }

        if (ofAnybody)
        {
            return null;
        }

        if (stamp.By is null || undone.Exists(happened => happened.Stamp.By != stamp.By))
        {
            return $"That change to {lead.Name} was made{By(undone[0].Stamp, snapshot)}, and only who made it or operations may undo it. Ask them, or change it by hand.";
        }

        return stamp.At - undone.Max(happened => happened.Stamp.At) > UndoRules.Window
            ? $"That change to {lead.Name} is more than 24 hours old, so only operations can still undo it. Ask them, or change it by hand."
            : null;
    }

    /// <summary>Why nobody can; null when it can be taken back.</summary>
    private static string? Impossible(Lead lead, IReadOnlyList<LeadEvent> history, List<LeadEvent> undone, string turnId, CompanyProfile company, PipelineSnapshot snapshot, DealId? removed)
    {
        if (undone.OfType<LeadEvent.Converted>().FirstOrDefault() is { } made && made.Deal != removed)
        {
            return $"{lead.Name} became {snapshot.Find(made.Deal)?.Name ?? "a deal"} by that. Take the deal back instead, and the lead goes back with it: undo the last change to #{made.Deal}.";
        }

        if (undone.Exists(happened => happened.Stamp.Door == ImportDoor))
        {
            return $"That change to {lead.Name} came with an import, so it is not undone here. Import the file put right, or change it by hand.";
        }

        if (Newer(history, turnId) is { } newer)
        {
            return $"{lead.Name} has been changed since{By(newer.Stamp, snapshot)} on {Sentence.Day(company.Work.DateAt(newer.Stamp.At))}, so this cannot be undone. Undo that first, or change it by hand if it should go back.";
        }

        return LeadFold.Before(lead, turnId) is null ? $"There is nothing to undo: {lead.Name} is as it was before that change." : null;
    }

    /// <summary>The first later change that still stands.</summary>
    private static LeadEvent? Newer(IReadOnlyList<LeadEvent> history, string turnId)
    {
        var takenBack = TakenBack(history);
        return history.SkipWhile(happened => happened.Stamp.Turn != turnId).FirstOrDefault(later => later.Stamp.Turn != turnId && Stands(later, takenBack));
    }

    /// <summary>What was taken back, and the taking back, leave no trace; that nobody could be given a lead is nothing done with it.</summary>
    private static bool Stands(LeadEvent happened, HashSet<string> takenBack) => happened is not (LeadEvent.PutBack or LeadEvent.Parked) && !takenBack.Contains(happened.Stamp.Turn);

    private static HashSet<string> TakenBack(IReadOnlyList<LeadEvent> history) => history.OfType<LeadEvent.PutBack>().Select(back => back.Undoes).ToHashSet(StringComparer.Ordinal);

    private static string By(EventStamp stamp, PipelineSnapshot snapshot) =>
        stamp.By is { } id ? $" by {(snapshot.People.TryGetValue(id, out var known) ? known.Name : id.Value)}" : stamp.Door == ImportDoor ? " by an import" : " by a routing rule";
}
