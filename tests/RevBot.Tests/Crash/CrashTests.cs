using System.Globalization;
using RevBot.Testing.Slack;
using RevBot.Tests.Support;

namespace RevBot.Tests.Crash;

/// <summary>The promise of the store: what was acknowledged is done once, whatever happens to the process. <c>tests/crash.sh</c> kills a hundred times.</summary>
public sealed class CrashTests
{
    private const int Events = 2_000;

    /// <summary>Messages the outbox may have in flight at the moment of a kill.</summary>
    private const int InFlight = 64;

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("REVBOT_CRASH_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 10;

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("REVBOT_CRASH_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    [Fact]
    public async Task Killed_at_random_moments_it_loses_nothing_and_does_nothing_twice()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        Assert.Equal(0, (await RevBotProcess.RunAsync(["demo", "--data", data, "--deals", "800"])).ExitCode);
        var store = StoreFile.In(data);
        var deals = store.Rows("SELECT id FROM deals WHERE status = 'open' ORDER BY id").Select(row => row[0] ?? string.Empty).ToList();
        var eventsBefore = store.One("SELECT COUNT(*) FROM events");
        await using var slack = await FakeSlackServer.StartAsync();
        slack.AddUser(new FakeSlackUser("U1", "Ops", store.One("SELECT email FROM people WHERE role = 'operations' ORDER BY id")));

        // What waits from an alert run is sent by the server, between kills.
        Assert.Equal(0, (await RevBotProcess.RunAsync(["alerts", "run", "--data", data], environment: slack.Settings())).ExitCode);
        await using var replay = new CrashReplay(slack, data, deals, Seed);
        await replay.RunAsync(Events, Kills);
        await replay.Bot.InterruptAsync();

        Assert.Equal(Kills, replay.Kills.Count);
        Assert.Equal("ok", store.One("PRAGMA integrity_check"));
        EverythingAcceptedWasHandled(replay, store);
        EveryChangeHappenedOnce(replay, store);
        NoDealWasLostTwice(store);
        EveryMessageWasSentAndNoneTwiceWithoutACrash(replay, slack, store);
        Assert.True(long.Parse(store.One("SELECT COUNT(*) FROM events") ?? "0", CultureInfo.InvariantCulture) > long.Parse(eventsBefore ?? "0", CultureInfo.InvariantCulture));
        var doctor = await RevBotProcess.RunAsync(["doctor", "--data", data]);
        Assert.Contains("follows from their history", doctor.Output, StringComparison.Ordinal);
    }

    private static void EverythingAcceptedWasHandled(CrashReplay replay, StoreFile store)
    {
        var handled = store.Rows("SELECT id FROM inbox WHERE state = 1").Select(row => row[0]).ToHashSet();
        Assert.Equal(Events, replay.Accepted.Distinct().Count());
        Assert.DoesNotContain(replay.Accepted, id => !handled.Contains($"slack:{id}"));
        Assert.Equal("0", store.One("SELECT COUNT(*) FROM inbox WHERE state <> 1"));
    }

    private static void EveryChangeHappenedOnce(CrashReplay replay, StoreFile store)
    {
        var changes = store
            .Rows("SELECT turn_id, deal_id FROM deal_events WHERE kind = 'amount_changed' AND door = 'slack'")
            .ToLookup(row => row[0], row => row[1]);
        foreach (var (id, wish) in replay.Amounts)
        {
            // A deal may have been lost before the change was read; then it is refused, never done twice.
            var done = changes[$"slack:{id}"].ToList();
            Assert.True(done.Count <= 1, $"{id} changed a deal {done.Count} times.");
            Assert.All(done, deal => Assert.Equal(wish.Split('=')[0], deal));
        }

        Assert.True(changes.Count > replay.Amounts.Count / 4, $"Only {changes.Count} of {replay.Amounts.Count} changes were made.");
    }

    private static void NoDealWasLostTwice(StoreFile store)
    {
        Assert.Empty(store.Rows("SELECT deal, COUNT(*) FROM events WHERE kind = 'lost' AND door = 'slack' GROUP BY deal HAVING COUNT(*) > 1"));
        Assert.NotEqual("0", store.One("SELECT COUNT(*) FROM events WHERE kind = 'lost' AND door = 'slack'"));
        Assert.Equal("0", store.One("SELECT COUNT(*) FROM deals d WHERE version <> (SELECT COUNT(*) FROM events e WHERE e.deal = d.position)"));
    }

    private static void EveryMessageWasSentAndNoneTwiceWithoutACrash(CrashReplay replay, FakeSlackServer slack, StoreFile store)
    {
        var posts = slack.Calls
            .Where(call => call.Method == "chat.postMessage" && call.IsAccepted)
            .Select(call => call.Arguments.GetProperty("metadata").GetProperty("event_payload").GetProperty("key").GetString())
            .GroupBy(key => key)
            .ToDictionary(group => group.Key ?? string.Empty, group => group.Count());
        Assert.Equal("0", store.One("SELECT COUNT(*) FROM outbox WHERE state = 0"));
        Assert.Empty(store.Rows("SELECT error, message FROM outbox WHERE state = 2"));
        foreach (var row in store.Rows("SELECT id FROM outbox WHERE state = 1 AND channel = 'slack' AND message NOT LIKE '%\"kind\":\"Update\"%'"))
        {
            Assert.True(posts.GetValueOrDefault(row[0] ?? string.Empty) >= 1 || IsUpdate(store, row[0]), $"Message {row[0]} was never posted.");
        }

        // A message goes out twice only when the process died between Slack's answer and its mark.
        var again = posts.Values.Sum(count => count - 1);
        Assert.InRange(again, 0, replay.Kills.Count * InFlight);
        Assert.All(posts, post => Assert.InRange(post.Value, 1, 1 + replay.Kills.Count));
    }

    private static bool IsUpdate(StoreFile store, string? id) =>
        store.One("SELECT message FROM outbox WHERE id = $id", ("$id", id ?? string.Empty))?.Contains("\"target\"", StringComparison.OrdinalIgnoreCase) == true;
}
