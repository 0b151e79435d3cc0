using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Tests.Gold;

namespace RevBot.Pipeline.Tests.Analytics;

public sealed class LogRankTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Groups_are_told_apart_as_R_tells_them()
    {
        var groups = GoldTable.Read("log_rank_groups_expected").ToLookup(TestOf);
        foreach (var row in GoldTable.Read("log_rank_expected"))
        {
            var expected = groups[TestOf(row)].ToList();
            var weight = row["rho"] == "1" ? LogRankWeight.Early : LogRankWeight.Even;
            var names = expected.ConvertAll(group => group["group"]);
            var test = row["stratified"] == "1"
                ? LogRank.OfStrata(GoldCurves.StrataOf(row["dataset"], names), weight)
                : LogRank.Of([.. names.Select(group => GoldCurves.Of(row["dataset"], group))], weight);

            Assert.NotNull(test);
            Assert.Equal(row.Figure("chisq"), test.ChiSquare, Tolerance);
            Assert.Equal((int)row.Figure("df"), test.Degrees);
            Assert.Equal(row.Figure("p"), test.Chance, Tolerance);
            Assert.All(expected.Zip(test.Observed), pair => Assert.Equal(pair.First.Figure("observed"), pair.Second, Tolerance));
            Assert.All(expected.Zip(test.Expected), pair => Assert.Equal(pair.First.Figure("expected"), pair.Second, Tolerance));
        }
    }

    [Fact]
    public void Groups_without_an_exit_cannot_be_told_apart() =>
        Assert.Null(LogRank.Of([SurvivalCurve.From([1, 2], [false, false]), SurvivalCurve.From([3], [false])]));

    [Fact]
    public void A_group_with_more_of_a_slow_stratum_is_told_apart_only_without_strata()
    {
        var (fast, slow) = (Lengths(1), Lengths(3));
        SurvivalCurve[] one = [Curve([.. fast, .. fast, .. slow]), Curve([.. fast, .. slow, .. slow])];

        Assert.InRange(LogRank.Of(one)!.Chance, 0, .01);
        Assert.InRange(LogRank.OfStrata([[Curve([.. fast, .. fast]), Curve(fast)], [Curve(slow), Curve([.. slow, .. slow])]])!.Chance, .99, 1);

        static double[] Lengths(int days) => [.. Enumerable.Range(1, 60).Select(stay => days * (1 + (stay / 60d)))];
        static SurvivalCurve Curve(double[] lengths) => SurvivalCurve.From(lengths, [.. lengths.Select(_ => true)]);
    }

    [Fact]
    public void Tails_of_the_chi_square_curve_are_R_s()
    {
        foreach (var row in GoldTable.Read("chi_square_expected"))
        {
            var (actual, expected) = (ChiSquareCurve.Above(row.Figure("x"), (int)row.Figure("df")), row.Figure("upper"));
            Assert.True(Math.Abs(actual - expected) <= Tolerance * Math.Min(1, expected * 1e3), $"{row["x"]} with {row["df"]}: expected {expected}, got {actual}");
        }
    }

    [Fact]
    public void Chances_looked_at_together_are_adjusted_as_R_does()
    {
        foreach (var set in GoldTable.Read("chances_adjusted_expected").GroupBy(row => row["set"]))
        {
            foreach (var (guard, column) in ((FalseDiscoveryGuard, string)[])[(FalseDiscoveryGuard.Share, "bh"), (FalseDiscoveryGuard.ShareOfAnyDependence, "by"), (FalseDiscoveryGuard.None, "holm"), (FalseDiscoveryGuard.NoneSimple, "bonferroni")])
            {
                var adjusted = FalseDiscovery.Adjusted([.. set.Select(row => row.Figure("p"))], guard);
                Assert.All(set.Zip(adjusted), pair => Assert.Equal(pair.First.Figure(column), pair.Second, Tolerance));
            }
        }
    }

    private static (string, string, string) TestOf(Dictionary<string, string> row) => (row["dataset"], row["stratified"], row["rho"]);
}
