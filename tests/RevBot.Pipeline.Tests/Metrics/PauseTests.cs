using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Analytics.Drift;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

/// <summary>What figures make of paused deals, on Wednesday 12 November 2025 at 9:00.</summary>
public sealed class PauseTests
{
    private static readonly Exclusion One = new(Exclusion.Paused, 1);

    [Fact]
    public void Days_on_which_a_deal_was_paused_do_not_count_in_its_stay()
    {
        // In its stage from Monday 6 October; paused from Monday 13th to Monday 27th: ten business days of 27.375.
        var deal = Pipeline(deal => deal.Pauses("2025-10-13", "2025-10-27")).Snapshot().Find(new DealId("D-1"))!;
        var work = TestCompany.Profile.Work;

        Assert.Equal(27.375, work.BusinessDaysBetween(deal.Visits[0].EnteredAt, Asking.Now), 6);
        Assert.Equal(10, StayClock.PausedDays(deal, deal.Visits[0].EnteredAt, Asking.Now, work), 6);
        Assert.Equal(17.375, StayClock.Days(deal, deal.Visits[0].EnteredAt, Asking.Now, work), 6);

        // Resumed after a week; and what was paused before or after a stretch is no part of it.
        var resumed = Pipeline(deal => deal.Pauses("2025-10-13", "2025-10-27").Resumes("2025-10-20")).Snapshot().Find(new DealId("D-1"))!;
        Assert.Equal(5, StayClock.PausedDays(resumed, resumed.Visits[0].EnteredAt, Asking.Now, work), 6);
        Assert.Equal(0, StayClock.PausedDays(resumed, APipeline.At("2025-10-20"), Asking.Now, work), 6);
    }

    [Fact]
    public void A_paused_deal_is_not_stalled_and_on_its_review_date_its_clock_goes_on()
    {
        var company = TestCompany.Profile;
        var stalled = StallDetector.Detect(Pipeline().Snapshot(), company, Asking.Now);
        Assert.Equal((1, 0), (stalled.Stalls.Count, stalled.Paused));

        var paused = Pipeline(deal => deal.Pauses("2025-11-03", "2025-12-01")).Snapshot();
        var report = StallDetector.Detect(paused, company, Asking.Now);
        Assert.Equal((0, 1, 1), (report.Stalls.Count, report.Paused, report.OpenDeals));
        Assert.Null(StallDetector.Check(paused.Deals.Span[0], paused, company, report.Clock, Asking.Now));

        // Twenty business days before the pause; on 1 December they are twenty still.
        var back = StallDetector.Measure(paused.Deals.Span[0], paused, company, report.Clock, APipeline.At("2025-12-01T00:00"));
        Assert.Equal(20, back.Age, 6);
        Assert.Equal(0, StallDetector.Detect(paused, company, APipeline.At("2025-12-01T00:00")).Paused);
    }

    [Fact]
    public void Time_in_stage_leaves_out_the_days_of_a_pause_in_every_version()
    {
        // Two weeks and two paused: 10 business days; another of 20 that was not paused.
        var pipeline = new APipeline()
            .Deal("D-1", "Paused", "2025-09-01", then: deal => deal.Pauses("2025-09-08", "2025-09-22").Moves("2025-09-29", "discovery").Wins("2025-09-29"))
            .Deal("D-2", "Plain", "2025-09-01", then: deal => deal.Moves("2025-09-15", "discovery").Wins("2025-09-15"));
        var answer = pipeline.Ask(new Question { Measure = "time_in_stage.completed", Filters = [Asking.Only(Dimension.Stage, "qualification")] });

        Assert.Equal(10m, answer.Value);
    }

    [Fact]
    public void Running_stays_are_as_long_as_what_counts_of_them()
    {
        // The one stay that has ended took 15 days; the paused one goes on for 17.375 and not for 27.375.
        var ended = Pipeline(deal => deal.Pauses("2025-10-13", "2025-11-10"))
            .Deal("D-2", "Ended", "2025-09-01", then: deal => deal.Moves("2025-09-22", "discovery").Wins("2025-09-22"));
        var answer = ended.Ask(new Question { Measure = "time_in_stage.typical", Filters = [Asking.Only(Dimension.Stage, "qualification")] });

        // Its 7.375 days count as so long at least: of two stays one is left at 15 and ends.
        Assert.Equal(15m, answer.Value);
    }

