namespace RevBot.Conversation.Scheduling;

/// <summary>Which due times were done; written through <see cref="Turns.ITurnTransaction.CompleteJob"/>.</summary>
public interface IJobLedger
{
    /// <summary>The newest due time done, or null.</summary>
    Task<DateTimeOffset?> GetLastDoneAsync(string job, CancellationToken cancellationToken);
}
