using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Tests.Gold;

namespace RevBot.Pipeline.Tests.Analytics;

public sealed class SurvivalBandTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData(BandScale.Log, "log")]
    [InlineData(BandScale.LogLog, "ll")]
    [InlineData(BandScale.Plain, "plain")]
    public void The_band_around_every_curve_is_the_one_R_gives(BandScale scale, string columns)
    {
        foreach (var rows in GoldTable.Read("band_expected").GroupBy(row => (row["dataset"], row["group"])))
        {
            var band = SurvivalBand.Around(GoldCurves.Of(rows.Key.Item1, rows.Key.Item2), scale);
            foreach (var (index, row) in rows.Index())
            {
                AssertSame(row.Number(columns + "_lower"), band.Lower[index], $"{rows.Key} at {row["time"]}, lower");
                AssertSame(row.Number(columns + "_upper"), band.Upper[index], $"{rows.Key} at {row["time"]}, upper");
            }
        }
    }

    [Theory]
    [InlineData(BandScale.Log, "log")]
    [InlineData(BandScale.LogLog, "ll")]
    public void The_limits_of_every_quantile_are_those_R_gives(BandScale scale, string columns)
    {
        foreach (var row in GoldTable.Read("quantile_band_expected"))
        {
            var (low, high) = SurvivalBand.Around(GoldCurves.Of(row["dataset"], row["group"]), scale).Quantile(row.Figure("p"));
            AssertSame(row.Number(columns + "_lower"), low ?? double.NaN, $"{row["dataset"]} {row["group"]} p={row["p"]}, lower");
            AssertSame(row.Number(columns + "_upper"), high ?? double.NaN, $"{row["dataset"]} {row["group"]} p={row["p"]}, upper");
        }
    }

    [Fact]
    public void Around_nothing_there_is_no_band()
    {
        var band = SurvivalBand.Around(SurvivalCurve.From([], []));

        Assert.Equal((null, null), band.Quantile(.5));
    }

    private static void AssertSame(double? expected, double actual, string what) => Assert.True(
        expected is { } figure ? Math.Abs(figure - actual) < Tolerance : double.IsNaN(actual),
        $"{what}: expected {expected}, got {actual}");
}
