using System.Runtime.CompilerServices;
using RevBot.Conversation.AuditLog;

namespace RevBot.Storage.AuditLog;

/// <summary>The audit log in SQL.</summary>
internal sealed class SqlAuditLog(ISqlDatabase database, AuditRows rows) : IAuditLog
{
    private const int PageSize = 1_000;
    private const string AllSql = $"SELECT {AuditRows.Columns} FROM audit_log ORDER BY number";
    private const string PageSql = $"SELECT {AuditRows.Columns} FROM audit_log WHERE number > $1 AND number <= $2 AND at >= $3 AND at < $4 ORDER BY number LIMIT 1000";

    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return database.WriteAsync(session =>
        {
            rows.Append(session, entry);
            return true;
        });
    }

    public async IAsyncEnumerable<AuditRecord> ReadAsync(DateTimeOffset? from, DateTimeOffset? until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, after) = (from is { } start ? SqlValues.Milliseconds(start) : long.MinValue, until is { } end ? SqlValues.Milliseconds(end) : long.MaxValue);

        // Up to where the log ends now: what is added while it is read is another reading's.
        var newest = database.Read(AuditRows.HeadOf)?.Number ?? long.MaxValue;
        for (var last = 0L; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await Task.Run(() => database.Read(session => session[PageSql].All(AuditRows.Read, last, newest, first, after)), cancellationToken);
            foreach (var record in page)
            {
                yield return record;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            last = page[^1].Number;
        }
    }

    public Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken) => Task.Run(
        () => database.Read(session => session.AtOneMoment(() => new AuditCheck(rows.Key).Run(All(session, cancellationToken), AuditRows.HeadOf(session)))),
        cancellationToken);

    public void RequireKey()
    {
        if (database.Read(AuditRows.HeadOf) is { } head)
        {
            rows.Require(head);
        }
    }

    private static IEnumerable<AuditRecord> All(SqlSession session, CancellationToken cancellationToken)
    {
        using var reader = session[AllSql].Query();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return AuditRows.Read(reader);
        }
    }
}
