using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Tests.Simulation;

/// <summary>Says from which age on stays are told of, as learned from what is known on one day.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Learn">Takes what is known of past and running stays, and gives whether a stay of a stage and segment is told at an age.</param>
internal sealed record StallRule(string Name, Func<List<StallRule.KnownStay>, Func<int, int, double, bool>> Learn)
{
    /// <summary>The one that is shipped.</summary>
    public static readonly StallRule Shipped = new("learned (shipped)", known =>
    {
        var clock = StageClock.Learn([.. known.Select(stay => new Stay(new($"s{stay.Stage}"), Segment(stay.Segment), stay.Days, stay.Ended))], 14);
        return (stage, segment, age) => clock.Judge(new($"s{stage}"), Segment(segment), age).Level >= StallLevel.Alert;
    });

    /// <summary>What others ship.</summary>
    public static readonly StallRule[] Others =
    [
        new("fixed 14 days", _ => (_, _, age) => age > 14),
        new("mean + 2 sd", known => Limits(known, days =>
        {
            var mean = days.Average();
            return mean + (2 * Math.Sqrt(days.Sum(day => (day - mean) * (day - mean)) / (days.Count - 1)));
        })),
        new("p90 of completed", known => Limits(known, days =>
        {
            days.Sort();
            var at = .9 * (days.Count - 1);
            return days[(int)at] + ((at - (int)at) * (days[Math.Min((int)at + 1, days.Count - 1)] - days[(int)at]));
        })),
    ];

    private static string Segment(int segment) => segment switch { 0 => "SMB", 1 => "Mid-Market", _ => "Enterprise" };

    /// <summary>By stage and segment, of stays that have ended; the stage's where a segment has under ten, 14 days where the stage has.</summary>
    private static Func<int, int, double, bool> Limits(List<KnownStay> known, Func<List<double>, double> limit)
    {
        var limits = new double[3 * SimulatedSales.Stages];
        for (var stage = 0; stage < SimulatedSales.Stages; stage++)
        {
            for (var segment = 0; segment < 3; segment++)
            {
                var ended = known.FindAll(stay => stay.Ended && stay.Stage == stage);
                var own = ended.FindAll(stay => stay.Segment == segment);
                var used = own.Count >= 10 ? own : ended;
                limits[(3 * stage) + segment] = used.Count >= 10 ? limit(used.ConvertAll(stay => stay.Days)) : 14;
            }
        }

        return (stage, segment, age) => age > limits[(3 * stage) + segment];
    }

    /// <summary>A stay as it is known on one day.</summary>
    internal readonly record struct KnownStay(int Stage, int Segment, double Days, bool Ended);
}
