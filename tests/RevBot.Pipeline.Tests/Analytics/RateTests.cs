using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Tests.Gold;

namespace RevBot.Pipeline.Tests.Analytics;

public sealed class RateTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Points_of_the_normal_curve_are_exact_far_into_the_tails()
    {
        foreach (var row in GoldTable.Read("normal_quantile_expected"))
        {
            Assert.Equal(row.Figure("q"), NormalCurve.Quantile(row.Figure("p")), Tolerance);
        }

        foreach (var row in GoldTable.Read("normal_share_expected"))
        {
            var (z, below, above) = (row.Figure("z"), row.Figure("cdf"), row.Figure("upper"));
            Assert.Equal(1, NormalCurve.Below(z) / below, Tolerance);
            Assert.Equal(1, NormalCurve.Above(z) / above, Tolerance);
        }
    }

    [Fact]
    public void A_share_of_the_curve_and_its_point_are_each_others_inverse()
    {
        foreach (var share in Enumerable.Range(1, 999).Select(step => step / 1000d).Append(1e-14).Append(1e-100))
        {
            Assert.Equal(1, NormalCurve.Below(NormalCurve.Quantile(share)) / share, 1e-12);
        }
    }

    [Fact]
    public void A_counted_rate_has_the_interval_R_gives()
    {
        foreach (var row in GoldTable.Read("proportion_expected"))
        {
            var share = Proportion.Of((int)row.Figure("x"), (int)row.Figure("n")).GetValueOrDefault();
            foreach (var (rule, column) in ((IntervalRule, string)[])[(IntervalRule.Wilson, "wilson"), (IntervalRule.WilsonCorrected, "wilson_cc"), (IntervalRule.Exact, "exact"), (IntervalRule.Jeffreys, "jeffreys")])
            {
                var interval = share.Interval(row.Figure("conf"), rule);
                Assert.Equal(row.Figure(column + "_lower"), interval.Low, Tolerance);
                Assert.Equal(row.Figure(column + "_upper"), interval.High, Tolerance);
            }
        }
    }

    [Fact]
    public void A_rate_of_happenings_has_the_interval_R_gives()
    {
        foreach (var row in GoldTable.Read("count_rate_expected"))
        {
            var interval = CountInterval.Of((int)row.Figure("x"), row.Figure("T"));
            Assert.Equal(row.Figure("rate_lower95"), interval.Low, Tolerance);
            Assert.Equal(row.Figure("rate_upper95"), interval.High, Tolerance);
        }
    }

    [Fact]
    public void The_beta_curve_and_its_points_are_R_s()
    {
        foreach (var row in GoldTable.Read("beta_share_expected"))
        {
            var (expected, actual) = (row.Figure("pbeta"), BetaCurve.Below(row.Figure("x"), row.Figure("a"), row.Figure("b")));
            Assert.True(Math.Abs(actual - expected) <= Tolerance * Math.Min(1, expected * 1e3), $"{row["x"]} of {row["a"]}, {row["b"]}: expected {expected}, got {actual}");
        }

        foreach (var row in GoldTable.Read("beta_quantile_expected"))
        {
            var (expected, actual) = (row.Figure("q"), BetaCurve.Quantile(row.Figure("p"), row.Figure("a"), row.Figure("b")));
            Assert.True(Math.Abs(actual - expected) <= Tolerance * Math.Min(1, expected * 1e3), $"{row["p"]} of {row["a"]}, {row["b"]}: expected {expected}, got {actual}");
        }
    }

    [Fact]
    public void Of_a_few_alerts_of_which_most_were_right_Jeffreys_says_the_most()
    {
        var right = Proportion.Of(9, 10).GetValueOrDefault();

        Assert.True(right.Interval(.9, IntervalRule.Jeffreys).Width < right.Interval(.9, IntervalRule.Exact).Width);
        Assert.Equal((0, 1), (Proportion.Of(0, 3).GetValueOrDefault().Interval(.9, IntervalRule.Exact).Low, Proportion.Of(3, 3).GetValueOrDefault().Interval(.9, IntervalRule.Exact).High));
    }

    [Fact]
    public void A_difference_of_rates_has_the_interval_R_gives()
    {
        foreach (var row in GoldTable.Read("rate_change_expected"))
        {
            var change = ChangeOf((int)row.Figure("x1"), (int)row.Figure("n1"), (int)row.Figure("x2"), (int)row.Figure("n2"));
            Assert.Equal(row.Figure("diff_p2_minus_p1"), change.Difference, Tolerance);
            Assert.Equal(row.Figure("newcombe_lower"), change.Interval.Low, Tolerance);
            Assert.Equal(row.Figure("newcombe_upper"), change.Interval.High, Tolerance);
        }
    }

    [Theory]
    [InlineData(45, 60, 30, 60, true)]
    [InlineData(200, 1000, 150, 1000, true)]
    [InlineData(12, 40, 12, 30, false)] // Ten points, but chance does that.
    [InlineData(2000, 10_000, 2400, 10_000, false)] // No chance, but four points only.
    [InlineData(5, 10, 1, 12, false)] // Forty points, of a handful of deals.
    public void A_rate_has_changed_when_it_is_no_chance_and_large_enough_and_of_enough_deals(int before, int of, int after, int outOf, bool changed) =>
        Assert.Equal(changed, ChangeOf(before, of, after, outOf).IsChanged);

    [Fact]
    public void There_is_no_share_of_nothing()
    {
        Assert.Null(WilsonInterval.Of(0, 0));
        Assert.Null(Proportion.Of(0, 0));
    }

    private static RateChange ChangeOf(int before, int of, int after, int outOf) =>
        RateChange.Between(Proportion.Of(before, of).GetValueOrDefault(), Proportion.Of(after, outOf).GetValueOrDefault());
}
