using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Tests.Gold;

namespace RevBot.Pipeline.Tests.Analytics;

public sealed class CumulativeIncidenceTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Every_share_and_error_of_competing_ways_is_the_one_R_gives()
    {
        var curve = CurveOf("competing_stays", "advance", "lost");
        var (still, advanced, lost) = (curve.StillErrors(), curve.StandardErrors(1), curve.StandardErrors(2));

        foreach (var (index, row) in GoldTable.Read("competing_expected").Index())
        {
            Assert.Equal(row.Figure("time"), curve.Times[index], Tolerance);
            Assert.Equal((int)row.Figure("n_risk"), curve.AtRisk[index]);
            Assert.Equal(row.Figure("p_still"), curve.Still[index], Tolerance);
            Assert.Equal(row.Figure("cif_advance"), curve.Shares(1)[index], Tolerance);
            Assert.Equal(row.Figure("cif_lost"), curve.Shares(2)[index], Tolerance);
            Assert.Equal(row.Figure("se_still"), still[index], Tolerance);
            Assert.Equal(row.Figure("se_advance"), advanced[index], Tolerance);
            Assert.Equal(row.Figure("se_lost"), lost[index], Tolerance);
        }
    }

    [Fact]
    public void The_published_shares_of_the_mgus2_patients_are_met()
    {
        var curve = CurveOf("competing_mgus2_stays", "pcm", "death");

        foreach (var row in GoldTable.Read("competing_mgus2_expected"))
        {
            Assert.Equal(row.Figure("cif_pcm"), curve.At(1, row.Figure("time")), Tolerance);
            Assert.Equal(row.Figure("cif_death"), curve.At(2, row.Figure("time")), Tolerance);
        }
    }

    [Fact]
    public void A_stay_first_seen_late_counts_from_then_on()
    {
        var stays = GoldTable.Read("late_start_stays");
        var curve = CumulativeIncidence.From(
            [.. stays.Select(stay => stay.Figure("start"))], [.. stays.Select(stay => stay.Figure("stop"))], [.. stays.Select(stay => (byte)stay.Figure("status"))], 1);
        var errors = curve.StillErrors();

        foreach (var (index, row) in GoldTable.Read("late_start_expected").Index())
        {
            Assert.Equal((int)row.Figure("n_risk"), curve.AtRisk[index]);
            Assert.Equal(row.Figure("surv"), curve.Still[index], Tolerance);
            if (row.Number("se_greenwood") is { } error)
            {
                Assert.Equal(error, errors[index], Tolerance);
                var (low, high) = SurvivalBand.LimitsOf(curve.Still[index], NormalCurve.TwoSided(.95) * errors[index] / curve.Still[index], BandScale.LogLog);
                Assert.Equal(row.Figure("ll_lower"), low, Tolerance);
                Assert.Equal(row.Figure("ll_upper"), high, Tolerance);
            }
        }
    }

    [Fact]
    public void With_one_way_to_end_it_is_the_survival_curve_turned_over()
    {
        var random = new Random(3);
        var days = Enumerable.Range(0, 500).Select(_ => (double)random.Next(60)).ToArray();
        var ended = days.Select(_ => random.Next(4) > 0).ToArray();

        var (one, survival) = (CumulativeIncidence.From(days, [.. ended.Select(end => (byte)(end ? 1 : 0))], 1), SurvivalCurve.From(days, ended));
        var (errors, greenwood) = (one.StandardErrors(1), survival.StandardErrors());

        for (var index = 0; index < errors.Length; index++)
        {
            Assert.Equal(1 - survival.Survival[index], one.Shares(1)[index], Tolerance);
            Assert.Equal(greenwood[index], errors[index], Tolerance);
        }
    }

    [Fact]
    public void Lengths_that_do_not_ascend_are_told()
    {
        Assert.Throws<ArgumentException>(() => CumulativeIncidence.FromSorted([2, 1], [1, 1], 1));
        Assert.Throws<ArgumentException>(() => CumulativeIncidence.FromSorted([-1], [1], 1));
        Assert.Throws<ArgumentException>(() => CumulativeIncidence.FromSorted([1, 2], [1], 1));
    }

    private static CumulativeIncidence CurveOf(string stays, params string[] ways)
    {
        var rows = GoldTable.Read(stays);
        return CumulativeIncidence.From([.. rows.Select(row => row.Figure("time"))], [.. rows.Select(row => (byte)(Array.IndexOf(ways, row["event"]) + 1))], ways.Length);
    }
}
