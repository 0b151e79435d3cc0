using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Catalog;

/// <summary>How much the pipeline brings in a day, from its four factors.</summary>
internal static class Velocity
{
    public static IReadOnlyList<MetricRule> Rules { get; } =
    [
        new CombinedMetric(
            new Metric
            {
                Id = "velocity.daily",
                Title = "Sales velocity",
                Definition = "What the pipeline that is open at the end of the period brings in a day at the period's pace: open deals × win rate × average deal won ÷ sales cycle; paused deals are left out until their review date; the last 365 days when no period is named.",
                Formula = "number of deals open and in play when the period ends × win rate × average amount won ÷ median days from created to won",
                Unit = MetricUnit.MoneyPerDay,
                Basis = TimeBasis.Closed,
                DefaultPeriod = DefaultPeriod.Last365Days,
                MinimumSample = 10,
                Synonyms =
                [
                    "sales velocity", "sale velocity", "velocity", "pipeline velocity", "deal velocity", "revenue velocity", "funnel velocity", "velocity of pipeline", "velocity of the pipeline",
                    "money per day", "revenue per day", "dollar per day", "in dollar per day", "how fast do we make money", "how fast is money coming in", "how quickly do we turn pipeline into revenue",
                ],
            },
            [
                new MetricPart("Open deals", OpenPipeline.CountAtEnd),
                new MetricPart("Win rate", WinRate.ByNumber),
                new MetricPart("Average deal size", Bookings.AverageSize),
                new MetricPart("Sales cycle", SalesCycle.Median),
            ],
            Combine,
            answers => answers.Select(answer => answer.Value).ToArray() switch
            {
                [_, null, ..] or [_, _, null, _] or [_, _, _, null] => "No deals were closed in that period, so there is no pace to reckon with",
                [_, _, _, 0] => "Deals were won on the day they were created, so there is no pace to reckon with",
                _ => "There were no open deals",
            },
            Explain),
    ];

    /// <summary>In the order of the parts; what rounding leaves over goes to the largest.</summary>
    private static decimal[]? Explain(decimal?[] before, decimal?[] after)
    {
        if (Combine(before) is not { } then || Combine(after) is not { } now || VelocityShift.Between(Factors(before), Factors(after)) is not { } shift)
        {
            return null;
        }

        decimal[] moved = [.. Enum.GetValues<VelocityFactor>().Select(factor => (decimal)shift.Causes.First(cause => cause.Factor == factor).PerDay)];
        moved[(int)shift.Causes[0].Factor] += now - then - moved.Sum();
        return moved;
    }

    private static PipelineVelocity Factors(decimal?[] values) =>
        new((double)values[0].GetValueOrDefault(), (double)values[1].GetValueOrDefault(), (double)values[2].GetValueOrDefault(), (double)values[3].GetValueOrDefault());

    private static decimal? Combine(decimal?[] values) => values is [{ } open, { } rate, { } amount, > 0 and { } days] ? open * rate * amount / days : null;
}
