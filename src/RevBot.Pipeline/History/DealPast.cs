using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.History;

/// <summary>Tells how a deal stood at an earlier moment, from what it keeps of its past. What was undone since is not told: it is as if it had never been.</summary>
internal static class DealPast
{
    /// <summary>Of a deal that was never open as far as is known: closed when it was imported.</summary>
    public const long NeverOpen = long.MinValue;

    /// <summary>UTC ticks at which it was last created, closed, reopened or given another amount or close date; <see cref="NeverOpen"/> for one that has no past.</summary>
    public static long LastTurn(Deal deal)
    {
        if (deal.Visits.IsEmpty)
        {
            return NeverOpen;
        }

        var last = deal.CreatedAt.UtcTicks;
        foreach (var visit in deal.Visits)
        {
            if (IsClosing(visit))
            {
                last = Math.Max(last, visit.ExitedAt?.UtcTicks ?? last);
            }
            else if (last < visit.EnteredAt.UtcTicks && IsReopening(deal, visit))
            {
                last = visit.EnteredAt.UtcTicks;
            }
        }

        foreach (var past in deal.PastAmounts)
        {
            last = Math.Max(last, past.UntilTicks);
        }

        foreach (var past in deal.PastCloseDates)
        {
            last = Math.Max(last, past.UntilTicks);
        }

        return last;
    }

    public static Money? AmountAt(Deal deal, long ticks)
    {
        foreach (var past in deal.PastAmounts)
        {
            if (past.UntilTicks > ticks)
            {
                return past.Amount;
            }
        }

        return deal.Amount;
    }

    public static DateOnly? CloseDateAt(Deal deal, long ticks)
    {
        foreach (var past in deal.PastCloseDates)
        {
            if (past.UntilTicks > ticks)
            {
                return past.Date;
            }
        }

        return deal.CloseDate;
    }

    /// <summary>False before it was created, too.</summary>
    public static bool IsOpenAt(Deal deal, long ticks)
    {
        if (deal.CreatedAt.UtcTicks > ticks || deal.Visits.IsEmpty)
        {
            return false;
        }

        for (var index = deal.Visits.Length - 1; index >= 0; index--)
        {
            var visit = deal.Visits[index];
            if (visit.EnteredAt.UtcTicks <= ticks)
            {
                return !IsClosing(visit) || visit.ExitedAt?.UtcTicks > ticks;
            }
        }

        // A file may say when the stage was entered, and that the deal is older.
        return true;
    }

    /// <summary>Whether it was won or lost by then; <see cref="ExitKind.None"/> when it was not closed.</summary>
    public static ExitKind ClosingAt(Deal deal, long ticks)
    {
        for (var index = deal.Visits.Length - 1; index >= 0; index--)
        {
            var visit = deal.Visits[index];
            if (visit.EnteredAt.UtcTicks <= ticks)
            {
                return IsClosing(visit) && visit.ExitedAt?.UtcTicks <= ticks ? visit.Exit : ExitKind.None;
            }
        }

        return ExitKind.None;
    }

    private static bool IsClosing(in StageVisit visit) => visit.Exit is ExitKind.Won or ExitKind.Lost;

    /// <summary>The first stay after a closing.</summary>
    private static bool IsReopening(Deal deal, StageVisit visit) => deal.Visits.IndexOf(visit) is > 0 and var index && IsClosing(deal.Visits[index - 1]);
}
