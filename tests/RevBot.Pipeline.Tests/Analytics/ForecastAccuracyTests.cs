using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Tests.Analytics;

public sealed class ForecastAccuracyTests
{
    [Fact]
    public void Errors_are_shares_of_what_came()
    {
        var accuracy = ForecastAccuracy.Of([new(110, 90, 130, 100), new(150, 120, 180, 200), new(60, 30, 70, 50)]);

        Assert.Equal((3, ((.1 + .25 + .2) / 3), 70 / 350d, -30 / 350d, 2 / 3d), (accuracy.Count, accuracy.Mape, accuracy.Wape, accuracy.Bias, accuracy.Coverage));
        Assert.False(accuracy.IsOff);
    }

    [Fact]
    public void A_period_that_brought_nothing_leaves_only_the_weighted_error()
    {
        var accuracy = ForecastAccuracy.Of([new(50, 0, 90, 0), new(100, 80, 120, 100)]);

        Assert.Null(accuracy.Mape);
        Assert.Equal((.5, .5, 1d), (accuracy.Wape, accuracy.Bias, accuracy.Coverage));
        Assert.True(accuracy.IsOff);
    }

    [Fact]
    public void When_nothing_came_at_all_no_error_is_a_share_of_it()
    {
        var accuracy = ForecastAccuracy.Of([new(50, 0, 90, 0)]);

        Assert.Equal((null, null, null, 1d), (accuracy.Mape, accuracy.Wape, accuracy.Bias, accuracy.Coverage));
        Assert.Equal(new ForecastAccuracy(0, null, null, null, null), ForecastAccuracy.Of([]));
    }
}
