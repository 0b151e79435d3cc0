using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Analytics.Drift;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Tests.Gold;

namespace RevBot.Pipeline.Tests.Analytics;

public sealed class SurvivalCurveTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Every_step_of_every_curve_is_the_one_R_gives()
    {
        foreach (var ((dataset, group), rows) in Rows("curve_expected"))
        {
            var curve = GoldCurves.Of(dataset, group);
            var errors = curve.StandardErrors();
            var hazard = CumulativeHazard.From([.. GoldCurves.StaysOf(dataset, group).Select(stay => new SeenStretch(0, stay.Time, stay.Ended))]);
            Assert.Equal(rows.Count, curve.Times.Length);
            for (var index = 0; index < rows.Count; index++)
            {
                Assert.Equal(rows[index].Figure("time"), curve.Times[index], Tolerance);
                Assert.Equal((int)rows[index].Figure("n_risk"), curve.AtRisk[index]);
                Assert.Equal((int)rows[index].Figure("n_event"), curve.ExitsAt[index]);
                Assert.Equal((int)rows[index].Figure("n_censor"), curve.AtRisk[index] - curve.ExitsAt[index] - (index + 1 < rows.Count ? curve.AtRisk[index + 1] : 0));
                Assert.Equal(rows[index].Figure("surv"), curve.Survival[index], Tolerance);
                Assert.Equal(rows[index].Figure("cumhaz_na"), hazard.At(curve.Times[index]), Tolerance);
                if (rows[index].Number("se_greenwood") is { } error)
                {
                    Assert.Equal(error, errors[index], Tolerance);
                }
            }
        }
    }

    [Fact]
    public void Every_quantile_is_the_one_R_gives()
    {
        foreach (var ((dataset, group), rows) in Rows("quantile_expected"))
        {
            var curve = GoldCurves.Of(dataset, group);
            foreach (var row in rows)
            {
                var actual = curve.Quantile(row.Figure("p"));
                Assert.True(
                    row.Number("quantile") is { } expected ? actual is { } known && Math.Abs(known - expected) < Tolerance : actual is null,
                    $"{dataset} {group} p={row["p"]}: expected {row["quantile"]}, got {actual}");
            }
        }
    }

    [Fact]
    public void The_share_at_a_time_is_the_one_R_gives()
    {
        foreach (var row in GoldTable.Read("share_at_time_expected"))
        {
            Assert.Equal(row.Figure("surv"), GoldCurves.Of(row["dataset"], "(all)").At(row.Figure("t")), Tolerance);
        }
    }

    [Fact]
    public void The_share_that_lasts_on_after_a_time_is_the_one_R_gives()
    {
        foreach (var row in GoldTable.Read("share_after_expected"))
        {
            var (curve, time) = (GoldCurves.Of(row["dataset"], "(all)"), row.Figure("t"));
            if (row.Number("cond_surv") is { } expected)
            {
                Assert.Equal(expected, curve.At(time + row.Figure("u")) / curve.At(time), Tolerance);
            }
        }
    }

    [Fact]
    public void Quantiles_of_whole_days_are_R_s_default()
    {
        foreach (var row in GoldTable.Read("day_quantile_expected"))
        {
            var days = row["days"].Split(' ').Select(day => int.Parse(day, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(row.Figure("type7"), (double)DayQuantile.Of(days, (decimal)row.Figure("p")).GetValueOrDefault(), Tolerance);
        }
    }

    [Fact]
    public void Stays_and_exits_are_counted()
    {
        foreach (var row in GoldTable.Read("summary_expected"))
        {
            var curve = GoldCurves.Of(row["dataset"], row["group"]);
            Assert.Equal(((int)row.Figure("n"), (int)row.Figure("events")), (curve.Count, curve.Exits));
        }
    }

    [Fact]
    public void Means_within_the_longest_stay_and_their_errors_are_R_s()
    {
        foreach (var row in GoldTable.Read("summary_expected"))
        {
            var (mean, error) = GoldCurves.Of(row["dataset"], row["group"]).MeanWithin(row.Figure("tau"));
            Assert.Equal(row.Figure("mean"), mean, Tolerance);
            Assert.Equal(row.Figure("mean_error"), error, Tolerance);
        }
    }

    /// <summary>Where a curve ends on one half R prints its first time, and its quantiles, as ours, take the middle.</summary>
    [Fact]
    public void Medians_are_those_R_prints()
    {
        var different = GoldTable.Read("summary_expected").Where(row => !Same(row.Number("median"), GoldCurves.Of(row["dataset"], row["group"]).Median));

        Assert.Equal(["flat_median_censored", "zero_durations"], different.Select(row => row["dataset"]).Distinct());
    }

    private static bool Same(double? expected, double? found) => expected is { } one && found is { } other ? Math.Abs(one - other) <= Tolerance : expected is null && found is null;

    [Fact]
    public void Nothing_known_says_nothing()
    {
        var curve = SurvivalCurve.From([], []);

        Assert.Null(curve.Median);
        Assert.Equal(1, curve.At(5));
        Assert.Equal(0, curve.Count);
    }

    [Theory]
    [InlineData(-1d)]
    [InlineData(double.NaN)]
    public void A_stay_cannot_last_less_than_nothing(double days) =>
        Assert.Throws<ArgumentException>(() => SurvivalCurve.From([days], [true]));

    [Fact]
    public void Without_running_stays_the_curve_is_the_plain_share()
    {
        var stays = Gen.Choose(0, 40).ListOf().Where(list => list.Count > 0).ToArbitrary();
        Prop.ForAll(stays, list =>
        {
            var days = list.Select(day => (double)day).ToArray();
            var curve = SurvivalCurve.From(days, [.. days.Select(_ => true)]);
            return Enumerable.Range(0, 42).All(day => Math.Abs(curve.At(day) - (days.Count(one => one > day) / (double)days.Length)) < Tolerance);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_curve_never_rises_and_stays_between_one_and_nothing()
    {
        var stays = Gen.Choose(0, 60).ListOf().ToArbitrary();
        Prop.ForAll(stays, list =>
        {
            var curve = SurvivalCurve.From([.. list.Select(number => number / 2d)], [.. list.Select(number => number % 3 != 0)]);
            var shares = curve.Survival.ToArray();
            return shares.All(share => share is >= 0 and <= 1) && shares.Zip(shares.Skip(1)).All(pair => pair.Second <= pair.First);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_median_of_a_million_stays_is_that_of_their_distribution()
    {
        var random = new Random(7);
        var days = Enumerable.Range(0, 1_000_000).Select(_ => random.NextDouble() * 90).ToArray();
        var ended = days.Select(day => day < 70).ToArray();

        var median = SurvivalCurve.From(days, ended).Median;

        Assert.InRange(median.GetValueOrDefault(), 44.5, 45.5);
    }

    private static IEnumerable<((string Dataset, string Group) Key, List<Dictionary<string, string>> Rows)> Rows(string table) =>
        GoldTable.Read(table).GroupBy(row => (row["dataset"], row["group"])).Select(group => (group.Key, group.ToList()));
}
