using System.Runtime.InteropServices;

namespace RevBot.Storage.Sqlite;

/// <summary>The one that writes: a thread with its own connection that runs everything waiting in one transaction and wakes the callers after its commit.
/// One flush to disk is shared by all of them, which is what makes "durable before 200" cheap.</summary>
internal sealed class GroupCommitWriter : IDisposable
{
    private const int MostPerCommit = 256;

    /// <summary>How long work that goes along waits for company.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(5);

    private readonly Lock _closing = new();
    private readonly object _gate = new();
    private readonly SqlSession _session;
    private readonly WalCheckpointer _checkpointer;
    private readonly Thread _thread;
    private List<PendingWrite> _waiting = [];
    private List<PendingWrite> _taken = [];
    private bool _wanted;
    private bool _closed;

    public GroupCommitWriter(SqlSession session, Func<SqlSession> open)
    {
        _session = session;
        _checkpointer = new WalCheckpointer(session, open);
        _thread = new Thread(Work) { IsBackground = true, Name = "RevBot store writer" };
        _thread.Start();
    }

    public long Commits { get; private set; }

    public long Writes { get; private set; }

    public Task<T> WriteAsync<T>(Func<SqlSession, T> work, Action<T>? committed, WriteManner manner)
    {
        var write = new PendingWrite<T>(work, committed, manner);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _waiting.Add(write);
            var wakes = _waiting.Count == 1 || (!_wanted && manner != WriteManner.Along);
            _wanted |= manner != WriteManner.Along;
            if (wakes)
            {
                Monitor.Pulse(_gate);
            }
        }

        return write.Done;
    }

    /// <summary>Commits what waits, then stops.</summary>
    public void Dispose()
    {
        lock (_closing)
        {
            lock (_gate)
            {
                _closed = true;
                Monitor.Pulse(_gate);
            }

            _thread.Join();
            _checkpointer.Dispose();
            _session.Dispose();
        }
    }

    private void Work()
    {
        while (Take())
        {
            var all = CollectionsMarshal.AsSpan(_taken);
            while (!all.IsEmpty)
            {
                var count = GroupSize(all);
                Commit(all[..count]);
                all = all[count..];
            }

            _taken.Clear();
        }
    }

    private bool Take()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_closed)
                {
                    return false;
                }

                Monitor.Wait(_gate);
            }

            if (!_wanted && !_closed)
            {
                Monitor.Wait(_gate, Patience);
            }

            (_waiting, _taken) = (_taken, _waiting);
            _wanted = false;
            return true;
        }
    }

    private static int GroupSize(ReadOnlySpan<PendingWrite> writes)
    {
        if (writes[0].Manner == WriteManner.Alone)
        {
            return 1;
        }

        var count = 1;
        while (count < writes.Length && count < MostPerCommit && writes[count].Manner != WriteManner.Alone)
        {
            count++;
        }

        return count;
    }

    private void Commit(ReadOnlySpan<PendingWrite> group)
    {
        var ran = 0;
        try
        {
            _session["BEGIN IMMEDIATE"].Run();
            foreach (var write in group)
            {
                write.Run(_session);
                ran++;
            }

            _session["COMMIT"].Run();
        }
        catch (Exception exception)
        {
            Rollback();
            if (group.Length > 1 && ran < group.Length)
            {
                // One of them failed: nothing was written. Each gets a transaction of its own, so that only the guilty one fails.
                for (var index = 0; index < group.Length; index++)
                {
                    Commit(group.Slice(index, 1));
                }
            }
            else
            {
                foreach (var write in group)
                {
                    write.Fail(exception);
                }
            }

            return;
        }

        Commits++;
        Writes += group.Length;
        Announce(group);
        _checkpointer.AfterCommit();
    }

    private static void Announce(ReadOnlySpan<PendingWrite> group)
    {
        foreach (var write in group)
        {
            try
            {
                write.Committed();
            }
            catch (Exception exception)
            {
                // The data is safe; whoever waits learns that memory was not told.
                write.Fail(exception);
            }
        }

        foreach (var write in group)
        {
            write.Complete();
        }
    }

    private void Rollback()
    {
        try
        {
            _session["ROLLBACK"].Run();
        }
        catch (Exception)
        {
            // There was no transaction any more: SQLite rolls back by itself when the disk is full or broken.
        }
    }
}
