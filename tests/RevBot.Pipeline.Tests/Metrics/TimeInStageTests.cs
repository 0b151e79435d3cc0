using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class TimeInStageTests
{
    private const string Typical = "time_in_stage.typical";

    [Fact]
    public void It_is_the_median_of_business_days_when_every_stay_has_ended()
    {
        // Monday 6 October to Wednesday 8th, to Friday 10th, to Tuesday 14th: 2, 4 and (over a weekend) 6 business days.
        var answer = Three().Ask(Typical, Asking.Quarter);

        Assert.Equal(4m, answer.Value);
        Assert.Equal(3, answer.Receipt.Deals);
        Assert.Equal(MetricUnit.BusinessDays, answer.Metric.Unit);
    }

    [Fact]
    public void Stays_that_still_go_on_make_the_typical_one_longer()
    {
        // Left after 2, 4 and 6; one still there after 27 (6 October to 12 November 9:00): the curve is 3/4, 1/2, 1/4, so the middle of 4 and 6.
        var answer = Three().Deal("D-4", "Still there", "2025-10-06").Ask(Typical, Asking.Quarter);

        Assert.Equal(5m, answer.Value);
        Assert.Equal(4, answer.Receipt.Deals);
    }

    [Fact]
    public void Completed_time_leaves_out_what_goes_on()
    {
        var answer = Three().Deal("D-4", "Still there", "2025-10-06").Ask("time_in_stage.completed", Asking.Quarter);

        Assert.Equal((4m, 3), (answer.Value, answer.Receipt.Deals));
        Assert.Equal("No stay in a stage ended in that period.", new APipeline().Deal("D-1", "One", "2025-10-06").Ask("time_in_stage.completed", Asking.Quarter).NoData);
    }

    [Fact]
    public void Completed_time_of_all_dates_leaves_out_what_goes_on_too() =>
        Assert.Equal(4m, Three().Deal("D-4", "Still there", "2025-10-06").Ask("time_in_stage.completed").Value);

    [Fact]
    public void Open_stays_do_not_count_in_a_period_that_is_over() =>
        Assert.Equal(4m, Three().Deal("D-4", "Still there", "2025-10-06").Ask(Typical, Asking.Between("2025-10-01", "2025-10-31")).Value);

    [Fact]
    public void When_too_few_have_left_there_is_no_typical_stay()
    {
        var answer = new APipeline().Deal("D-1", "One", "2025-10-06").Deal("D-2", "Two", "2025-10-06").Ask(Typical, Asking.Quarter);

        Assert.Null(answer.Value);
        Assert.Equal("Too few of the stays have ended to say how long is typical.", answer.NoData);
    }

    [Fact]
    public void Stages_come_in_the_order_of_travel_and_a_stay_belongs_to_the_stage_it_was_in()
    {
        var answer = Travelled().By(Typical, Asking.Quarter, Dimension.Stage);

        Assert.Equal(["Qualification=2", "Discovery=5", "Proposal=1"], answer.Lines());
        Assert.Equal(1, answer.Receipt.Deals);
        Assert.Equal(["D-1"], answer.Deals.Select(deal => deal.Value));
    }

    [Fact]
    public void A_stage_filter_keeps_the_stays_in_that_stage() =>
        Assert.Equal(5m, Travelled().Ask(Typical, Asking.Quarter, Asking.Only(Dimension.Stage, "discovery")).Value);

    [Fact]
    public void A_stay_made_up_from_a_file_is_left_out_and_counted()
    {
        var answer = Three()
            .Deal("D-9", "Imported", "2025-01-01", historyKnown: false, then: story => story.Moves("2025-10-06", "discovery").Moves("2025-10-07", "proposal"))
            .Ask(Typical, Asking.Between("2025-10-01", "2025-10-31"));

        Assert.Equal([new Exclusion("no stage history", 1)], answer.Receipt.Excluded);
        Assert.Equal(3m, answer.Value);
    }

    private static APipeline Three() => new APipeline()
        .Deal("D-1", "One", "2025-10-06", then: story => story.Wins("2025-10-08"))
        .Deal("D-2", "Two", "2025-10-06", then: story => story.Loses("2025-10-10"))
        .Deal("D-3", "Three", "2025-10-06", then: story => story.Wins("2025-10-14"));

    private static APipeline Travelled() => new APipeline().Deal("D-1", "One", "2025-10-06", then: story => story
        .Moves("2025-10-08", "discovery")
        .Moves("2025-10-15", "proposal")
        .Wins("2025-10-16"));
}
