using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Storage.Leads;

namespace RevBot.Storage.Deals;

/// <summary>How the history stood at an earlier moment: the current state, with every deal that something happened to since folded anew from the events before it, those that were removed since among them.</summary>
internal static class PastSnapshot
{
    private const string TouchedSinceSql = "SELECT position, id FROM deals WHERE newest_at > $1";
    private const string EventsUntilSql = $"SELECT {EventRows.Columns} FROM events WHERE deal = $1 AND at <= $2 ORDER BY seq";

    /// <param name="version">A number no other snapshot has.</param>
    public static PipelineSnapshot Build(SqlSession session, SnapshotState state, DateTimeOffset asOf, long version, Func<StageId, int> orderOf) => session.AtOneMoment(() =>
    {
        var current = state.Snapshot;
        var until = SqlValues.Milliseconds(asOf);
        var deals = new List<Deal?>(current.Deals.Length);
        deals.AddRange(current.Deals.Span);
        foreach (var (position, id) in session[TouchedSinceSql].All(reader => (reader.GetInt64(0), new DealId(reader.GetString(1))), until))
        {
            var then = Fold(session, id, position, until, orderOf);
            if (state.PlaceOf(position) is not { } place)
            {
                deals.Add(then?.Status == DealStatus.Removed ? null : then);
            }
            else if (place < current.Deals.Length)
            {
                deals[place] = then;
            }
        }

        var existing = deals.OfType<Deal>().ToArray();
        var positions = new Dictionary<DealId, int>(existing.Length);
        foreach (var deal in existing)
        {
            positions.Add(deal.Id, positions.Count);
        }

        return new PipelineSnapshot
        {
            Version = version,
            DirectoryVersion = current.DirectoryVersion,
            Deals = existing,
            DealPositions = positions,
            RemovedDeals = current.RemovedDeals,
            Accounts = current.Accounts,
            Contacts = current.Contacts,
            People = current.People,
            Leads = LeadEventRows.AsOf(session, current.Leads, asOf),
            Quotas = current.Quotas,
            Forecasts = [.. current.Forecasts.Where(forecast => forecast.SubmittedAt <= asOf)],
            FrozenForecasts = [.. current.FrozenForecasts.Where(forecast => forecast.At <= asOf)],
            Spend = current.Spend,
            Revenue = current.Revenue,
        };
    });

    /// <summary>Null when the deal did not exist yet.</summary>
    private static Deal? Fold(SqlSession session, DealId id, long position, long until, Func<StageId, int> orderOf)
    {
        using var reader = session[EventsUntilSql].Query(position, until);
        Deal? deal = null;
        while (reader.Read())
        {
            var happened = EventRows.Read(reader, id);

            // Clocks of two systems may disagree: what seems to come before the creation is not seen yet.
            if (deal is not null || happened is DealEvent.Created)
            {
                deal = DealFold.Apply(deal, happened, orderOf);
            }
        }

        return deal;
    }
}
