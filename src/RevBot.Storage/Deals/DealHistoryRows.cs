using RevBot.Pipeline.Deals;

namespace RevBot.Storage.Deals;

/// <summary>What is kept of a deal's past beside its columns: the stays in stages, the amounts and close dates it had before, its pauses and approvals.</summary>
internal static class DealHistoryRows
{
    /// <summary>The deal with its past, from one without.</summary>
    public static Deal Complete(SqlSession session, long position, Deal deal, StringPool pool) => deal with
    {
        Visits = VisitRows.Read(session, position, pool),
        PastAmounts = PastValueRows.ReadAmounts(session, position, pool),
        PastCloseDates = PastValueRows.ReadCloseDates(session, position),
        Pauses = PauseRows.Read(session, position, pool),
        Approvals = ApprovalRows.Read(session, position, pool),
    };

    /// <param name="stored">As it is in the store; null when it is not there.</param>
    public static void Put(SqlSession session, long position, Deal? stored, Deal deal)
    {
        VisitRows.Put(session, position, stored?.Visits ?? [], deal.Visits);
        PastValueRows.Put(session, position, stored?.PastAmounts ?? [], deal.PastAmounts);
        PastValueRows.Put(session, position, stored?.PastCloseDates ?? [], deal.PastCloseDates);
        PauseRows.Put(session, position, stored?.Pauses ?? [], deal.Pauses);
        ApprovalRows.Put(session, position, stored?.Approvals ?? [], deal.Approvals);
    }

    public static void Forget(SqlSession session, long position)
    {
        session["DELETE FROM visits WHERE deal = $1"].Run(position);
        session["DELETE FROM past_amounts WHERE deal = $1"].Run(position);
        session["DELETE FROM past_close_dates WHERE deal = $1"].Run(position);
        session["DELETE FROM pauses WHERE deal = $1"].Run(position);
        session["DELETE FROM approvals WHERE deal = $1"].Run(position);
    }

    public static bool AreEqual(Deal one, Deal other) =>
        one.Visits.AsSpan().SequenceEqual(other.Visits.AsSpan())
        && one.PastAmounts.AsSpan().SequenceEqual(other.PastAmounts.AsSpan())
        && one.PastCloseDates.AsSpan().SequenceEqual(other.PastCloseDates.AsSpan())
        && one.Pauses.AsSpan().SequenceEqual(other.Pauses.AsSpan())
        && one.Approvals.AsSpan().SequenceEqual(other.Approvals.AsSpan());
}
