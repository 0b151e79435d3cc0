using System.Collections.Concurrent;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Storage.Leads;

namespace RevBot.Storage.Deals;

/// <summary>A snapshot and what is needed to make the next one from it by reading only what changed.</summary>
internal sealed class SnapshotState
{
    private const string AllDealsSql = $"SELECT {DealRows.Columns}, newest_at FROM deals ORDER BY position";
    private const string AllVisitsSql = $"SELECT {VisitRows.Columns}, deal FROM visits ORDER BY deal, number";
    private const string AllPastAmountsSql = $"SELECT {PastValueRows.AmountColumns}, deal FROM past_amounts ORDER BY deal, number";
    private const string AllPastCloseDatesSql = $"SELECT {PastValueRows.CloseDateColumns}, deal FROM past_close_dates ORDER BY deal, number";
    private const string AllPausesSql = $"SELECT {PauseRows.Columns}, deal FROM pauses ORDER BY deal, number";
    private const string AllApprovalsSql = $"SELECT {ApprovalRows.Columns}, deal FROM approvals ORDER BY deal, number";

    // Unordered on purpose: asked for the order of positions, SQLite reads the whole table instead of the index.
    private const string ChangedDealsSql = $"SELECT {DealRows.Columns}, newest_at FROM deals WHERE store_version > $1";

    private readonly StringPool _pool;
    private readonly ConcurrentDictionary<DealId, int> _positions;

    /// <summary>The number of the newest event of a lead in the snapshot.</summary>
    private readonly long _newestLeadEvent;

    /// <summary>The positions of removed deals, in order: the snapshot leaves them out, and those after them move up.</summary>
    private readonly List<long> _gaps;

    private SnapshotState(StoreVersions versions, PipelineSnapshot snapshot, long newestAt, long newestLeadEvent, StringPool pool, ConcurrentDictionary<DealId, int> positions, List<long> gaps)
    {
        _gaps = gaps;
        _newestLeadEvent = newestLeadEvent;
        Versions = versions;
        Snapshot = snapshot;
        NewestAt = newestAt;
        _pool = pool;
        _positions = positions;
    }

    public StoreVersions Versions { get; }

    public PipelineSnapshot Snapshot { get; }

    /// <summary>The latest moment among all events, in Unix milliseconds: as of then and later, the snapshot is the current one.</summary>
    public long NewestAt { get; }

    /// <summary>Where the deal of a position in the store is among the snapshot's; null for a removed one.</summary>
    public int? PlaceOf(long position)
    {
        var before = _gaps.BinarySearch(position);
        return before >= 0 ? null : (int)(position - ~before);
    }

    public static SnapshotState Load(SqlSession session) => session.AtOneMoment(() => LoadNow(session));

    /// <summary>The state as it stands now. Called by one thread at a time: the pool and the positions are shared from state to state.</summary>
    public SnapshotState Next(SqlSession session) => session.AtOneMoment(() =>
    {
        var versions = StoreVersions.Read(session);
        if (versions == Versions)
        {
            return this;
        }

        var newestAt = NewestAt;
        var changed = new List<(Deal Deal, long Position)>();
        using (var rows = session[ChangedDealsSql].Query(Versions.Pipeline))
        {
            while (rows.Read())
            {
                changed.Add((DealRows.Read(rows, _pool), rows.GetInt64(DealRows.PositionColumn)));
                newestAt = Math.Max(newestAt, rows.GetInt64(DealRows.PositionColumn + 1));
            }
        }

        // A deal that goes, or comes back, moves those after it: what counts on their places is made anew.
        if (changed.Exists(change => change.Deal.Status == DealStatus.Removed || PlaceOf(change.Position) is null))
        {
            return LoadNow(session);
        }

        var before = Snapshot.Deals.Span;
        var added = changed.Count(change => PlaceOf(change.Position) >= Snapshot.Deals.Length);
        var deals = new Deal[before.Length + added];
        before.CopyTo(deals);
        foreach (var (deal, position) in changed)
        {
            var place = PlaceOf(position) ?? 0;
            deals[place] = DealHistoryRows.Complete(session, position, deal, _pool);
            _positions.TryAdd(deal.Id, place);
        }

        return new SnapshotState(versions, Build(session, versions, this, deals, _positions, Snapshot.RemovedDeals, _pool), Math.Max(newestAt, LeadEventRows.NewestAt(session)), LeadEventRows.Newest(session), _pool, _positions, _gaps);
    });

