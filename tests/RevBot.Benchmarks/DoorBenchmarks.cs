using System.Diagnostics;
using System.Globalization;

namespace RevBot.Benchmarks;

/// <summary>The Slack door beside the bare endpoint, in one sitting: durable acknowledgements, and whole turns with a computed answer sent.</summary>
internal static class DoorBenchmarks
{
    /// <summary>Every computed answer says from when its data is, and nothing else does.</summary>
    public const string Receipt = "as of ";

    /// <summary>So long the runtime still compiles what turns out to be hot; nothing is measured before.</summary>
    public static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    private static readonly int[] Connections = [1, 16, 64];

    private static readonly string[] Questions =
    [
        "pipeline by stage", "win rate by source last quarter", "won amount this year", "how many open deals", "top 5 reps by won amount this year",
        "pipeline in EMEA", "average deal size this year", "lost deals by loss reason last 90 days", "weighted pipeline", "sales cycle last 6 months",
    ];

    private static string Program => typeof(RevBot.Hosting.DataFolder).Assembly.Location;

    private static string Bare => typeof(DoorBenchmarks).Assembly.Location;

    public static async Task AcknowledgeAsync(bool quick)
    {
        Console.WriteLine("Durable acknowledgements: signed unique events, answered 200 once stored. The bot's workers rest meanwhile, as the bare endpoint has none.");
        Console.WriteLine($"{"connections",11} | {"bare/s",9} {"p99 ms",7} {"CPU s/1,000",11} | {"bot/s",9} {"p99 ms",7} {"CPU s/1,000",11} | share of bare");
        using var folder = new Scratch();
        await using var stand = await SlackStand.StartAsync();
        await using var bare = await StartBareAsync(folder, null);
        await BotData.WriteAsync(folder.File("data"), 2_500);
        await using var bot = await StartBotAsync(folder.File("data"), stand, new() { ["RevBot__Workers"] = "false" });
        var number = await WarmUpAsync([bare, bot], _ => "hello", null);
        foreach (var connections in Connections)
        {
            var count = (quick ? 4_000 : 20_000) * (connections == 1 ? 1 : 2);
            var rounds = new List<(Measured Bare, Measured Bot)>();
            for (var round = 0; round < 3; round++)
            {
                var reference = await RunAsync(bare, number, count, connections, _ => "hello", null);
                var measured = await RunAsync(bot, number, count, connections, _ => "hello", null);
                number += count;
                rounds.Add((reference, measured));
            }

            var (r, m) = rounds.OrderBy(pair => pair.Bot.Load.PerSecond / pair.Bare.Load.PerSecond).ElementAt(1);
            Console.WriteLine($"{connections,11} | {r.Load.PerSecond,9:N0} {r.Load.P99,7:0.0} {r.CpuPerThousand,11:0.000} | {m.Load.PerSecond,9:N0} {m.Load.P99,7:0.0} {m.CpuPerThousand,11:0.000} | {m.Load.PerSecond / r.Load.PerSecond,8:P0} (goal 50 %)");
        }
    }

    public static async Task AnswerAsync(bool quick)
    {
        Console.WriteLine("Whole turns: event in, answer computed over 2,500 deals, reply posted; the next event of a connection follows the reply. Ten questions over and over, then each a new one.");
        Console.WriteLine($"{"connections",11} | {"bare/s",9} {"p99 ms",7} {"CPU s/1,000",11} | {"bot/s",9} {"p99 ms",7} {"CPU s/1,000",11} | share of bare");
        using var folder = new Scratch();
        await BotData.WriteAsync(folder.File("data"), 2_500);
        await using var stand = await SlackStand.StartAsync(await BotData.ExecutiveOfAsync(folder.File("data")));
        await using var bare = await StartBareAsync(folder, stand.ApiUrl);
        await using var bot = await StartBotAsync(folder.File("data"), stand, []);
        var number = await WarmUpAsync([bare, bot], TextOf, stand);

        foreach (var (connections, textOf) in Connections.Select(connections => (connections, (Func<int, string>)TextOf)).Append((16, NewTextOf)))
        {
            var count = (quick ? 2_000 : 8_000) * (connections == 1 ? 1 : 2);
            var rounds = new List<(Measured Bare, Measured Bot)>();
            for (var round = 0; round < 3; round++)
            {
                var reference = await RunAsync(bare, number, count, connections, textOf, stand);
                stand.Expected = Receipt;
                var measured = await RunAsync(bot, number + count, count, connections, textOf, stand);
                stand.Verify();
                stand.Expected = null;
                number += 2 * count;
                rounds.Add((reference, measured));
            }

            var (r, m) = rounds.OrderBy(pair => pair.Bot.Load.PerSecond / pair.Bare.Load.PerSecond).ElementAt(1);
            Console.WriteLine($"{connections,11} | {r.Load.PerSecond,9:N0} {r.Load.P99,7:0.0} {r.CpuPerThousand,11:0.000} | {m.Load.PerSecond,9:N0} {m.Load.P99,7:0.0} {m.CpuPerThousand,11:0.000} | {m.Load.PerSecond / r.Load.PerSecond,8:P0} {(textOf == NewTextOf ? "each question new, none remembered" : $"(goal 25 %{(connections == 16 ? ", p99 ≤ 20 ms" : string.Empty)})")}");
        }
    }

