using FsCheck;
using FsCheck.Fluent;
using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Tests.Analytics;

public sealed class ShiftTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Rate_and_mix_add_up_to_the_change_of_any_two_periods()
    {
        var side = Gen.Choose(0, 40).SelectMany(count => Gen.Choose(0, count).Select(hits => (hits, count)));
        var segment = side.SelectMany(before => side.Select(after => new SegmentRate("any", before.hits, before.count, after.hits, after.count)));
        Prop.ForAll(segment.ListOf().ToArbitrary(), segments => RateShift.Between([.. segments]) is not { } shift
            ? segments.Sum(one => one.Before) * segments.Sum(one => one.After) == 0
            : Math.Abs(shift.Rate + shift.Mix - shift.Difference) < Tolerance).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void When_only_the_mix_changes_only_the_mix_is_told()
    {
        var shift = Assert.IsType<RateShift>(RateShift.Between([new("SMB", 40, 100, 20, 50), new("Enterprise", 10, 50, 20, 100)]));

        Assert.Equal((1 / 3d, 4 / 15d), (shift.Before, shift.After));
        Assert.Equal(0, shift.Rate, Tolerance);
        Assert.Equal(shift.Difference, shift.Mix, Tolerance);
        Assert.All(shift.Parts, part => Assert.True(part.Mix < 0));
    }

    [Fact]
    public void A_total_that_falls_while_every_part_rises_is_pointed_out()
    {
        // Both segments win more often, yet there are far more of the harder deals.
        var shift = Assert.IsType<RateShift>(RateShift.Between([new("SMB", 72, 90, 9, 10), new("Enterprise", 1, 10, 18, 90)]));

        Assert.True(shift.Difference < 0);
        Assert.True(shift.IsAgainstEveryPart);
        Assert.True(shift.Rate > 0);
        Assert.False(Assert.IsType<RateShift>(RateShift.Between([new("SMB", 72, 90, 81, 90), new("Enterprise", 1, 10, 2, 10)])).IsAgainstEveryPart);
    }

    [Fact]
    public void A_segment_that_is_new_is_all_mix()
    {
        var shift = Assert.IsType<RateShift>(RateShift.Between([new("SMB", 5, 10, 5, 10), new("Public", 0, 0, 9, 10)]));

        Assert.Null(shift.Parts[1].Change);
        Assert.Equal(0, shift.Rate, Tolerance);
        Assert.Equal(.2, shift.Mix, Tolerance);
    }

    [Fact]
    public void The_four_factors_add_up_to_what_moved_the_velocity()
    {
        var shift = Assert.IsType<VelocityShift>(VelocityShift.Between(new PipelineVelocity(100, .25, 20_000, 50), new PipelineVelocity(110, .2, 21_000, 60)));

        Assert.Equal((10_000d, 7_700d), (shift.Before, shift.After));
        Assert.Equal(Math.Log(.77), shift.Causes.Sum(cause => cause.Log), Tolerance);
        Assert.Equal(-2_300, shift.Causes.Sum(cause => cause.PerDay), 1e-8);
        Assert.Equal(VelocityFactor.WinRate, shift.Causes[0].Factor);
        Assert.Equal(.8, shift.Causes[0].Times, Tolerance);
        Assert.True(shift.Causes.Single(cause => cause.Factor == VelocityFactor.CycleDays).PerDay < 0);
    }

    [Fact]
    public void Factors_that_cancel_still_show()
    {
        var shift = Assert.IsType<VelocityShift>(VelocityShift.Between(new PipelineVelocity(100, .25, 20_000, 50), new PipelineVelocity(200, .125, 20_000, 50)));

        Assert.Equal(0, shift.Difference, 1e-8);
        Assert.Equal(0, shift.Causes.Sum(cause => cause.PerDay), 1e-8);
        Assert.Equal(Math.Log(2) * 10_000, shift.Causes.Single(cause => cause.Factor == VelocityFactor.Deals).PerDay, 1e-6);
    }

    [Fact]
    public void Without_a_factor_there_is_no_velocity() =>
        Assert.Null(VelocityShift.Between(new PipelineVelocity(100, 0, 20_000, 50), new PipelineVelocity(110, .2, 21_000, 60)));
}
