using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Turns;
using RevBot.Hosting;
using RevBot.Intents.Ask;
using RevBot.Intents.DealAlerts;
using RevBot.Intents.SlowStages;
using RevBot.Intents.StalledDeals;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Analytics.Drift;
using RevBot.Pipeline.Company;

namespace RevBot.Benchmarks;

/// <summary>The nightly run of the alerts: looking at every stay there is, planning what is told where, writing it down. Nothing is remembered from one run to the next. Beside it what each quarter of an hour costs: every rule held against every deal.</summary>
internal static class NightlyBenchmark
{
    public static async Task RunAsync(bool quick)
    {
        Console.WriteLine($"{"deals",9} | {"stage changes",13} | {"stalls, s",9} | {"drifts, s",9} | whole run, s (goal ≤ 1) | lowest | its CPU, s | allocated, MB | kept, MB | a quarter of an hour, s");
        foreach (var (deals, wander) in new[] { (2_500, "0"), (200_000, "0.56") })
        {
            using var folder = new Scratch();
            var data = folder.File("data");
            await BotData.WriteAsync(data, quick ? Math.Min(deals, 50_000) : deals, wander);
            await using var tools = Tools.Open(DataFolder.Open(data));
            var snapshot = await tools.Services.GetRequiredService<Readiness>().PrepareAsync(CancellationToken.None);
            var company = tools.Services.GetRequiredService<ICompany>().Profile;
            var (stalls, drifts, whole, busy, quarters) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
            var (allocated, kept) = (0L, 0L);
            for (var round = 0; round < (quick ? 3 : 7); round++)
            {
                // A night apart, as the runs are, so that nothing learned within the hour counts.
                var now = TimeProvider.System.GetUtcNow().AddDays(-round);
                stalls.Add(Seconds(() => StallDetector.Detect(snapshot, company, now)));
                drifts.Add(Seconds(() => DriftDetector.Detect(snapshot, company, now)));
                var (before, held) = (GC.GetTotalAllocatedBytes(), GC.GetTotalMemory(forceFullCollection: true));
                var (start, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                await RunAsync(tools.Services, now.AddHours(-2));
                whole.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                busy.Add((Environment.CpuUsage.TotalTime - worked).TotalSeconds);
                (allocated, kept) = (GC.GetTotalAllocatedBytes() - before, GC.GetTotalMemory(forceFullCollection: true) - held);
                quarters.Add(await QuarterAsync(tools.Services, now.AddHours(-2)));
            }

            var changes = snapshot.Deals.ToArray().Sum(deal => deal.Visits.Count(visit => !visit.IsOpen));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{snapshot.Deals.Length,9:N0} | {changes,13:N0} | {Median(stalls),9:0.00} | {Median(drifts),9:0.00} | {Median(whole),23:0.00} | {whole.Min(),6:0.00} | {Median(busy),10:0.00} | {allocated / 1048576d,13:0} | {Math.Max(0, kept) / 1048576d,8:0} | {Median(quarters):0.00}"));
        }
    }

    /// <summary>What the scheduler does, without rooms to post in.</summary>
    private static async Task RunAsync(IServiceProvider services, DateTimeOffset now)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SlowStagesAlert>().RunAsync(now, now, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<StalledDealsAlert>().RunAsync(now, now, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ITurnTransaction>().CommitAsync(CancellationToken.None);
    }

    /// <summary>The second of two runs in a quarter of an hour: what the first one found is known.</summary>
    private static async Task<double> QuarterAsync(IServiceProvider services, DateTimeOffset now)
    {
        var start = 0L;
        for (var run = 0; run < 2; run++)
        {
            await using var scope = services.CreateAsyncScope();
            start = Stopwatch.GetTimestamp();
            await scope.ServiceProvider.GetRequiredService<DealAlertsJob>().RunAsync(now, now.AddMinutes(run), CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<ITurnTransaction>().CommitAsync(CancellationToken.None);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Seconds(Action what)
    {
        var start = Stopwatch.GetTimestamp();
        what();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
