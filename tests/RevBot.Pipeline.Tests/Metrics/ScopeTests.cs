using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class ScopeTests
{
    public static TheoryData<DealFilter, string> Filters { get; } = new()
    {
        { Asking.Only(Dimension.Owner, "dana"), "D-1 D-2" },
        { Asking.Not(Dimension.Owner, "dana"), "D-3 D-4" },
        { Asking.Only(Dimension.Owner, ""), "D-4" },
        { Asking.Only(Dimension.Team, "AMER"), "D-3" },
        { Asking.Only(Dimension.Manager, "max"), "D-1 D-2" },
        { Asking.Only(Dimension.Stage, "proposal", "negotiation"), "D-2 D-3" },
        { Asking.Only(Dimension.StageGroup, "open"), "D-1 D-2 D-3 D-4" },
        { Asking.Only(Dimension.StageGroup, "won"), "" },
        { Asking.Only(Dimension.Source, "Partner"), "D-2" },
        { Asking.Not(Dimension.Source, "Partner"), "D-1 D-3 D-4" },
        { Asking.Only(Dimension.Segment, "Enterprise"), "D-1" },
        { Asking.Only(Dimension.Segment, "SMB"), "D-2" },
        { Asking.Only(Dimension.Region, "EMEA"), "D-1 D-2" },
        { Asking.Only(Dimension.Industry, "Retail"), "D-1 D-2" },
        { Asking.Only(Dimension.Account, "acme"), "D-1 D-2" },
        { Asking.Only(Dimension.Currency, "EUR"), "D-3" },
        { Asking.Only(Dimension.Month, "2025-12"), "D-2 D-3" },
        { Asking.Only(Dimension.Quarter, "2025-Q4"), "D-1 D-2 D-3" },
        { Asking.Only(Dimension.Month, ""), "D-4" },
        { new DealFilter.Amount(11_000, null), "D-2 D-3" },
        { new DealFilter.Amount(11_000, null, MinIncluded: false), "D-2" },
        { new DealFilter.Amount(null, 11_000), "D-1 D-3" },
        { new DealFilter.Amount(null, 11_000, MaxIncluded: false), "D-1" },
        { new DealFilter.Amount(9_000, 12_000), "D-1 D-3" },
        { new DealFilter.Missing(DealFields.Amount), "D-4" },
        { new DealFilter.Missing(DealFields.Amount, Negated: true), "D-1 D-2 D-3" },
        { new DealFilter.Missing(DealFields.NextStep), "D-1 D-2 D-3 D-4" },
        { new DealFilter.Missing(DealFields.CloseDate), "D-4" },
        { new DealFilter.Missing(DealFields.Segment), "D-3 D-4" },
        { new DealFilter.Missing("budget"), "D-1 D-3 D-4" },
        { new DealFilter.Missing("budget", Negated: true), "D-2" },
        { new DealFilter.Closing(Asking.Between("2025-12-01", "2025-12-31")), "D-2 D-3" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_keeps_exactly_the_deals_it_names(DealFilter filter, string expected)
    {
        var pipeline = Story();
        var listed = new DealQuery { Filters = [filter], Order = DealOrder.Age }.Run(pipeline.Snapshot(), pipeline.Company, Asking.Now);

        Assert.Equal(expected, string.Join(' ', pipeline.Ask("pipeline.open_count", null, filter).Deals));
        Assert.Equal(expected, string.Join(' ', listed.Deals.Select(deal => deal.Id)));
    }

    [Fact]
    public void All_filters_must_hold()
    {
        var answer = Story().Ask("pipeline.open_amount", null, Asking.Only(Dimension.Owner, "dana"), Asking.Only(Dimension.Source, "Partner"));

        Assert.Equal(20_000m, answer.Value);
        Assert.Equal(2, answer.Receipt.Filters.Count);
        Assert.Equal("There are no open deals with these filters.", Story().Ask("pipeline.open_amount", null, Asking.Only(Dimension.Owner, "nobody")).NoData);
    }

    [Fact]
    public void One_foreign_currency_is_shown_as_it_is()
    {
        var answer = Story().Ask("pipeline.open_amount", null, Asking.Only(Dimension.Currency, "EUR"));

        Assert.Equal((10_000m, "EUR"), (answer.Value, answer.Currency));
        Assert.DoesNotContain("converted to USD at the dated rates", answer.Receipt.Remarks);
    }

    [Fact]
    public void Several_currencies_are_converted_and_said_so()
    {
        var answer = Story().Ask("pipeline.open_amount");

        Assert.Equal((10_000m + 20_000m + 11_000m, "USD"), (answer.Value, answer.Currency));
        Assert.Contains("converted to USD at the dated rates", answer.Receipt.Remarks);
    }

    [Fact]
    public void A_currency_without_a_rate_is_left_out_and_counted()
    {
        var answer = Story().Deal("D-5", "Five", "2025-05-01", amount: 99, currency: "CHF").Ask("pipeline.open_amount");

        Assert.Equal(41_000m, answer.Value);
        Assert.Equal([new Exclusion("no amount", 1), new Exclusion("no rate from CHF to USD", 1)], answer.Receipt.Excluded);
        Assert.Equal(3, answer.Receipt.Deals);
    }

    [Fact]
    public void Closed_deals_are_converted_at_the_day_they_closed_and_open_ones_at_today()
    {
        var company = TestCompany.Profile with
        {
            Rates = new ExchangeRates("USD", [new("EUR", new DateOnly(2024, 1, 1), 1.10m), new("EUR", new DateOnly(2025, 11, 1), 1.20m)]),
        };
        var pipeline = new APipeline(company)
            .Deal("D-1", "Dollars", "2025-10-01", amount: 1)
            .Deal("D-2", "Won before the new rate", "2025-10-01", amount: 100, currency: "EUR", then: story => story.Wins("2025-10-31"))
            .Deal("D-3", "Open", "2025-10-01", amount: 1_000, currency: "EUR", closeDate: "2025-10-20");

        Assert.Equal(1 + 110m + 1_200m, pipeline.Ask("pipeline.created_amount", Asking.Quarter).Value);
    }

    private static APipeline Story() => new APipeline()
        .Person("max", "Max Berg", "EMEA", PersonRole.Manager)
        .Person("dana", "Dana Reyes", "EMEA", manager: "max")
        .Person("sam", "Sam Cole", "AMER")
        .Account("acme", "Acme", "Enterprise", "EMEA", "Retail")
        .Deal("D-1", "One", "2025-01-01", "qualification", "dana", "acme", 10_000, "2025-11-28")
        .Deal("D-2", "Two", "2025-02-01", "proposal", "dana", "acme", 20_000, "2025-12-01", fields: new()
        {
            [DealFields.Source] = "Partner",
            [DealFields.Segment] = "SMB",
            ["budget"] = "yes",
        })
        .Deal("D-3", "Three", "2025-03-01", "negotiation", "sam", null, 10_000, "2025-12-31", "EUR")
        .Deal("D-4", "Four", "2025-04-01");
}