    [Fact]
    public void Weighted_pipeline_leaves_paused_deals_out_and_says_so_while_open_pipeline_counts_them()
    {
        var pipeline = Pipeline(deal => deal.Pauses("2025-11-03", "2025-12-01")).Deal("D-2", "Other", "2025-10-06", amount: 1_000, closeDate: "2025-12-15");
        var weighted = pipeline.Ask("pipeline.weighted_amount");

        Assert.Equal(1, weighted.Receipt.Deals);
        Assert.Equal([One], weighted.Receipt.Excluded);
        Assert.Equal((3_000m, 2), (pipeline.Ask("pipeline.open_amount").Value, pipeline.Ask("pipeline.open_amount").Receipt.Deals));
        Assert.Empty(pipeline.Ask("pipeline.open_amount").Receipt.Excluded);
    }

    [Fact]
    public void Coverage_rests_on_what_is_in_play()
    {
        var pipeline = Pipeline(deal => deal.Pauses("2025-11-03", "2025-12-01")).Person("dana", "Dana Reyes").Quota("dana", "2025-10-01", "2025-12-31", 1_000)
            .Deal("D-2", "Other", "2025-10-06", amount: 1_000, closeDate: "2025-12-15", owner: "dana");

        foreach (var measure in (string[])["coverage.remaining", "coverage.gross"])
        {
            var answer = pipeline.Ask(measure, Asking.Quarter);
            Assert.Equal(1m, answer.Value);
            Assert.Contains(One, answer.Receipt.Excluded);
        }
    }

    [Fact]
    public void Velocity_counts_the_deals_in_play_at_each_end_of_a_period()
    {
        var pipeline = Pipeline(deal => deal.Pauses("2025-09-15", "2025-10-13").Resumes("2025-10-06T12:00"))
            .Deal("D-2", "Away", "2025-09-01", then: deal => deal.Pauses("2025-11-03", "2025-12-01"))
            .Deal("D-3", "Won", "2025-10-01", amount: 9_000m, then: deal => deal.Wins("2025-10-11"))
            .Deal("D-4", "Won before", "2025-09-01", amount: 9_000m, then: deal => deal.Wins("2025-09-11"));
        var answer = pipeline.Ask(new Question { Measure = "velocity.daily", Period = Asking.Quarter, CompareWith = Asking.LastQuarter });

        // Now D-1 is in play and D-2 is not; on 30 September only D-2 was, since D-1 came on 6 October.
        Assert.Equal((1m, 1m), (answer.Parts[0].Value, answer.Parts[0].Compared));
        Assert.Contains(One, answer.Receipt.Excluded);
        Assert.Equal(900m, answer.Value);
    }

    [Fact]
    public void Paused_deals_are_found_and_left_out_by_a_filter()
    {
        var pipeline = Pipeline(deal => deal.Pauses("2025-11-03", "2025-12-01"))
            .Deal("D-2", "Back", "2025-10-06", then: deal => deal.Pauses("2025-10-13", "2025-11-12"))
            .Deal("D-3", "Lost", "2025-10-06", then: deal => deal.Pauses("2025-11-03", "2025-12-01").Loses("2025-11-05"));

        Assert.Equal(["D-1"], pipeline.Ask("pipeline.open_count", null, new DealFilter.Paused()).Deals.Select(deal => deal.Value));
        Assert.Equal(["D-2"], pipeline.Ask("pipeline.open_count", null, new DealFilter.Paused(Negated: true)).Deals.Select(deal => deal.Value));
    }

    [Fact]
    public void A_paused_deal_needs_no_next_step_and_is_not_left_alone()
    {
        var paused = Pipeline(deal => deal.Pauses("2025-10-13", "2025-12-01")).Ask("hygiene.score");
        var back = Pipeline(deal => deal.Pauses("2025-10-13", "2025-11-12")).Ask("hygiene.score");

        Assert.Equal((1m, 0m), (paused.Value, back.Value));
    }

    [Fact]
    public void A_pause_is_held_back_from_the_slow_stage_watch_by_its_days()
    {
        // Whatever it makes of them, a pause of years leaves nothing of a stay that has begun.
        var report = DriftDetector.Detect(Pipeline(deal => deal.Pauses("2025-10-07", "2026-10-01")).Snapshot(), TestCompany.Profile, Asking.Now);
        Assert.Empty(report.Drifts);
    }

    /// <summary>One deal in its first stage since Monday 6 October, worth 2,000, to be closed in December.</summary>
    private static APipeline Pipeline(Action<DealStory>? then = null) =>
        new APipeline().Deal("D-1", "Acme", "2025-10-06", amount: 2_000, closeDate: "2025-12-10", then: then);
}
