using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Storage.Deals;

/// <summary>Adds events to deals and keeps the state beside them their fold. Used inside a transaction.</summary>
internal sealed class DealJournal(SqlSession session, Func<StageId, int> orderOf)
{
    private const string NextVersionSql = "UPDATE meta SET pipeline_version = pipeline_version + 1 RETURNING pipeline_version";
    private const string VersionOfSql = "SELECT version FROM deals WHERE id = $1";
    private const string StateSql = $"SELECT {DealRows.Columns}, newest_at FROM deals WHERE id = $1";
    private const string CountSql = "SELECT COALESCE(MAX(position) + 1, 0) FROM deals";

    private readonly StringPool _pool = new();
    private long? _storeVersion;
    private long? _nextPosition;

    /// <summary>The version of the deal in the store; 0 when it has none.</summary>
    public int VersionOf(DealId deal) => (int)(session[VersionOfSql].Scalar(deal.Value) as long? ?? 0);

    /// <summary>Appends the events, whatever the version: check it first.</summary>
    public void Append(DealChange change)
    {
        if (change.Events.Count == 0)
        {
            return;
        }

        var (position, before, newestAt) = Find(change.Deal);
        Write(position, before, newestAt, change.Events);
    }

    /// <summary>Forgets the deal's history and begins it anew with these events.</summary>
    public void Rewrite(DealChange change)
    {
        if (change.Events.Count == 0)
        {
            return;
        }

        var (position, before, _) = Find(change.Deal);
        if (before is not null)
        {
            session["DELETE FROM events WHERE deal = $1"].Run(position);
            DealHistoryRows.Forget(session, position);
        }

        Write(position, null, 0, change.Events);
    }

    /// <summary>The store has a new version, at most once a transaction: something was written.</summary>
    public void CountUp() => _storeVersion ??= session[NextVersionSql].Scalar() as long?;

    private void Write(long position, Deal? before, long newestAt, IReadOnlyList<DealEvent> events)
    {
        var exact = new DealEvent[events.Count];
        var after = before;
        for (var index = 0; index < exact.Length; index++)
        {
            var happened = exact[index] = StoredPrecision.Of(events[index]);
            after = DealFold.Apply(after, happened, orderOf);
            newestAt = Math.Max(newestAt, SqlValues.Milliseconds(happened.Stamp.At));
        }

        if (after is null)
        {
            return;
        }

        CountUp();
        DealRows.Put(session, position, after, newestAt, _storeVersion ?? 0);
        DealHistoryRows.Put(session, position, before, after);
        var sequence = before?.Version ?? 0;
        foreach (var happened in exact)
        {
            EventRows.Insert(session, position, ++sequence, happened);
        }
    }

    private (long Position, Deal? Deal, long NewestAt) Find(DealId deal)
    {
        long position;
        Deal state;
        long newestAt;
        using (var reader = session[StateSql].Query(deal.Value))
        {
            if (!reader.Read())
            {
                var next = _nextPosition ?? session[CountSql].Scalar() as long? ?? 0;
                _nextPosition = next + 1;
                return (next, null, 0);
            }

            state = DealRows.Read(reader, _pool);
            position = reader.GetInt64(DealRows.PositionColumn);
            newestAt = reader.GetInt64(DealRows.PositionColumn + 1);
        }

        return (position, DealHistoryRows.Complete(session, position, state, _pool), newestAt);
    }
}
