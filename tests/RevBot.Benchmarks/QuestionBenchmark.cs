using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Channels.Terminal;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Hosting;
using RevBot.Intents.Ask;

namespace RevBot.Benchmarks;

/// <summary>How long a question takes from words to rendered answer, commit of the turn included, and what a large company of a million stage changes costs in memory.</summary>
internal static class QuestionBenchmark
{
    private static readonly string[] Questions =
    [
        "where is the pipeline by stage?", "open pipeline in EMEA", "pipeline by owner", "weighted pipeline this quarter", "how many open deals are there by segment?",
        "won amount this year", "won amount by month this year", "top 10 reps by won amount this year", "win rate by source last quarter vs the one before",
        "win rate by value in Enterprise last 6 months", "average deal size by region this year", "sales cycle by segment last year", "created pipeline by source last 90 days",
        "lost deals by loss reason last quarter", "time in stage", "open deals over 50k in negotiation", "pipeline without a next step", "won amount by region and quarter this year",
        "pipeline by region and segment", "deals lost by competitor last year", "sales cycle by product last year", "deals without a next step by owner",
        "lost deals last quarter", "open deals closing this month", "sales velocity by segment", "stage conversion", "conversion from Proposal by source last year",
    ];

    public static async Task RunAsync(bool quick)
    {
        Console.WriteLine($"{"deals",9} | {"stage changes",13} | {"p50 ms",7} {"p99 ms",7} {"slowest",8} | goal p99 | pipeline read, s | first question ms (goal ≤ 1,000) | memory of a serving bot, MB (goal ≤ 600 at 200,000)");
        foreach (var (deals, goal, wander) in new[] { (2_500, 5, "0"), (200_000, 20, "0.56") })
        {
            using var folder = new Scratch();
            var data = folder.File("data");
            await BotData.WriteAsync(data, quick ? Math.Min(deals, 50_000) : deals, wander);
            await using var tools = Tools.Open(DataFolder.Open(data));
            var runner = tools.Services.GetRequiredService<ITurnRunner>();

            // What a started bot is ready by.
            var start = Stopwatch.GetTimestamp();
            var snapshot = await tools.Services.GetRequiredService<Readiness>().PrepareAsync(CancellationToken.None);
            var ready = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var person = BotData.ExecutiveOf(snapshot);
            var first = (await AskAsync(runner, Questions[0], person, 0)).TotalMilliseconds;
            var (began, warm) = (Stopwatch.GetTimestamp(), 0);
            for (; Stopwatch.GetElapsedTime(began) < DoorBenchmarks.WarmUp; warm++)
            {
                await AskAsync(runner, $"{Questions[warm % Questions.Length]} over {9_900 - (warm % 300)}", person, warm + 1);
            }

            var times = new List<(double Milliseconds, string Question)>();
            for (var round = 0; round < Questions.Length * (quick ? 10 : 40); round++)
            {
                // An amount of its own in a filter makes each question a new one, so that no remembered answer counts; none that could be a year.
                var question = Questions[round % Questions.Length];
                times.Add(((await AskAsync(runner, $"{question} over {10_000 + round}", person, warm + 1 + round)).TotalMilliseconds, question));
            }

            var changes = snapshot.Deals.ToArray().Sum(deal => deal.Visits.Count(visit => !visit.IsOpen));
            var sorted = times.Select(entry => entry.Milliseconds).Order().ToList();
            var slowest = times.GroupBy(entry => entry.Question)
                .Select(group => (Question: group.Key, Median: group.Select(entry => entry.Milliseconds).Order().ElementAt(group.Count() / 2)))
                .OrderByDescending(entry => entry.Median)
                .Take(3)
                .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Question} {entry.Median:0.0} ms"));
            var memory = await DoorBenchmarks.MeasureMemoryAsync(data, person);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{snapshot.Deals.Length,9:N0} | {changes,13:N0} | {sorted[sorted.Count / 2],7:0.00} {sorted[(int)(sorted.Count * .99)],7:0.00} {sorted[^1],8:0.00} | {goal,5} ms | {ready,16:0.0} | {first,34:0} | {memory:0}"));
            Console.WriteLine($"          slowest kinds, median: {string.Join("; ", slowest)}");
        }
    }

    private static async Task<TimeSpan> AskAsync(ITurnRunner runner, string text, string person, int number)
    {
        var turn = TerminalChannel.Said(text, person, $"bench-{number}", $"bench-{number}-{Stopwatch.GetTimestamp()}", TimeProvider.System.GetUtcNow(), null);
        var started = Stopwatch.GetTimestamp();
        var result = await runner.RunAsync(turn, CancellationToken.None);
        var said = string.Concat(result.Messages.Select(message => PlainTextRenderer.Render(message.Card)));
        var took = Stopwatch.GetElapsedTime(started);
        return said.Contains(DoorBenchmarks.Receipt, StringComparison.Ordinal) ? took : throw new InvalidOperationException($"No answer to “{text}”: {said}");
    }
}