    /// <summary>Resident memory of a serving bot that has answered every question once and has made up for the nightly jobs it was down for.</summary>
    public static async Task<double> MeasureMemoryAsync(string data, string email)
    {
        await using var stand = await SlackStand.StartAsync(email);
        await using var bot = await StartBotAsync(data, stand, []);
        stand.Expected = Receipt;
        await RunAsync(bot, 0, Questions.Length, 2, TextOf, stand);
        stand.Verify();
        var settled = bot.Megabytes;
        for (var seconds = 0; seconds < 60; seconds += 10)
        {
            await Task.Delay(TimeSpan.FromSeconds(10));
            var now = bot.Megabytes;
            if (Math.Abs(now - settled) < .01 * settled)
            {
                break;
            }

            settled = now;
        }

        return bot.Megabytes;
    }

    private static string TextOf(int number) => Questions[number % Questions.Length];

    /// <summary>With an amount of its own, so that neither a reading nor an answer is remembered.</summary>
    private static string NewTextOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{TextOf(number)} over {10_000 + number}");

    private static Task<ServerProcess> StartBareAsync(Scratch folder, string? replyTo) => ServerProcess.StartAsync(
        Bare,
        "/health",
        replyTo is null ? ["bare", "{port}", folder.File("bare.db")] : ["bare", "{port}", folder.File("bare.db"), replyTo],
        new Dictionary<string, string?>());

    private static async Task<ServerProcess> StartBotAsync(string data, SlackStand stand, Dictionary<string, string?> settings)
    {
        settings["SLACK_BOT_TOKEN"] = "xoxb-benchmark";
        settings["SLACK_SIGNING_SECRET"] = SignedEvents.Secret;
        settings["SLACK_API_URL"] = stand.ApiUrl;
        return await ServerProcess.StartAsync(Program, "/health/ready", ["serve", "--urls", "http://127.0.0.1:{port}", "--data", data], settings);
    }

    /// <summary>Keeps each server as busy as it will be until it has been warm long enough; returns the first number not used yet.</summary>
    private static async Task<int> WarmUpAsync(ServerProcess[] servers, Func<int, string> textOf, SlackStand? replies)
    {
        const int count = 2_000;
        var number = 0;
        foreach (var server in servers)
        {
            for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < WarmUp; number += count)
            {
                await RunAsync(server, number, count, 16, textOf, replies);
            }
        }

        return number;
    }

    private static async Task<Measured> RunAsync(ServerProcess server, int first, int count, int connections, Func<int, string> textOf, SlackStand? replies)
    {
        replies?.Forget();
        var requests = SignedEvents.Build(first, count, TimeProvider.System.GetUtcNow(), textOf);
        var cpu = server.Cpu;
        var load = await Load.RunAsync(server.Port, requests, connections, replies is null ? null : index => replies.ReplyInAsync($"D{first + index:d10}"));
        return new Measured(load, (server.Cpu - cpu).TotalSeconds * 1000 / count);
    }

    private sealed record Measured(LoadResult Load, double CpuPerThousand);
}
