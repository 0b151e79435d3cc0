using System.Data.Common;

namespace RevBot.Storage;

/// <summary>A connection with its prepared statements, used by one thread at a time. SQL is kept by reference: pass constants.</summary>
internal sealed class SqlSession(DbConnection connection) : IDisposable
{
    private readonly Dictionary<object, SqlStatement> _statements = new(ReferenceEqualityComparer.Instance);

    public DbConnection Connection { get; } = connection;

    /// <summary>The statement of this text, prepared at its first use.</summary>
    public SqlStatement this[string sql]
    {
        get
        {
            if (!_statements.TryGetValue(sql, out var statement))
            {
                _statements[sql] = statement = new SqlStatement(Connection, sql);
            }

            return statement;
        }
    }

    /// <summary>Reads several statements as of one moment.</summary>
    public T AtOneMoment<T>(Func<T> read)
    {
        this["BEGIN"].Run();
        try
        {
            return read();
        }
        finally
        {
            this["COMMIT"].Run();
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        Connection.Dispose();
    }
}