    private static SnapshotState LoadNow(SqlSession session)
    {
        var versions = StoreVersions.Read(session);
        var pool = new StringPool();
        var deals = new List<Deal>();
        var positions = new ConcurrentDictionary<DealId, int>();
        var (gaps, removed) = (new List<long>(), new Dictionary<DealId, int>());
        var newestAt = long.MinValue;
        using var rows = session[AllDealsSql].Query();
        using var visits = new RowsByDeal<StageVisit>(session[AllVisitsSql].Query(), 4, reader => VisitRows.Read(reader, pool));
        using var amounts = new RowsByDeal<PastAmount>(session[AllPastAmountsSql].Query(), 3, reader => PastValueRows.ReadAmount(reader, pool));
        using var closeDates = new RowsByDeal<PastCloseDate>(session[AllPastCloseDatesSql].Query(), 3, PastValueRows.ReadCloseDate);
        using var pauses = new RowsByDeal<DealPause>(session[AllPausesSql].Query(), 5, reader => PauseRows.Read(reader, pool));
        using var approvals = new RowsByDeal<Approval>(session[AllApprovalsSql].Query(), 6, reader => ApprovalRows.Read(reader, pool));
        while (rows.Read())
        {
            var deal = DealRows.Read(rows, pool);
            var position = rows.GetInt64(DealRows.PositionColumn);
            var whole = deal with
            {
                Visits = visits.Of(position),
                PastAmounts = amounts.Of(position),
                PastCloseDates = closeDates.Of(position),
                Pauses = pauses.Of(position),
                Approvals = approvals.Of(position),
            };
            if (whole.Status == DealStatus.Removed)
            {
                gaps.Add(position);
                removed.Add(whole.Id, whole.Version);
            }
            else
            {
                positions[whole.Id] = deals.Count;
                deals.Add(whole);
            }

            newestAt = Math.Max(newestAt, rows.GetInt64(DealRows.PositionColumn + 1));
        }

        return new SnapshotState(versions, Build(session, versions, null, deals.ToArray(), positions, removed, pool), Math.Max(newestAt, LeadEventRows.NewestAt(session)), LeadEventRows.Newest(session), pool, positions, gaps);
    }

    private static PipelineSnapshot Build(
        SqlSession session,
        StoreVersions versions,
        SnapshotState? before,
        Deal[] deals,
        ConcurrentDictionary<DealId, int> positions,
        IReadOnlyDictionary<DealId, int> removed,
        StringPool pool)
    {
        var directory = before?.Versions.Directory == versions.Directory ? before.Snapshot : null;
        var lists = before?.Versions.Lists == versions.Lists ? before.Snapshot : null;
        return new PipelineSnapshot(before?.Snapshot)
        {
            Version = versions.Pipeline,
            DirectoryVersion = versions.Directory,
            Deals = deals,
            DealPositions = positions,
            RemovedDeals = removed,
            Accounts = directory?.Accounts ?? DirectoryRows.ReadAccounts(session, pool),
            People = directory?.People ?? DirectoryRows.ReadPeople(session, pool),
            Contacts = directory?.Contacts ?? RecordRows.ReadContacts(session, pool),
            Leads = lists is null ? LeadEventRows.Fold(session, ListRows.ReadLeads(session, pool), 0) : LeadEventRows.Fold(session, lists.Leads, before?._newestLeadEvent ?? 0),
            Quotas = lists?.Quotas ?? ListRows.ReadQuotas(session, pool),
            Forecasts = lists?.Forecasts ?? ListRows.ReadForecasts(session, pool),
            FrozenForecasts = lists?.FrozenForecasts ?? FrozenForecastRows.ReadAll(session, pool),
            Spend = lists?.Spend ?? EconomicRows.ReadSpend(session, pool),
            Revenue = lists?.Revenue ?? EconomicRows.ReadRevenue(session, pool),
        };
    }
}
