using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Tests.Analytics;

public sealed class StageConversionTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void When_all_have_left_conversion_is_the_plain_share_with_its_plain_interval()
    {
        StageOutcome[] outcomes = [StageOutcome.Advanced, StageOutcome.Lost, StageOutcome.Advanced, StageOutcome.Won, StageOutcome.Regressed];

        var conversion = StageConversion.FromSorted([1, 2, 2, 4, 9], outcomes);

        Assert.Equal(.6, conversion.Reached.GetValueOrDefault().Share, Tolerance);
        Assert.Equal((.2, .2, .2), (Math.Round(conversion.Won, 9), Math.Round(conversion.Lost, 9), Math.Round(conversion.Regressed, 9)));
        Assert.Equal(0, conversion.Open, Tolerance);
        Assert.Equal(WilsonInterval.Of(3, 5).GetValueOrDefault().Low, conversion.Interval().GetValueOrDefault().Low, Tolerance);
        Assert.Equal(WilsonInterval.Of(3, 5).GetValueOrDefault().High, conversion.Interval().GetValueOrDefault().High, Tolerance);
    }

    [Fact]
    public void It_is_the_share_and_error_of_the_competing_ways()
    {
        var random = new Random(5);
        var days = Enumerable.Range(0, 400).Select(_ => random.Next(200) / 4d).Order().ToArray();
        var outcomes = days.Select(_ => (StageOutcome)random.Next(5)).ToArray();

        var conversion = StageConversion.FromSorted(days, outcomes, 30);
        byte[] further = [.. outcomes.Select(outcome => (byte)(outcome switch { StageOutcome.Running => 0, StageOutcome.Advanced or StageOutcome.Won => 1, StageOutcome.Lost => 2, _ => 3 }))];
        var curve = CumulativeIncidence.FromSorted(days, further, 3);
        var reached = conversion.Reached.GetValueOrDefault();

        Assert.Equal(curve.At(1, 30), reached.Share, Tolerance);
        Assert.Equal(curve.At(2, 30), conversion.Lost, Tolerance);
        Assert.Equal(curve.At(3, 30), conversion.Regressed, Tolerance);
        Assert.Equal(1, reached.Share + conversion.Lost + conversion.Regressed + conversion.Open, Tolerance);
        var error = curve.StandardErrors(1)[curve.Times.IndexOf(30)];
        Assert.Equal(error * error, reached.Share * (1 - reached.Share) / reached.Count, Tolerance);
    }

    [Fact]
    public void Deals_that_are_still_there_have_not_failed()
    {
        // Seven in ten get further, after ten days on average; twice as many come in this half-year as in the last, and the newest are looked at in the same month.
        var random = new Random(13);
        var (now, days, outcomes) = (360d, new List<double>(), new List<StageOutcome>());
        for (var entered = 240d; entered < now; entered += .08)
        {
            var (advances, takes) = (random.NextDouble() < .7, -15 * Math.Log(1 - random.NextDouble()));
            days.Add(Math.Min(takes, now - entered));
            outcomes.Add(entered + takes > now ? StageOutcome.Running : advances ? StageOutcome.Advanced : StageOutcome.Lost);
        }

        var conversion = StageConversion.From([.. days], [.. outcomes]);

        Assert.InRange(conversion.Reached.GetValueOrDefault().Share, .66, .74);
        Assert.True(conversion.Interval().GetValueOrDefault().Contains(.7));
        Assert.True(outcomes.Count(outcome => outcome == StageOutcome.Advanced) / (double)outcomes.Count < .63);
    }

    [Fact]
    public void Where_nothing_entered_there_is_no_rate()
    {
        var conversion = StageConversion.FromSorted([], []);

        Assert.Null(conversion.Reached);
        Assert.Null(conversion.Interval());
        Assert.Null(StageConversion.UsualHorizon([], []));
    }

    [Fact]
    public void The_usual_horizon_is_that_of_nine_in_ten()
    {
        double[] days = [.. Enumerable.Range(1, 20).Select(day => (double)day)];
        StageOutcome[] outcomes = [.. days.Select(day => day % 2 == 0 ? StageOutcome.Advanced : StageOutcome.Lost)];

        Assert.Equal(18, StageConversion.UsualHorizon(days, outcomes));
    }

    [Fact]
    public void A_stage_that_was_skipped_was_reached()
    {
        StagePassage[] passages = [new(1, 0, 0, 4, 2), new(1, 2, 4, 9, Destination.Lost)];

        Assert.Equal((4, StageOutcome.Advanced), Only(ConversionCohort.Of(passages, 0, 1)));
        Assert.Equal((0, StageOutcome.Advanced), Only(ConversionCohort.Of(passages, 1, 2)));
        Assert.Equal((5, StageOutcome.Lost), Only(ConversionCohort.Of(passages, 1, 3)));
        Assert.Equal((9, StageOutcome.Lost), Only(ConversionCohort.Of(passages, 0, Destination.Won)));
    }

    [Fact]
    public void A_deal_that_went_back_and_came_again_counts_once()
    {
        StagePassage[] passages = [new(1, 0, 0, 2, 1), new(1, 1, 2, 5, 0), new(1, 0, 5, 8, 1), new(1, 1, 8, 9, 2), new(1, 2, 9, 12, Destination.Running)];

        Assert.Equal((2, StageOutcome.Advanced), Only(ConversionCohort.Of(passages, 0, 1)));
        Assert.Equal((7, StageOutcome.Advanced), Only(ConversionCohort.Of(passages, 1, 2)));
        Assert.Equal((10, StageOutcome.Running), Only(ConversionCohort.Of(passages, 1, Destination.Won)));
    }

    [Fact]
    public void A_deal_that_was_lost_and_taken_up_again_was_not_lost()
    {
        StagePassage[] passages = [new(1, 0, 0, 2, Destination.Lost), new(1, 0, 10, 12, Destination.Won), new(2, 1, 3, 4, Destination.Lost), new(3, 0, 3, 4, Destination.Lost)];

        var cohort = ConversionCohort.Of(passages, 0, Destination.Won);

        Assert.Equal([1d, 1d, 12d], cohort.Days.ToArray());
        Assert.Equal([StageOutcome.Lost, StageOutcome.Lost, StageOutcome.Won], cohort.Outcomes.ToArray());
        Assert.Equal(2, ConversionCohort.Of(passages.AsSpan(0, 3), 1, Destination.Won).Days.Length);
    }

    private static (double Days, StageOutcome Outcome) Only(ConversionCohort cohort) => (Assert.Single(cohort.Days.ToArray()), cohort.Outcomes[0]);
}
