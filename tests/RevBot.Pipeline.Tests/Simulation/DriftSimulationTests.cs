using System.Globalization;
using RevBot.Pipeline.Analytics.Drift;
using Xunit.Abstractions;

namespace RevBot.Pipeline.Tests.Simulation;

/// <summary>How soon a stage that went from 4 days to 7 is told of, and how often one that did not. <c>tests/stalls.sh</c> runs more years.</summary>
public sealed class DriftSimulationTests(ITestOutputHelper output)
{
    private const int Begins = 100;

    /// <summary>Sixty days of the calendar.</summary>
    private const int Soon = 43;

    private static readonly string? Whole = Environment.GetEnvironmentVariable("REVBOT_TEST_SEEDS");

    private static readonly int FirstSeed = Whole is null ? 60_000 : int.Parse(Whole, CultureInfo.InvariantCulture) + 10_000;

    [Fact]
    public void A_slower_stage_is_told_of_within_two_months_and_a_steady_one_hardly_ever()
    {
        var seeds = Whole is null ? 10 : 40;
        output.WriteLine($"{"deals a day",11} {"limit",7} {"false a stage-year",18} {"found in 60 days",16} {"median days",11}");
        foreach (var (dealsADay, limit) in ((double, double)[])[(4, DriftWatch.ChannelLimit), .. Whole is null ? [] : ((double, double)[])[(4, DriftWatch.DigestLimit), (1, DriftWatch.ChannelLimit), (1, DriftWatch.DigestLimit), (16, DriftWatch.ChannelLimit)]])
        {
            var steady = new SimulatedSales { DealsADay = _ => dealsADay };
            var slower = steady with { Drag = (stage, day) => stage == SimulatedSales.Proposal && day >= Begins ? 7d / 4 : 1 };
            var runs = Enumerable.Range(FirstSeed, dealsADay > 4 ? seeds / 4 : seeds).ToList();
            var falseAlarms = runs.Average(seed => DriftRun.Alarms(steady, seed, limit).Average(alarms => alarms.Count));
            var found = runs.ConvertAll(seed => DriftRun.Alarms(slower, seed, limit)[SimulatedSales.Proposal].Find(day => day > Begins) is > 0 and var day ? day - Begins : int.MaxValue);
            var soon = found.Average(days => days <= Soon ? 1d : 0);
            found.Sort();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{dealsADay,11} {limit,7} {falseAlarms,18:0.00} {soon,16:0.00} {(found[found.Count / 2] is < int.MaxValue and var median ? $"{median * 7 / 5}" : "never"),11}"));
            if (dealsADay == 4 && limit == DriftWatch.ChannelLimit)
            {
                Assert.InRange(soon, .9, 1);
                Assert.InRange(falseAlarms, 0, .25);
            }
        }
    }
}
