using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class DealQueryTests
{
    [Theory]
    [InlineData(DealOrder.Amount, false, "D-3 D-2 D-1 D-4")]
    [InlineData(DealOrder.Amount, true, "D-1 D-2 D-3 D-4")]
    [InlineData(DealOrder.CloseDate, false, "D-2 D-1 D-3 D-4")]
    [InlineData(DealOrder.CloseDate, true, "D-3 D-1 D-2 D-4")]
    [InlineData(DealOrder.Age, false, "D-4 D-1 D-2 D-3")]
    [InlineData(DealOrder.TimeInStage, false, "D-4 D-2 D-3 D-1")]
    public void Deals_come_in_the_order_asked_for_and_unknowns_last(DealOrder order, bool reversed, string expected) =>
        Assert.Equal(expected, Run(new DealQuery { Status = DealStatus.Open, Order = order, Reversed = reversed }));

    [Fact]
    public void A_limit_cuts_the_list_and_tells_how_many_there_are()
    {
        var listing = new DealQuery { Limit = 2 }.Run(Story().Snapshot(), TestCompany.Profile, Asking.Now);

        Assert.Equal(2, listing.Deals.Count);
        Assert.Equal(5, listing.InAll);
    }

    [Fact]
    public void A_period_goes_by_the_closing_day_and_deals_without_one_are_counted()
    {
        var listing = new DealQuery { Status = DealStatus.Open, Period = Asking.Between("2025-11-01", "2025-11-30") }.Run(Story().Snapshot(), TestCompany.Profile, Asking.Now);

        Assert.Equal(["D-2", "D-1"], listing.Deals.Select(deal => deal.Id.Value));
        Assert.Equal([new Exclusion("no expected close date", 1)], listing.Excluded);
    }

    [Fact]
    public void A_period_may_go_by_the_day_created() =>
        Assert.Equal("D-3", Run(new DealQuery { Basis = TimeBasis.Created, Period = Asking.Between("2025-03-01", "2025-03-31") }));

    [Fact]
    public void Won_deals_are_listed_by_the_day_they_were_won() =>
        Assert.Equal("W-1", Run(new DealQuery { Status = DealStatus.Won, Period = Asking.Quarter }));

    private static string Run(DealQuery query) =>
        string.Join(' ', query.Run(Story().Snapshot(), TestCompany.Profile, Asking.Now).Deals.Select(deal => deal.Id));

    private static APipeline Story() => new APipeline()
        .Deal("D-1", "One", "2025-01-01", amount: 10, closeDate: "2025-11-28", then: story => story.Moves("2025-06-01", "discovery"))
        .Deal("D-2", "Two", "2025-02-01", amount: 20, closeDate: "2025-11-27")
        .Deal("D-3", "Three", "2025-03-01", amount: 20, closeDate: "2025-12-31", currency: "EUR")
        .Deal("D-4", "Four", "2024-12-01")
        .Deal("W-1", "Won", "2024-12-02", then: story => story.Wins("2025-10-01"));
}
