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
            var interval = WilsonInterval.Of((int)row.Figure("x"), (int)row.Figure("n"), row.Figure("conf")).GetValueOrDefault();
            Assert.Equal(row.Figure("wilson_lower"), interval.Low, Tolerance);
            Assert.Equal(row.Figure("wilson_upper"), interval.High, Tolerance);
        }
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
