using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Scheduling;

/// <summary>Runs one job in a scope of its own and commits what it wrote; the scheduler and <c>revbot alerts run</c> share it.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider time)
{
    private const int MostAttempts = 3;

    /// <summary>Runs the job of this name at once, outside its schedule: the ledger does not count it.</summary>
    /// <param name="now">For this moment instead of the clock's.</param>
    /// <exception cref="InvalidOperationException">When there is no such job; names those there are.</exception>
    public Task<CommitOutcome> RunNowAsync(string job, DateTimeOffset? now, CancellationToken cancellationToken)
    {
        var moment = now ?? time.GetUtcNow();
        return RunAsync(job, moment, moment, inLedger: false, cancellationToken);
    }

    /// <summary>Runs the job for a due time and marks that as done in the same commit.</summary>
    public Task<CommitOutcome> RunDueAsync(string job, DateTimeOffset due, CancellationToken cancellationToken) =>
        RunAsync(job, due, time.GetUtcNow(), inLedger: true, cancellationToken);

    private async Task<CommitOutcome> RunAsync(string name, DateTimeOffset due, DateTimeOffset now, bool inLedger, CancellationToken cancellationToken)
    {
        var outcome = CommitOutcome.Conflict;
        for (var attempt = 1; attempt <= MostAttempts && outcome == CommitOutcome.Conflict; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var jobs = scope.ServiceProvider.GetServices<IScheduledJob>().ToList();
            var job = jobs.FirstOrDefault(known => known.Name == name)
                ?? throw new InvalidOperationException($"There is no job '{name}'; there are: {string.Join(", ", jobs.Select(known => known.Name))}.");
            var transaction = scope.ServiceProvider.GetRequiredService<ITurnTransaction>();
            await job.RunAsync(due, now, cancellationToken);
            if (inLedger)
            {
                transaction.CompleteJob(name, due);
            }

            outcome = await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }
}
