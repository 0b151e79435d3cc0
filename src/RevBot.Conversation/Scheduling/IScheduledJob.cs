namespace RevBot.Conversation.Scheduling;

/// <summary>Something done at certain times, once for each due time even with several instances or after a restart. Scoped to the run.</summary>
public interface IScheduledJob
{
    string Name { get; }

    Schedule Schedule { get; }

    /// <summary>Does the work and enlists its writes in the run's <see cref="Turns.ITurnTransaction"/>; the scheduler commits them with the ledger row.</summary>
    Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken);
}
