using System.Globalization;
using RevBot.Pipeline.Analytics.Drift;
using Xunit.Abstractions;

namespace RevBot.Pipeline.Tests.Simulation;

/// <summary>How soon one segment of a stage that went from 4 days to 7 is told of, and how much of what is told is false. <c>tests/stalls.sh</c> runs more years.</summary>
public sealed class PartSimulationTests(ITestOutputHelper output)
{
    private const int Begins = 100;

    /// <summary>Twelve weeks: from then on the latest stays are all slow ones.</summary>
    private const int Soon = 60;

    private static readonly string? Whole = Environment.GetEnvironmentVariable("REVBOT_TEST_SEEDS");

    private static readonly int FirstSeed = Whole is null ? 70_000 : int.Parse(Whole, CultureInfo.InvariantCulture) + 20_000;

    [Fact]
    public void A_slower_segment_of_a_stage_is_told_and_where_nothing_has_changed_hardly_anything_is()
    {
        var seeds = Enumerable.Range(FirstSeed, Whole is null ? 12 : 40).ToList();
        output.WriteLine($"{"deals a day",11} {"segment",-11} {"looked at",9} {"weeks with a false one",22} {"found in 8 weeks",16} {"in 12",5} {"false of found",14}");
        foreach (var (dealsADay, segment, name) in ((double, int, string)[])[(4, 0, "SMB"), .. Whole is null ? [] : ((double, int, string)[])[(4, 1, "Mid-Market"), (4, 2, "Enterprise"), (1, 0, "SMB"), (16, 0, "SMB"), (16, 2, "Enterprise")]])
        {
            var sales = new SimulatedSales { DealsADay = _ => dealsADay };
            var steady = seeds.SelectMany(seed => PartRun.Looks(sales, seed, visit => visit)).ToList();
            var (soon, later, wrong) = (0, 0, new List<double>());
            foreach (var seed in seeds)
            {
                var looks = PartRun.Looks(sales, seed, visit => visit.Stage == SimulatedSales.Proposal && visit.Segment == segment && visit.Entered >= Begins ? visit with { Left = visit.Entered + (7d / 4 * (visit.Left - visit.Entered)) } : visit)
                    .Where(look => look.Day is > Begins and <= Begins + Soon).ToList();
                bool Finds(PartDrift drift) => drift.Stage == PartRun.StageOf(SimulatedSales.Proposal) && drift.Part == name && drift.IsSlower;
                soon += looks.Exists(look => look.Day <= Begins + PartSurvey.Lately && look.Found.Any(Finds)) ? 1 : 0;
                later += looks.Exists(look => look.Found.Any(Finds)) ? 1 : 0;

                // A region that the segment is half of is slower, and no false finding.
                wrong.AddRange(looks.Select(look => look.Found.Count(drift => drift.Stage != PartRun.StageOf(SimulatedSales.Proposal)) / Math.Max(1d, look.Found.Count)));
            }

            var falseWeeks = steady.Average(look => look.Found.Count > 0 ? 1d : 0);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{dealsADay,11} {name,-11} {steady.Average(look => look.LookedAt),9:0.0} {falseWeeks,22:0.00} {(double)soon / seeds.Count,16:0.00} {(double)later / seeds.Count,5:0.00} {wrong.Average(),14:0.00}"));
            if (dealsADay == 4 && segment == 0)
            {
                Assert.InRange(falseWeeks, 0, .15);
                Assert.InRange((double)later / seeds.Count, .65, 1);
            }
        }
    }
}
