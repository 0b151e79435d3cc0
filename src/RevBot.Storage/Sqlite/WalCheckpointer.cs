using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RevBot.Storage.Sqlite;

/// <summary>Copies the write-ahead log into the database beside the commits, so that no commit waits for it. Only when the log has grown long does the writer finish
/// the copy between two commits: a log that is wholly copied is begun anew.</summary>
internal sealed class WalCheckpointer(SqlSession writer, Func<SqlSession> open) : IDisposable
{
    private const int PagesWritten = 9; // SQLITE_DBSTATUS_CACHE_WRITE
    private const int CopyEvery = 2_000;
    private const int LongLog = 16_000;

    private SqlSession? _session;
    private Task _copying = Task.CompletedTask;
    private int _copiedAt;
    private volatile bool _finish;

    /// <summary>Called by the writer after each commit.</summary>
    public void AfterCommit()
    {
        if (raw.sqlite3_db_status(((SqliteConnection)writer.Connection).Handle, PagesWritten, out var written, out _, 0) != raw.SQLITE_OK
            || unchecked(written - _copiedAt) < CopyEvery
            || !_copying.IsCompleted)
        {
            return;
        }

        _copiedAt = written;
        if (_finish)
        {
            _finish = false;
            Copy(writer);
        }
        else
        {
            _copying = Task.Run(CopyBeside);
        }
    }

    public void Dispose()
    {
        _copying.GetAwaiter().GetResult();
        _session?.Dispose();
    }

    private void CopyBeside()
    {
        _session ??= open();
        _finish = Copy(_session) > LongLog;
    }

    /// <summary>The length of the log in pages.</summary>
    private static long Copy(SqlSession session)
    {
        try
        {
            using var reader = session["PRAGMA wal_checkpoint(PASSIVE)"].Query();
            return reader.Read() ? reader.GetInt64(1) : 0;
        }
        catch (SqliteException)
        {
            // Nothing is lost: the log only grows, and a later commit tries again.
            return 0;
        }
    }
}
