using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class MetricFigureTests
{
    [Fact]
    public void Open_pipeline_is_the_amount_of_all_open_deals_overdue_ones_too()
    {
        var answer = Story().Ask("pipeline.open_amount");

        Assert.Equal(175_000m, answer.Value);
        Assert.Equal("USD", answer.Currency);
        Assert.Equal(["O-1", "O-2", "O-3"], answer.Deals.Select(deal => deal.Value));
        Assert.Contains("1 of 3 deals is overdue: the expected close date has passed", answer.Receipt.Remarks);
    }

    [Fact]
    public void Open_pipeline_of_a_period_goes_by_the_expected_close_date_both_ends_included()
    {
        var answer = Story().Ask("pipeline.open_amount", Asking.Between("2025-12-15", "2026-01-10"));

        Assert.Equal(75_000m, answer.Value);
        Assert.Equal(TimeBasis.ExpectedClose, answer.Receipt.Basis);
    }

    [Fact]
    public void Open_deals_are_counted_without_regard_to_amounts() =>
        Assert.Equal(4m, Story().Deal("O-4", "No amount yet", "2025-11-01").Ask("pipeline.open_count").Value);

    [Fact]
    public void Weighted_pipeline_takes_the_probability_of_each_stage() =>
        Assert.Equal((100_000 * .1m) + (50_000 * .4m) + (25_000 * .6m), Story().Ask("pipeline.weighted_amount").Value);

    [Fact]
    public void A_stage_the_process_no_longer_has_cannot_be_weighted_and_is_said()
    {
        var answer = Story().Deal("O-9", "Old", "2025-01-01", stage: "legacy", amount: 9_000).Ask("pipeline.weighted_amount");

        Assert.Equal(45_000m, answer.Value);
        Assert.Equal([new Exclusion("a stage the process does not have", 1)], answer.Receipt.Excluded);
    }

    [Fact]
    public void Won_amount_goes_by_the_signed_date_when_known_else_the_close_date()
    {
        // W-2 was closed in November but signed on 30 September: it belongs to the quarter before.
        var answer = Story().Ask("bookings.won_amount", Asking.Quarter);

        Assert.Equal(50_000m, answer.Value);
        Assert.Equal(["W-1", "W-3"], answer.Deals.Select(deal => deal.Value));
        Assert.Contains("by the contract's signed date for 1 of 2 deals, else the close date", answer.Receipt.Remarks);
        Assert.Equal(70_000m, Story().Ask("bookings.won_amount", Asking.LastQuarter).Value);
    }

    [Fact]
    public void Deals_won_are_counted() => Assert.Equal(2m, Story().Ask("bookings.won_count", Asking.Quarter).Value);

    [Fact]
    public void Lost_amount_and_deals_lost_go_by_the_close_date()
    {
        Assert.Equal(15_000m, Story().Ask("losses.lost_amount", Asking.Quarter).Value);
        Assert.Equal(1m, Story().Ask("losses.lost_count", Asking.Quarter).Value);
    }

    [Fact]
    public void Win_rate_is_won_over_won_and_lost() =>
        Assert.Equal(2m / 3m, Story().Ask("win_rate.count", Asking.Quarter).Value);

    [Fact]
    public void Win_rate_by_value_is_won_amount_over_closed_amount()
    {
        var answer = Story().Ask("win_rate.value", Asking.Quarter);

        Assert.Equal(50_000m / 65_000m, answer.Value);
        Assert.Null(answer.Currency);
    }

    [Fact]
    public void Average_deal_size_is_the_mean_of_won_amounts_and_leaves_out_deals_without_one()
    {
        var answer = Story()
            .Deal("W-8", "No amount", "2025-09-01", then: story => story.Wins("2025-11-02"))
            .Ask("deals.average_won", Asking.Quarter);

        Assert.Equal(25_000m, answer.Value);
        Assert.Equal([new Exclusion("no amount", 1)], answer.Receipt.Excluded);
    }

    [Fact]
    public void Sales_cycle_is_the_median_of_calendar_days_from_created_to_won()
    {
        // W-1: 1 Sep to 1 Nov = 61 days; W-3: 1 Oct to 20 Oct (signed) = 19 days.
        Assert.Equal(40m, Story().Ask("sales_cycle.median", Asking.Quarter).Value);
        Assert.Equal(30m, Story()
            .Deal("W-7", "Third", "2025-10-01", then: story => story.Wins("2025-10-31"))
            .Ask("sales_cycle.median", Asking.Quarter).Value);
    }

    [Fact]
    public void Created_pipeline_counts_whatever_became_of_the_deals()
    {
        Assert.Equal(3m, Story().Ask("pipeline.created_count", Asking.Quarter).Value);
        Assert.Equal(30_000m + 50_000m + 25_000m, Story().Ask("pipeline.created_amount", Asking.Quarter).Value);
    }

    [Fact]
    public void A_reopened_deal_is_open_again_and_neither_won_nor_lost()
    {
        var pipeline = Story().Deal("R-1", "Back again", "2025-08-01", amount: 5_000, then: story => story
            .Loses("2025-10-05")
            .Reopens("2025-10-20", "discovery"));

        Assert.Equal(15_000m, pipeline.Ask("losses.lost_amount", Asking.Quarter).Value);
        Assert.Equal(2m / 3m, pipeline.Ask("win_rate.count", Asking.Quarter).Value);
        Assert.Equal(180_000m, pipeline.Ask("pipeline.open_amount").Value);
    }

    [Fact]
    public void Nothing_won_is_no_data_never_zero_dollars()
    {
        var answer = Story().Ask("bookings.won_amount", Asking.Between("2020-01-01", "2020-12-31"));

        Assert.Null(answer.Value);
        Assert.Equal("No deals were won in that period.", answer.NoData);
        Assert.Equal(0, answer.Receipt.Deals);
    }

    [Fact]
    public void A_count_of_nothing_is_zero_and_says_so()
    {
        var answer = Story().Ask("bookings.won_count", Asking.Between("2020-01-01", "2020-12-31"));

        Assert.Equal(0m, answer.Value);
        Assert.Equal("No deals were won in that period.", answer.NoData);
    }

    [Fact]
    public void When_every_deal_is_left_out_the_reason_is_told()
    {
        var answer = new APipeline().Deal("O-1", "No amount", "2025-11-01").Ask("pipeline.open_amount");

        Assert.Null(answer.Value);
        Assert.Equal("No deal could be counted: 1 deal with no amount.", answer.NoData);
    }

    [Fact]
    public void A_win_rate_of_nothing_is_no_data_never_zero_per_cent()
    {
        var answer = Story().Ask("win_rate.count", Asking.Between("2020-01-01", "2020-12-31"));

        Assert.Null(answer.Value);
        Assert.Equal("No deals were closed in that period.", answer.NoData);
    }

    [Fact]
    public void Deals_without_a_close_date_are_left_out_of_a_period_and_counted()
    {
        var answer = Story().Deal("O-5", "Some day", "2025-11-01", amount: 1_000).Ask("pipeline.open_amount", Asking.Quarter);

        Assert.Equal(150_000m, answer.Value);
        Assert.Equal([new Exclusion("no expected close date", 1)], answer.Receipt.Excluded);
    }

    [Fact]
    public void A_small_sample_is_shown_with_a_warning_and_without_advice()
    {
        var answer = Story().Ask("win_rate.count", Asking.Quarter);

        Assert.Contains("only 3 deals: below the 10 this number should rest on", answer.Receipt.Remarks);
        Assert.Null(answer.SoWhat);
    }

    [Fact]
    public void A_band_says_what_to_do_about_the_number()
    {
        var pipeline = new APipeline();
        for (var index = 0; index < 20; index++)
        {
            var won = index == 0;
            pipeline.Deal($"D-{index}", $"Deal {index}", "2025-10-01", then: story => _ = won ? story.Wins("2025-11-01") : story.Loses("2025-11-01"));
        }

        Assert.StartsWith("Fewer than one in seven", pipeline.Ask("win_rate.count", Asking.Quarter).SoWhat, StringComparison.Ordinal);
    }

    [Fact]
    public void The_receipt_names_definition_owner_period_and_moment()
    {
        var receipt = Story().Ask(new Question { Measure = "bookings.won_amount", Period = Asking.Quarter, PeriodIsDefault = true }).Receipt;

        Assert.Equal("bookings.won_amount", receipt.MetricId);
        Assert.Equal("RevOps", receipt.Owner);
        Assert.Equal(Asking.Quarter, receipt.Period);
        Assert.True(receipt.PeriodIsDefault);
        Assert.Equal(Asking.Now, receipt.AsOf);
        Assert.Equal(2, receipt.Deals);
    }

    [Fact]
    public void The_owner_of_a_definition_is_named_by_metric_then_family_then_default()
    {
        var company = TestCompany.Profile with
        {
            MetricOwners = new Dictionary<string, string> { ["bookings"] = "Finance", ["bookings.won_count"] = "Priya Raman" },
        };

        Assert.Equal("Finance", new APipeline(company).Ask("bookings.won_amount").Receipt.Owner);
        Assert.Equal("Priya Raman", new APipeline(company).Ask("bookings.won_count").Receipt.Owner);
        Assert.Equal("RevOps", new APipeline(company).Ask("win_rate.count").Receipt.Owner);
    }

    [Fact]
    public void A_metric_nobody_defined_is_an_error() =>
        Assert.Throws<ArgumentException>(() => Story().Ask("bookings.moon"));

    private static APipeline Story() => new APipeline()
        .Deal("O-1", "Acme platform", "2025-06-01", "qualification", amount: 100_000, closeDate: "2025-11-01")
        .Deal("O-2", "Globex rollout", "2025-10-10", "proposal", amount: 50_000, closeDate: "2025-12-15")
        .Deal("O-3", "Initech", "2025-10-12", "negotiation", amount: 25_000, closeDate: "2026-01-10")
        .Deal("W-1", "Umbrella", "2025-09-01", amount: 20_000, then: story => story.Wins("2025-11-01"))
        .Deal("W-2", "Hooli", "2025-05-01", amount: 70_000, then: story => story.Wins("2025-11-03", signed: "2025-09-30"))
        .Deal("W-3", "Stark", "2025-10-01", amount: 30_000, then: story => story.Wins("2025-10-25", signed: "2025-10-20"))
        .Deal("L-1", "Wayne", "2025-02-01", amount: 15_000, then: story => story.Loses("2025-10-09"))
        .Deal("L-2", "Wonka", "2025-02-01", amount: 16_000, then: story => story.Loses("2025-06-09"));
}
