using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Moves;

/// <summary>Whether an account or a contact that was added or changed may be taken back: for who did it within a day, for operations at any time, while nothing stands on it.</summary>
public static class RecordUndoRules
{
    /// <param name="whole">Everything there is: what stands on an account counts, whoever may see it.</param>
    /// <param name="stamp">Who asks for the undo, and when.</param>
    /// <param name="ofAnybody">True for those who may take back anybody's change, however old.</param>
    /// <returns>Why not; null when it may.</returns>
    public static string? WhyNot(MadeRecord made, PipelineSnapshot whole, EventStamp stamp, bool ofAnybody)
    {
        ArgumentNullException.ThrowIfNull(made);
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(stamp);
        if (!ofAnybody && (stamp.By is null || made.By != stamp.By))
        {
            var by = made.By is { } id ? $" by {whole.People.GetValueOrDefault(id)?.Name ?? id.Value}" : "";
            return $"That change to {made.Name} was made{by}, and only who made it or operations may undo it. Ask them, or change it by hand.";
        }

        if (!ofAnybody && stamp.At - made.At > UndoRules.Window)
        {
            return $"That change to {made.Name} is more than 24 hours old, so only operations can still undo it. Ask them, or change it by hand.";
        }

        return made.Account is { } account && Standing(account, whole) is { } standing ? $"{account.Name} has {standing} by now, so it stays." : null;
    }

    private static string? Standing(Account account, PipelineSnapshot whole)
    {
        foreach (var deal in whole.Deals.Span)
        {
            if (deal.Account == account.Id)
            {
                return "deals";
            }
        }

        return whole.ContactsOf(account.Id).Any() ? "contacts" : null;
    }
}
