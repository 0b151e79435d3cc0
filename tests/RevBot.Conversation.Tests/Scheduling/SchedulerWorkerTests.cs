using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Tests.Turns;
using RevBot.Testing;

namespace RevBot.Conversation.Tests.Scheduling;

public sealed class SchedulerWorkerTests
{
    [Fact]
    public async Task A_job_runs_once_for_each_due_time()
    {
        await using var bot = BotWithJob(out var runs);
        await WorkAsync(bot, TimeSpan.FromDays(3), TimeSpan.FromHours(1));
        Assert.Equal(["11-21 02:00", "11-22 02:00", "11-23 02:00", "11-24 02:00"], runs.Select(due => $"{due:MM-dd HH:mm}"));
    }

    [Fact]
    public async Task After_a_downtime_only_the_newest_due_time_is_made_up_for()
    {
        await using var bot = BotWithJob(out var runs);
        await WorkAsync(bot, TimeSpan.Zero, TimeSpan.FromHours(1));
        bot.Time.Advance(TimeSpan.FromDays(5));
        await WorkAsync(bot, TimeSpan.Zero, TimeSpan.FromHours(1));
        await WorkAsync(bot, TimeSpan.Zero, TimeSpan.FromHours(1));
        Assert.Equal(["11-21 02:00", "11-26 02:00"], runs.Select(due => $"{due:MM-dd HH:mm}"));
    }

    [Fact]
    public async Task A_job_can_be_run_at_once_and_an_unknown_one_is_named()
    {
        await using var bot = BotWithJob(out var runs);
        var runner = bot.Services.GetRequiredService<JobRunner>();
        await runner.RunNowAsync("nightly", null, CancellationToken.None);
        Assert.Equal(bot.Time.GetUtcNow(), Assert.Single(runs));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => runner.RunNowAsync("hourly", null, CancellationToken.None));
        Assert.Equal("There is no job 'hourly'; there are: nightly.", refused.Message);
    }

    private static TestBot BotWithJob(out List<DateTimeOffset> runs)
    {
        var made = runs = [];
        return new TestBot(services =>
        {
            SampleBot.Register(services);
            services.AddScoped<IScheduledJob>(_ => new Nightly(made));
        });
    }

    /// <summary>Starts the worker, lets time pass step by step, and stops it.</summary>
    private static async Task WorkAsync(TestBot bot, TimeSpan passing, TimeSpan step)
    {
        using var worker = new SchedulerWorker(
            bot.Services.GetRequiredService<IServiceScopeFactory>(), bot.Services.GetRequiredService<JobRunner>(), bot.Store, bot.Time, NullLogger<SchedulerWorker>.Instance);
        await worker.StartAsync(CancellationToken.None);
        await AsleepAsync(bot);
        for (var passed = TimeSpan.Zero; passed < passing; passed += step)
        {
            bot.Time.Advance(step);
            await AsleepAsync(bot);
        }

        await worker.StopAsync(CancellationToken.None);
    }

    private static async Task AsleepAsync(TestBot bot)
    {
        for (var turns = 0; bot.Time.WaitingTimers == 0; turns++)
        {
            Assert.True(turns < 1_000_000, "The worker never went to sleep.");
            await Task.Yield();
        }
    }

    private sealed class Nightly(List<DateTimeOffset> runs) : IScheduledJob
    {
        public string Name => "nightly";

        public Schedule Schedule { get; } = new(new TimeOnly(2, 0), TimeZoneInfo.Utc, _ => true);

        public Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
        {
            runs.Add(due);
            return Task.CompletedTask;
        }
    }
}
