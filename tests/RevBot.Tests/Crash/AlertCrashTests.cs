using System.Globalization;
using RevBot.Testing.Slack;
using RevBot.Tests.Support;

namespace RevBot.Tests.Crash;

/// <summary>Killed while alerts and digests are told, the bot loses none and tells none twice. <c>tests/crash.sh</c> kills more often.</summary>
public sealed class AlertCrashTests
{
    /// <summary>Messages the outbox may have in flight at the moment of a kill.</summary>
    private const int InFlight = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("REVBOT_CRASH_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 5;

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("REVBOT_CRASH_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    [Fact]
    public async Task Killed_at_random_moments_of_its_jobs_it_tells_everything_and_nothing_twice()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        Assert.Equal(0, (await RevBotProcess.RunAsync(["demo", "--data", data, "--deals", "800"])).ExitCode);
        await TellAtAnyHourAsync(Path.Combine(data, "company.yaml"));
        var store = StoreFile.In(data);
        await using var slack = await FakeSlackServer.StartAsync();
        foreach (var person in store.Rows("SELECT id, name, email FROM people WHERE email IS NOT NULL"))
        {
            slack.AddUser(new FakeSlackUser($"U{person[0]}", person[1]!, person[2]) { TimeZone = "America/New_York" });
        }

        var random = new Random(Seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            await RunJobsUntilKilledAsync(data, store, slack, random);
        }

        // What is due, and what the dead left behind, is done once more to the end.
        store.Execute("DELETE FROM job_ledger");
        await using (var bot = await RevBotProcess.ServeAsync(data, slack.Settings()))
        {
            while (store.One("SELECT COUNT(*) FROM job_ledger WHERE job IN ('stalled-deals', 'deal-alerts', 'team-alerts', 'digests')") != "4")
            {
                await Task.Delay(20);
            }

            await bot.DrainAsync();
            Assert.Equal(0, await bot.InterruptAsync());
        }

        Assert.Equal("ok", store.One("PRAGMA integrity_check"));
        EverythingWasTold(store, slack);
        NothingWasToldTwice(store, slack);
        Assert.Contains(" 0 would be told,", (await RevBotProcess.RunAsync(["alerts", "run", "--dry-run", "--data", data], environment: slack.Settings())).Output, StringComparison.Ordinal);
    }

    /// <summary>The test does not wait for a work day's morning: there are no quiet hours, and it is the morning now.</summary>
    private static async Task TellAtAnyHourAsync(string company)
    {
        var local = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/New_York"));
        var text = await File.ReadAllTextAsync(company);
        var lines = text.Split('\n').Select(line => line.Trim().Split(':')[0] switch
        {
            "work_days" => line[..(line.IndexOf(':', StringComparison.Ordinal) + 1)] + " [monday, tuesday, wednesday, thursday, friday, saturday, sunday]",
            "quiet_hours" => "  quiet_hours: off",
            "digests" => "  digests: true",
            "digest_at" => string.Create(CultureInfo.InvariantCulture, $"  digest_at: \"{Math.Max(0, local.Hour - 1):00}:00\""),
            "max_cards_per_room" => "  max_cards_per_room: 50",
            "rules" => "  rules:\n    - { alert: no_next_step, when: at_once, to: owner }",
            _ => line,
        });
        await File.WriteAllTextAsync(company, string.Join('\n', lines));
    }

    /// <summary>Everything is due again at the start, so that what was told keeps a run from telling it again, and not only the ledger.</summary>
    private static async Task RunJobsUntilKilledAsync(string data, StoreFile store, FakeSlackServer slack, Random random)
    {
        store.Execute("DELETE FROM job_ledger");
        var before = slack.Calls.Count;
        var wanted = before + random.Next(0, 12);
        await using var bot = RevBotProcess.Begin(data, slack.Settings());
        using var patience = new CancellationTokenSource(Patience);
        while (slack.Calls.Count <= wanted && !patience.IsCancellationRequested)
        {
            await Task.Delay(5);
        }

        await Task.Delay(random.Next(0, 80));
        await bot.KillAsync();
    }

    private static void EverythingWasTold(StoreFile store, FakeSlackServer slack)
    {
        var posts = Posts(slack).Select(post => post.Key).ToHashSet();
        Assert.Empty(store.Rows("SELECT due_at, message FROM outbox WHERE state = 0"));
        Assert.Empty(store.Rows("SELECT error, message FROM outbox WHERE state = 2"));
        Assert.Equal("0", store.One("SELECT COUNT(*) FROM inbox WHERE state <> 1"));
        var tellings = store.Rows("SELECT message_id FROM alert_tellings").Select(row => row[0]!).ToList();
        Assert.True(tellings.Count > 20, $"Only {tellings.Count} alerts were told.");
        Assert.DoesNotContain(tellings, telling => !posts.Contains(telling));
        var digests = store.Rows("SELECT id FROM outbox WHERE state = 1 AND turn_id LIKE '%:digests:%'").Select(row => row[0]!).ToList();
        Assert.NotEmpty(digests);
        Assert.DoesNotContain(digests, digest => !posts.Contains(digest));
    }

    private static void NothingWasToldTwice(StoreFile store, FakeSlackServer slack)
    {
        Assert.Empty(store.Rows("SELECT json_extract(message, '$.cardKey') AS card, room_id FROM outbox WHERE json_extract(message, '$.kind') = 'Post' AND card IS NOT NULL AND turn_id NOT LIKE '%:digests:%' GROUP BY card, room_id HAVING COUNT(*) > 1"));
        Assert.Empty(store.Rows("SELECT turn_id FROM outbox WHERE turn_id LIKE '%:digests:%' GROUP BY turn_id HAVING COUNT(*) > 1"));

        // A message goes out twice only when the process died between Slack's answer and its mark.
        var posts = Posts(slack).ToList();
        Assert.InRange(posts.Sum(post => post.Value - 1), 0, Kills * InFlight);
        Assert.All(posts, post => Assert.InRange(post.Value, 1, 1 + Kills));
    }

    private static Dictionary<string, int> Posts(FakeSlackServer slack) => slack.Calls
        .Where(call => call.Method == "chat.postMessage" && call.IsAccepted)
        .Select(call => call.Arguments.GetProperty("metadata").GetProperty("event_payload").GetProperty("key").GetString()!)
        .CountBy(key => key)
        .ToDictionary();
}
