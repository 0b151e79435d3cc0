using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class HygieneTests
{
    private const string Score = "hygiene.score";

    [Fact]
    public void A_deal_is_well_kept_when_nothing_is_missing_late_or_forgotten()
    {
        var answer = Company().Ask(Score);

        Assert.Equal(2 / 7m, answer.Value);
        Assert.Equal(7, answer.Receipt.Deals);
        Assert.Equal(
            ["No amount: D-2", "No close date: D-3", "Close date has passed: D-4", "No next step: D-4 D-5", "Not touched for 14 days: D-6"],
            answer.Parts.Select(part => $"{part.Title}: {string.Join(' ', part.Deals!.Select(deal => deal.Value))}"));
        Assert.Equal([1, 1, 1, 2, 1], answer.Parts.Select(part => part.Value!.Value));
    }

    [Fact]
    public void A_day_less_than_two_weeks_is_not_long_and_closed_deals_are_nobodys_worry()
    {
        // On 12 November: touched on 29 October is 14 days ago, on 28 October 15.
        var pipeline = new APipeline();
        Kept(pipeline, "D-1", "2025-10-29T12:00");
        Kept(pipeline, "D-2", "2025-10-28T12:00");
        pipeline.Deal("D-3", "Lost", "2025-01-01", then: story => story.Loses("2025-02-01"));

        Assert.Equal(.5m, pipeline.Ask(Score).Value);
        Assert.Equal(["D-2"], pipeline.Ask(Score).Parts[^1].Deals!.Select(deal => deal.Value));
    }

    [Fact]
    public void A_period_asks_for_deals_that_are_expected_in_it()
    {
        var answer = Company().Ask(Score, Asking.Between("2025-12-01", "2025-12-31"));

        Assert.Equal((.4m, 5), (answer.Value, answer.Receipt.Deals));
        Assert.Equal(["no expected close date: 1"], answer.Receipt.Excluded.Select(exclusion => $"{exclusion.Reason}: {exclusion.Deals}"));
    }

    [Fact]
    public void Rows_have_their_own_share_and_the_lowest_is_the_worst()
    {
        var answer = Company().Ask(new Question { Measure = Score, Breakdown = [Dimension.Owner], Ranking = new Ranking(false, 1) });

        Assert.Equal(["tom=0"], answer.Lines());
        Assert.False(answer.Metric.Additive);
    }

    [Fact]
    public void Without_open_deals_there_is_no_score_and_no_issue()
    {
        var answer = new APipeline().Deal("D-1", "Lost", "2025-01-01", then: story => story.Loses("2025-02-01")).Ask(Score);

        Assert.Equal((null, "There are no open deals."), (answer.Value, answer.NoData));
        Assert.Empty(answer.Parts);
    }

    private static APipeline Company()
    {
        var pipeline = new APipeline();
        Kept(pipeline, "D-1");
        Kept(pipeline, "D-2", amount: null);
        Kept(pipeline, "D-3", closeDate: null);
        Kept(pipeline, "D-4", closeDate: "2025-11-11", next: null, owner: "tom");
        Kept(pipeline, "D-5", next: null, owner: "tom");
        Kept(pipeline, "D-6", touched: "2025-10-01", owner: "tom");
        Kept(pipeline, "D-7", closeDate: "2025-12-31");
        return pipeline;
    }

    private static void Kept(APipeline pipeline, string id, string touched = "2025-11-10", decimal? amount = 1_000m, string? closeDate = "2025-12-01", string? next = "Call", string owner = "priya") =>
        pipeline.Deal(id, id, touched, owner: owner, amount: amount, closeDate: closeDate, then: story => _ = next is null ? story
            : story.Add(APipeline.At(touched), stamp => new DealEvent.NextStepChanged(null, null, next, null) { Deal = story.Id, Stamp = stamp }));
}
