using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Scheduling;

/// <summary>Runs jobs when they are due. What came due while the process was down is made up for once: only the newest due time counts.</summary>
public sealed partial class SchedulerWorker(
    IServiceScopeFactory scopes, JobRunner runner, IJobLedger ledger, TimeProvider time, ILogger<SchedulerWorker> logger) : BackgroundService
{
    /// <summary>A clock that was set or a machine that slept is noticed within this time.</summary>
    private static readonly TimeSpan LongestNap = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var schedules = Schedules();
            while (schedules.Count > 0)
            {
                var (failed, ran) = (false, 0);
                foreach (var (job, schedule) in schedules)
                {
                    var outcome = await RunIfDueAsync(job, schedule, stoppingToken);
                    failed |= outcome == JobOutcome.Failed;
                    ran += outcome == JobOutcome.Ran && schedule.IsDaily ? 1 : 0;
                }

                if (ran > 0)
                {
                    // A nightly job looks at every deal there is; what it worked with is given back before the day begins.
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                }

                await Task.Delay(failed ? AfterFailure : UntilNext(schedules.Values), time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped: a job that was cut short wrote nothing and runs at the next start.
        }
    }

    private Dictionary<string, Schedule> Schedules()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetServices<IScheduledJob>().ToDictionary(job => job.Name, job => job.Schedule);
    }

    private TimeSpan UntilNext(IEnumerable<Schedule> schedules)
    {
        var now = time.GetUtcNow();
        var wait = schedules.Select(schedule => schedule.NextDue(now) - now).Where(left => left is not null).DefaultIfEmpty(LongestNap).Min() ?? LongestNap;
        return wait < LongestNap ? wait : LongestNap;
    }

    private async Task<JobOutcome> RunIfDueAsync(string job, Schedule schedule, CancellationToken cancellationToken)
    {
        try
        {
            if (schedule.LastDue(time.GetUtcNow()) is not { } due || await ledger.GetLastDoneAsync(job, cancellationToken) >= due)
            {
                return JobOutcome.NotDue;
            }

            var outcome = await runner.RunDueAsync(job, due, cancellationToken);
            LogRan(job, due, outcome);
            return outcome == CommitOutcome.Conflict ? JobOutcome.Failed : JobOutcome.Ran;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // One failing job must not keep the others from running; it is tried again.
            LogFailed(failure, job);
            return JobOutcome.Failed;
        }
    }

    private enum JobOutcome
    {
        NotDue,
        Ran,
        Failed,
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Job {Job} due {Due} ran: {Outcome}")]
    private partial void LogRan(string job, DateTimeOffset due, CommitOutcome outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed; trying again")]
    private partial void LogFailed(Exception failure, string job);
}
