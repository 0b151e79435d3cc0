using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Leaks;

namespace RevBot.Pipeline.Tests.Analytics;

/// <summary>Whether a typical time has changed, and which of many changes stand out.</summary>
public sealed class ChangeTests
{
    [Fact]
    public void The_median_lies_where_the_band_holds_a_half()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var days = Enumerable.Range(0, random.Next(20, 400)).Select(_ => Math.Exp(2 + (random.NextDouble() * 2))).ToArray();
            var curve = SurvivalCurve.From(days, [.. days.Select(_ => random.Next(5) > 0)]);
            var (low, high) = SurvivalBand.OfMedian(curve);
            var band = SurvivalBand.Around(curve, BandScale.LogLog);

            Assert.Equal(FirstAtMostHalf(curve, band.Lower), low);
            Assert.Equal(FirstAtMostHalf(curve, band.Upper), high);
        }
    }

    [Fact]
    public void Stays_counted_by_length_make_the_same_curve()
    {
        var random = new Random(7);
        var (days, ended, counts) = (new double[500], new bool[500], new StayCounts());
        for (var stay = 0; stay < days.Length; stay++)
        {
            (days[stay], ended[stay]) = ((random.Next(200) + .5) / 16, random.Next(4) > 0);
            counts.Add(days[stay], ended[stay]);
        }

        var (plain, counted) = (SurvivalCurve.From(days, ended), counts.Curve());

        Assert.Equal(plain.Times.ToArray(), counted.Times.ToArray());
        Assert.Equal(plain.AtRisk.ToArray(), counted.AtRisk.ToArray());
        Assert.Equal(plain.Survival.ToArray(), counted.Survival.ToArray());
        Assert.Equal(plain.Median, counted.Median);
    }

    [Fact]
    public void A_stay_that_takes_twice_as_long_has_changed()
    {
        var change = DurationChange.Between(Curve(100, 4), Curve(100, 8))!.Value;

        Assert.True(change.IsChanged);
        Assert.Equal(change.After - change.Before, change.Difference);
        Assert.True(change.Interval.Low > 0 && change.Interval.Contains(change.Difference));
    }

    [Theory]
    [InlineData(100, 4, 4.4)]
    [InlineData(15, 4, 8)]
    [InlineData(100, .5, .9)]
    public void A_small_change_and_one_of_few_stays_is_none(int count, double before, double after) =>
        Assert.False(DurationChange.Between(Curve(count, before), Curve(count, after))!.Value.IsChanged);

    [Fact]
    public void Without_a_median_on_both_sides_nothing_is_said() =>
        Assert.Null(DurationChange.Between(SurvivalCurve.From([1d, 2], [false, false]), Curve(30, 4)));

    /// <summary>R: <c>p.adjust(c(.001, .008, .039, .041, .042, .06, .074, .205, .212, .216), "BH") &lt;= q</c>.</summary>
    [Theory]
    [InlineData(.05, .008)]
    [InlineData(.1, .06)]
    [InlineData(.0001, -1)]
    public void The_false_discovery_rate_is_held_as_Benjamini_and_Hochberg_do(double share, double limit) =>
        Assert.Equal(limit, FalseDiscovery.LimitOf([.205, .001, .074, .041, .039, .216, .06, .008, .212, .042], share));

    [Fact]
    public void An_interval_that_ends_at_nothing_is_one_chance_in_twenty()
    {
        Assert.Equal(.05, FalseDiscovery.ChanceOf(.2, new Interval(0, .4)), 1e-12);
        Assert.Equal(.05, FalseDiscovery.ChanceOf(-.2, new Interval(-.5, 0)), 1e-12);
        Assert.Equal(1, FalseDiscovery.ChanceOf(0, new Interval(-.1, .1)), 1e-12);
    }

    /// <summary>Lasting between half and one and a half times the median.</summary>
    private static SurvivalCurve Curve(int count, double median) =>
        SurvivalCurve.From([.. Enumerable.Range(0, count).Select(stay => median * (.5 + (stay / (double)(count - 1))))], [.. Enumerable.Repeat(true, count)]);

    private static double? FirstAtMostHalf(SurvivalCurve curve, ReadOnlySpan<double> limits)
    {
        for (var index = 0; index < limits.Length; index++)
        {
            if (limits[index] <= .5)
            {
                return curve.Times[index];
            }
        }

        return null;
    }
}
