using RevBot.Conversation.Scheduling;

namespace RevBot.Storage.Turns;

/// <summary>Which due times were done.</summary>
internal sealed class SqlJobLedger(ISqlDatabase database) : IJobLedger
{
    private const string LastSql = "SELECT MAX(due_at) FROM job_ledger WHERE job = $1";
    private const string DoneSql = "SELECT 1 FROM job_ledger WHERE job = $1 AND due_at = $2";
    private const string CompleteSql = "INSERT INTO job_ledger (job, due_at, done_at) VALUES ($1, $2, $3)";

    public Task<DateTimeOffset?> GetLastDoneAsync(string job, CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(
        database.Read(session => session[LastSql].Scalar(job)) is long due ? SqlValues.Instant(due) : null);

    /// <summary>Part of a run's transaction.</summary>
    internal static bool IsDone(SqlSession session, string job, DateTimeOffset due) => session[DoneSql].Scalar(job, SqlValues.Milliseconds(due)) is not null;

    /// <summary>Part of a run's transaction.</summary>
    internal static void Complete(SqlSession session, string job, DateTimeOffset due, long now) => session[CompleteSql].Run(job, SqlValues.Milliseconds(due), now);
}
