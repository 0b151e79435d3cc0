using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Tests.Gold;

namespace RevBot.Pipeline.Tests.Analytics;

public sealed class LogRankTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Groups_are_told_apart_as_R_tells_them()
    {
        var groups = GoldTable.Read("log_rank_groups_expected").ToLookup(row => row["dataset"]);
        foreach (var row in GoldTable.Read("log_rank_expected"))
        {
            var expected = groups[row["dataset"]].ToList();
            var test = LogRank.Of([.. expected.Select(group => GoldCurves.Of(row["dataset"], group["group"]))]);

            Assert.NotNull(test);
            Assert.Equal(row.Figure("chisq"), test.ChiSquare, Tolerance);
            Assert.Equal((int)row.Figure("df"), test.Degrees);
            Assert.Equal(row.Figure("p"), test.Chance, Tolerance);
            Assert.Equal(expected.Select(group => group.Figure("observed")), test.Observed);
            Assert.All(expected.Zip(test.Expected), pair => Assert.Equal(pair.First.Figure("expected"), pair.Second, Tolerance));
        }
    }

    [Fact]
    public void Groups_without_an_exit_cannot_be_told_apart() =>
        Assert.Null(LogRank.Of([SurvivalCurve.From([1, 2], [false, false]), SurvivalCurve.From([3], [false])]));

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
            var adjusted = FalseDiscovery.Adjusted([.. set.Select(row => row.Figure("p"))]);
            Assert.All(set.Zip(adjusted), pair => Assert.Equal(pair.First.Figure("bh"), pair.Second, Tolerance));
        }
    }
}
