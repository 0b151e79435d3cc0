using RevBot.Pipeline.Analytics.Drift;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Tests.Simulation;

/// <summary>A year in which every segment and region of every stage is looked at each week.</summary>
internal static class PartRun
{
    private const int Week = 5;

    private static readonly string[] Segments = ["SMB", "Mid-Market", "Enterprise"];

    private static readonly string[] Regions = ["EMEA", "AMER", "APAC"];

    public static StageId StageOf(int stage) => new($"s{stage}");

    /// <summary>What each week's look finds, by the day it is taken on.</summary>
    /// <param name="change">What becomes of each stay.</param>
    public static IEnumerable<(int Day, IReadOnlyList<PartDrift> Found, int LookedAt)> Looks(SimulatedSales sales, int seed, Func<SimulatedVisit, SimulatedVisit> change)
    {
        var random = new Random(seed ^ 0x5EED);
        var stages = Enumerable.Range(0, SimulatedSales.Stages).Select(stage => (Stage: StageOf(stage), Stays: new List<DatedStay>())).ToList();
        foreach (var visit in sales.Live(seed, -SimulatedSales.Year, SimulatedSales.Year).Select(change))
        {
            stages[visit.Stage].Stays.Add(new DatedStay(Segments[visit.Segment], visit.Entered, visit.Left) { Region = Regions[random.Next(Regions.Length)] });
        }

        for (var day = Week; day <= SimulatedSales.Year; day += Week)
        {
            var (found, lookedAt, _) = PartSurvey.Look(stages, day);
            yield return (day, found, lookedAt);
        }
    }
}
