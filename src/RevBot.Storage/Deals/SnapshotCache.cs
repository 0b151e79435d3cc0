using System.Runtime.CompilerServices;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Storage.Leads;

namespace RevBot.Storage.Deals;

/// <summary>The pipeline in memory, kept up to date by reading what changed since: whoever wrote it, this process or another.</summary>
internal sealed class SnapshotCache(ISqlDatabase database, ICompany company) : IPipelineReader, ILeadHistory, IRecordHistory
{
    private const int PastSnapshotsKept = 4;
    private const int HistoriesAtOnce = 200;
    private const string TouchedSql = "SELECT position, id FROM deals WHERE position > $1 AND newest_at > $2 AND removed = 0 ORDER BY position LIMIT $3";
    private const string EventsSql = $"SELECT {EventRows.Columns} FROM events WHERE deal = $1 ORDER BY seq";
    private const string HistorySql = $"SELECT {EventRows.Columns} FROM events WHERE deal = (SELECT position FROM deals WHERE id = $1) ORDER BY seq";

    private const string OfTurnSql = "SELECT id FROM deals WHERE position IN (SELECT deal FROM events WHERE turn_id = $1) ORDER BY position";

    private const string TurnsSql = "SELECT turn_id, MAX(recorded_at), COUNT(DISTINCT deal) FROM events WHERE door = $1 AND recorded_at > $2 GROUP BY turn_id ORDER BY 2 DESC";

    private readonly Lock _gate = new();
    private readonly List<((StoreVersions Versions, long At) Key, Task<PipelineSnapshot> Snapshot)> _past = [];
    private volatile SnapshotState? _state;
    private Task<SnapshotState>? _refresh;
    private long _pastCount;

    public async ValueTask<PipelineSnapshot> GetSnapshotAsync(DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var versions = database.Read(StoreVersions.Read);
        var state = _state;
        while (state is null || IsBehind(state.Versions, versions))
        {
            state = await Refresh().WaitAsync(cancellationToken);
        }

        return asOf is { } moment && SqlValues.Milliseconds(moment) < state.NewestAt
            ? await Past(state, moment).WaitAsync(cancellationToken)
            : state.Snapshot;
    }

    public Task<IReadOnlyList<DealEvent>> GetHistoryAsync(DealId deal, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DealEvent>>(database.Read(session => session[HistorySql].All(reader => EventRows.Read(reader, deal), deal.Value)));

    public Task<IReadOnlyList<LeadEvent>> GetLeadHistoryAsync(string lead, CancellationToken cancellationToken) => Task.FromResult(database.Read(session => LeadEventRows.History(session, lead)));

    public Task<MadeRecord?> FindMadeAsync(string turn, CancellationToken cancellationToken) => Task.FromResult(database.Read(session => RecordRows.FindMade(session, turn)));

    /// <summary>Goes through all events: it is asked for when somebody takes something back, and no more often.</summary>
    public Task<IReadOnlyList<DealId>> GetDealsOfTurnAsync(string turn, CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<DealId>>(() => database.Read(session => session[OfTurnSql].All(reader => new DealId(reader.GetString(0)), turn)), cancellationToken);

    public Task<IReadOnlyList<TurnTrace>> GetTurnsAsync(string door, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<TurnTrace>>(
            () => database.Read(session => session[TurnsSql].All(reader => new TurnTrace(reader.GetString(0), reader.At(1), reader.GetInt32(2)), door, SqlValues.Milliseconds(since))), cancellationToken);

    /// <summary>Read in pages, so that it needs little memory and holds nothing open.</summary>
    public async IAsyncEnumerable<IReadOnlyList<DealEvent>> GetHistoriesAsync(DateTimeOffset? touchedAfter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (last, after) = (-1L, touchedAfter is { } moment ? SqlValues.Milliseconds(moment) : long.MinValue);
        while (true)
        {
            var page = await Task.Run(() => ReadHistories(last, after), cancellationToken);
            foreach (var (_, history) in page)
            {
                yield return history;
            }

            if (page.Count < HistoriesAtOnce)
            {
                yield break;
            }

            last = page[^1].Position;
        }
    }

    private List<(long Position, IReadOnlyList<DealEvent> History)> ReadHistories(long after, long touchedAfter) => database.Read(session => session.AtOneMoment(() =>
        session[TouchedSql].All(reader => (Position: reader.GetInt64(0), Deal: new DealId(reader.GetString(1))), after, touchedAfter, HistoriesAtOnce)
            .ConvertAll(deal => (deal.Position, (IReadOnlyList<DealEvent>)session[EventsSql].All(reader => EventRows.Read(reader, deal.Deal), deal.Position)))));

    private static bool IsBehind(StoreVersions have, StoreVersions wanted) =>
        have.Pipeline < wanted.Pipeline || have.Directory < wanted.Directory || have.Lists < wanted.Lists;

    /// <summary>One at a time; whoever comes meanwhile waits for the same one.</summary>
    private Task<SnapshotState> Refresh()
    {
        lock (_gate)
        {
            return _refresh is { IsCompleted: false } running
                ? running
                : _refresh = Task.Run(() => _state = database.Read(session => _state?.Next(session) ?? SnapshotState.Load(session)));
        }
    }

    private Task<PipelineSnapshot> Past(SnapshotState state, DateTimeOffset asOf)
    {
        var key = (state.Versions, SqlValues.Milliseconds(asOf));
        lock (_gate)
        {
            _past.RemoveAll(kept => kept.Snapshot.IsFaulted);
            var found = _past.FindIndex(kept => kept.Key == key);
            if (found >= 0)
            {
                return _past[found].Snapshot;
            }

            if (_past.Count == PastSnapshotsKept)
            {
                _past.RemoveAt(0);
            }

            // Version numbers count up from 0: a negative one is never mistaken for a state that stands.
            var version = --_pastCount;
            var snapshot = Task.Run(() => database.Read(session => PastSnapshot.Build(session, state, asOf, version, company.Profile.Process.PositionOf)));
            _past.Add((key, snapshot));
            return snapshot;
        }
    }
}
