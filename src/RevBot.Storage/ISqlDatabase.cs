namespace RevBot.Storage;

/// <summary>One database as the stores see it: work that writes is committed together with whatever else waits, work that reads never waits for it.</summary>
internal interface ISqlDatabase
{
    /// <summary>Runs <paramref name="work"/> inside a transaction and completes once that is durable. The work may be run twice (when other work in the same transaction failed), so it must touch nothing but the session.</summary>
    /// <param name="committed">Called after the commit, in the order of the commits and before the task completes: the place to tell memory what the store now holds.</param>
    Task<T> WriteAsync<T>(Func<SqlSession, T> work, Action<T>? committed = null, WriteManner manner = WriteManner.AtOnce);

    T Read<T>(Func<SqlSession, T> query);

    /// <summary>A number that changes when another process has written; asked inside <see cref="WriteAsync"/>.</summary>
    long OthersVersion(SqlSession session);

    /// <summary>Writes a consistent copy to a file that is not there yet, while others read and write.</summary>
    void CopyTo(string file);

    /// <summary>What the database itself finds wrong with its file; empty when it is sound.</summary>
    IReadOnlyList<string> CheckFile();
}
