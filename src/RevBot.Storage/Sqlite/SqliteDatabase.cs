using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace RevBot.Storage.Sqlite;

/// <summary>The store in one SQLite file: write-ahead log with full sync, one writer that commits in groups, pooled readers that never block it.</summary>
public sealed class SqliteDatabase : ISqlDatabase, IDisposable
{
    private const int NotADatabase = 26;

    private readonly ConcurrentBag<SqlSession> _readers = [];
    private readonly GroupCommitWriter _writer;
    private volatile bool _disposed;

    /// <summary>Opens the file, making it and bringing its schema up to date where needed.</summary>
    /// <exception cref="InvalidOperationException">The file is no RevBot store, or of a newer RevBot.</exception>
    public SqliteDatabase(string path, TimeProvider time)
    {
        Path = System.IO.Path.GetFullPath(path);
        if (System.IO.Path.GetDirectoryName(Path) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var session = OpenForWriting();
        try
        {
            SqliteMigrations.Apply(session, Path, time);
            _writer = new GroupCommitWriter(session, OpenForWriting);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == NotADatabase)
        {
            session.Dispose();
            throw new InvalidOperationException($"{Path} is not a RevBot store. Move it away, or name another data folder with --data.", exception);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>Commits made so far; with <see cref="Writes"/> it tells how well writes are grouped.</summary>
    public long Commits => _writer.Commits;

    /// <summary>Pieces of work committed so far.</summary>
    public long Writes => _writer.Writes;

    Task<T> ISqlDatabase.WriteAsync<T>(Func<SqlSession, T> work, Action<T>? committed, WriteManner manner) => _writer.WriteAsync(work, committed, manner);

    T ISqlDatabase.Read<T>(Func<SqlSession, T> query)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var session = _readers.TryTake(out var waiting) ? waiting : OpenForReading();
        try
        {
            return query(session);
        }
        finally
        {
            if (_disposed)
            {
                session.Dispose();
            }
            else
            {
                _readers.Add(session);
            }
        }
    }

    // Counts the commits of other connections, and in this process only the writer's own connection commits.
    long ISqlDatabase.OthersVersion(SqlSession session) => session["PRAGMA data_version"].Scalar() as long? ?? 0;

    void ISqlDatabase.CopyTo(string file)
    {
        using var session = OpenForWriting();
        session["VACUUM INTO $1"].Run(file);
    }

    IReadOnlyList<string> ISqlDatabase.CheckFile()
    {
        using var session = OpenForReading();
        var findings = session["PRAGMA integrity_check"].All(reader => reader.GetString(0));
        var orphans = session["PRAGMA foreign_key_check"].All(reader => $"A row of {reader.GetString(0)} belongs to nothing.");
        return [.. findings.Where(finding => finding != "ok"), .. orphans];
    }

    /// <summary>Commits what waits, folds the log into the file and closes it.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _writer.Dispose();
        while (_readers.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private SqlSession OpenForReading() => Open("PRAGMA query_only = ON;");

    // Checkpoints are made beside the commits (GroupCommitWriter), so they are off here. Short-lived sorting stays in memory.
    private SqlSession OpenForWriting() => Open(
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA wal_autocheckpoint = 0;
        PRAGMA journal_size_limit = 67108864;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -16000;
        """);

    private SqlSession Open(string pragmas)
    {
        // Connections are kept here, so the driver's own pool is off.
#pragma warning disable CA2000 // The session owns it.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
#pragma warning restore CA2000
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
            command.CommandText = "PRAGMA busy_timeout = 10000;" + pragmas;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
            return new SqlSession(connection);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == NotADatabase)
        {
            connection.Dispose();
            throw new InvalidOperationException($"{Path} is not a RevBot store. Move it away, or name another data folder with --data.", exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
