namespace RevBot.Pipeline.Tests.Simulation;

/// <summary>A kind of company stall alerts must be right for.</summary>
/// <param name="Seeds">How many of them make a fair picture; small companies vary more.</param>
/// <param name="Years">Of history before alerts are switched on, by seed.</param>
internal sealed record StallScenario(string Name, SimulatedSales Sales, int Seeds, Func<int, double> Years)
{
    private const int Week = 5;

    /// <summary>So long stays are followed that began in the year of the test.</summary>
    private const int Tail = 120;

    public static readonly StallScenario[] All = [.. Basic(), .. Basic().Where(one => one.Name is "base" or "small" or "young" or "none stalled").Select(one => one with { Name = one.Name == "base" ? "unlike spreads" : $"unlike, {one.Name}", Sales = one.Sales.WithUnlikeSpreads() })];

    /// <summary>A year of alerts, run every day, relearned every week; a stay is told of once.</summary>
    public StallScore Run(StallRule rule, int seed)
    {
        var history = Years(seed) * SimulatedSales.Year;
        var visits = Sales.Live(seed, -history, SimulatedSales.Year);
        visits.Sort((one, other) => one.Entered.CompareTo(other.Entered));
        var told = new bool[visits.Count];
        var running = new List<int>();
        var next = visits.FindIndex(visit => visit.Entered >= 0);
        var isTold = rule.Learn([]);
        for (var day = 1; day <= SimulatedSales.Year + Tail; day++)
        {
            if (day % Week == 1)
            {
                isTold = rule.Learn([.. visits.Where(visit => visit.Entered <= day && visit.Entered > day - SimulatedSales.Year)
                    .Select(visit => new StallRule.KnownStay(visit.Stage, visit.Segment, Math.Min(visit.Left, day) - visit.Entered, visit.Left <= day))]);
            }

            for (; next < visits.Count && visits[next].Entered <= day; next++)
            {
                running.Add(next);
            }

            running.RemoveAll(place => visits[place].Left <= day || (told[place] |= isTold(visits[place].Stage, visits[place].Segment, day - visits[place].Entered)));
        }

        var score = default(StallScore);
        for (var place = 0; place < visits.Count; place++)
        {
            if (visits[place] is { Entered: >= 0 } visit)
            {
                score += visit.Stalled ? new StallScore(told[place] ? 1 : 0, 1, 0, 0) : new StallScore(0, 0, told[place] ? 1 : 0, 1);
            }
        }

        return score;
    }

    private static StallScenario[] Basic() =>
    [
        new("base", new SimulatedSales(), 12, _ => 1),
        new("small", new SimulatedSales { DealsADay = _ => .6 }, 60, _ => 1),
        new("young", new SimulatedSales { DealsADay = day => Math.Clamp(2 + (day / 130), .8, 4) }, 60, seed => .125 + (.375 * new Random(seed).NextDouble())),
        new("more Enterprise", new SimulatedSales { Enterprise = day => .1 + (.2 * Math.Clamp(day / SimulatedSales.Year, 0, 1)) }, 12, _ => 1),
        new("many stalled", new SimulatedSales { StalledShare = .08 }, 12, _ => 1),
        new("none stalled", new SimulatedSales { StalledShare = 0 }, 12, _ => 1),
    ];
}
