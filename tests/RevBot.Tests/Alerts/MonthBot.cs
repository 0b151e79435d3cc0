using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RevBot.Channels;
using RevBot.Conversation;
using RevBot.Conversation.Scheduling;
using RevBot.Hosting;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;
using RevBot.Testing;
using RevBot.Tests.Support;

namespace RevBot.Tests.Alerts;

/// <summary>The whole bot in this process, put together as it is served, but by a clock that the test moves; stopped and started again over the same store.</summary>
/// <param name="company">The company of the month when it is left out.</param>
/// <param name="showPage">Whether the local page is served, too.</param>
internal sealed class MonthBot(string data, IReadOnlyDictionary<string, string?> settings, FakeTime time, CompanyProfile? company = null, bool showPage = false) : IAsyncDisposable
{
    /// <summary>Half a minute, by ticks of a millisecond.</summary>
    private const int Patience = 20_000;

    /// <summary>Longer than anybody waits who only looks whether there is something to do.</summary>
    private static readonly TimeSpan Blink = TimeSpan.FromSeconds(2);

    private readonly StoreFile _store = StoreFile.In(data);
    private WebApplication? _app;
    private IReadOnlyList<(string Name, Schedule Schedule)> _jobs = [];

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <param name="first">What the store begins with; null for one that has begun.</param>
    public async Task StartAsync(PipelineLoad? first = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRevBot(DataFolder.Open(data), builder.Configuration, company ?? MonthCompany.Profile).AddSingleton<TimeProvider>(time).AddConversationWorkers();
        _app = builder.Build();
        if (first is not null)
        {
            await _app.Services.GetRequiredService<IPipelineLoader>().LoadAsync(first, CancellationToken.None);
        }

        _app.MapChannels(showPage, isDemo: false);
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await using var scope = _app.Services.CreateAsyncScope();
        _jobs = [.. scope.ServiceProvider.GetServices<IScheduledJob>().Select(job => (job.Name, job.Schedule))];
    }

    /// <summary>Waits until what is due by the clock is done: jobs, turns and messages. Where the bot waits for its own clock (the scheduler naps for up to five minutes, what failed is tried again), that goes on a little.</summary>
    /// <param name="withJobs">False for turns and messages alone: the clock stands still then, but for what failed and is tried again.</param>
    public async Task SettleAsync(bool withJobs = true)
    {
        for (var ticks = 1; HasWaiting() || (withJobs && HasDueJobs()); ticks++)
        {
            Assert.True(ticks < Patience, $"The bot did not come to rest at {time.GetUtcNow():u}: {Restless()}");
            await Task.Delay(1);
            if (withJobs && time.LastTimer is { } wakes && wakes - time.GetUtcNow() > Blink && !HasWaiting())
            {
                // Nobody but the scheduler sleeps so long, and it was asleep when its jobs came due.
                time.SetUtcNow(wakes);
            }
            else if (ticks % 250 == 0)
            {
                time.Advance(Blink);
            }
        }
    }

    public async Task<PipelineSnapshot> SnapshotAsync() => await _app!.Services.GetRequiredService<IPipelineReader>().GetSnapshotAsync(null, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }

    private string Restless() => string.Join("; ", _store.Rows("SELECT 'turn', id, error FROM inbox WHERE state = 0 UNION ALL SELECT 'message to', room_id, error FROM outbox WHERE state = 0 UNION ALL SELECT 'job', job, MAX(due_at) FROM job_ledger GROUP BY job").Select(row => string.Join(' ', row)));

    private bool HasWaiting() => _store.One(
        "SELECT (SELECT COUNT(*) FROM inbox WHERE state = 0) + (SELECT COUNT(*) FROM outbox WHERE state = 0 AND due_at <= $now)",
        ("$now", time.GetUtcNow().ToUnixTimeMilliseconds())) != "0";

    private bool HasDueJobs()
    {
        var done = _store.Rows("SELECT job, MAX(due_at) FROM job_ledger GROUP BY job").ToDictionary(row => row[0]!, row => long.Parse(row[1]!, CultureInfo.InvariantCulture));
        return _jobs.Any(job => job.Schedule.LastDue(time.GetUtcNow()) is { } due && (!done.TryGetValue(job.Name, out var at) || at < due.ToUnixTimeMilliseconds()));
    }
}
