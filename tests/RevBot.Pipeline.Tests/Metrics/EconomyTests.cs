using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Economics;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class EconomyTests
{
    private static readonly Period Half = Asking.Between("2025-07-01", "2025-12-31");

    [Fact]
    public void A_new_customer_costs_what_was_spent_over_those_won_first()
    {
        var answer = Company().Ask("economics.cac", Asking.Quarter);

        // 3,000 + 2,000 + 1,000 for Acme and Globex; Initech's second deal wins no customer.
        Assert.Equal((3_000m, 2), (answer.Value, answer.Receipt.Deals));
        Assert.Equal([6_000m, 2m], answer.Parts.Select(part => part.Value));
        Assert.Equal(["D-1", "D-2"], answer.Deals.Select(deal => deal.Value));
    }

    [Fact]
    public void Half_a_month_costs_half_of_it()
    {
        var answer = Company().Ask("economics.cac", Asking.Between("2025-11-01", "2025-11-15"));

        Assert.Equal(1_000m, answer.Parts[0].Value);
        Assert.Contains("a month's cost is spread evenly over its days", answer.Receipt.Remarks);
        Assert.Equal("No new customers were won, so there is no cost of one.", answer.NoData);
    }

    [Fact]
    public void Cost_splits_by_what_spend_and_deals_both_say()
    {
        var company = Company();

        Assert.Equal(["Event=3000", "Partner=2000"], company.By("economics.cac", Asking.Quarter, Dimension.Source).Lines());
        Assert.Equal(3_000m, company.Ask("economics.cac", Asking.Quarter, Asking.Only(Dimension.Source, "Event")).Value);
        Assert.StartsWith(
            "Customer acquisition cost can be split and filtered by source, segment",
            new MetricCatalog().Obstacle(new Question { Measure = "economics.cac", Breakdown = [Dimension.Owner] }, company.Snapshot()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Payback_is_cost_over_what_a_new_customer_leaves_each_month()
    {
        var answer = Company().Ask("economics.payback", Asking.Quarter);

        // Acme begins with 100, Globex with 300; 80 % is left: 3,000 / (200 × 0.8).
        Assert.Equal(18.75m, answer.Value);
        Assert.Equal([3_000m, 200m, .8m], answer.Parts.Select(part => part.Value));
    }

    [Fact]
    public void Without_a_margin_it_is_the_revenue_payback()
    {
        var answer = Company(margin: null).Ask("economics.payback", Asking.Quarter);

        Assert.Equal(15m, answer.Value);
        Assert.Contains("revenue payback: the gross margin is not known for all of them", answer.Receipt.Remarks);
    }

    [Fact]
    public void Retention_tells_net_beside_gross()
    {
        var company = new APipeline()
            .Revenue("Grows", "2025-06", .8m, 100, 100, 150)
            .Revenue("Shrinks", "2025-06", .8m, 100, 100, 60)
            .Revenue("Leaves", "2025-06", .8m, 50, 0, 0)
            .Revenue("Stays", "2025-06", .8m, 150, 150, 150)
            .Revenue("Comes", "2025-08", .8m, 500);
        var net = company.Ask("economics.nrr", Half);
        var gross = company.Ask("economics.grr", Half);

        // 400 at the end of June: + 50 − 40 − 50.
        Assert.Equal((.9m, .775m), (net.Value, gross.Value));
        Assert.Equal([400m, 50m, -40m, -50m, .775m], net.Parts.Select(part => part.Value));
        Assert.Equal(.9m, gross.Parts[^1].Value);
        Assert.Contains("from Jun 2025 to Aug 2025", net.Receipt.Remarks);
    }

    [Fact]
    public void Retention_needs_two_months_and_somebody_who_paid()
    {
        Assert.StartsWith("Retention needs the revenue of two months", new APipeline().Revenue("One", "2025-08", null, 100).Ask("economics.nrr", Half).NoData, StringComparison.Ordinal);
        Assert.Equal("No customer paid in Aug 2025.", new APipeline().Revenue("One", "2025-08", null, 0, 100).Ask("economics.nrr", Half).NoData);
    }

    [Fact]
    public void A_lifetime_is_one_over_the_churn_of_a_month()
    {
        var company = new APipeline().Revenue("Stays", "2025-07", .5m, 100, 100, 100).Revenue("Leaves", "2025-07", .5m, 100, 100, 0);
        var answer = company.Ask("economics.ltv", Half);

        // Of four months that began with a customer one ended without: 100 × 0.5 × 4.
        Assert.Equal(200m, answer.Value);
        Assert.Equal([100m, .5m, .25m], answer.Parts.Select(part => part.Value));
        Assert.Equal("No customer has left in that period, so nobody can tell yet how long they stay.", new APipeline().Revenue("Stays", "2025-07", .5m, 100, 100).Ask("economics.ltv", Half).NoData);
    }

    [Fact]
    public void A_life_is_five_years_at_most()
    {
        var company = new APipeline().Revenue("Leaves", "2025-07", null, 100, 0);
        for (var number = 0; number < 99; number++)
        {
            company.Revenue($"Stays {number}", "2025-07", null, 100, 100);
        }

        var answer = company.Ask("economics.ltv", Half);
        Assert.Equal(6_000m, answer.Value);
        Assert.Contains("a customer's life is taken as 60 months at most", answer.Receipt.Remarks);
    }

    [Theory]
    [InlineData("economics.cac", "import what was spent (revbot import spend FILE.csv")]
    [InlineData("economics.nrr", "import what customers pay (revbot import revenue FILE.csv")]
    public void Without_data_it_says_what_to_import(string measure, string words) =>
        Assert.Contains(words, new MetricCatalog().Obstacle(new Question { Measure = measure }, new APipeline().Snapshot()), StringComparison.Ordinal);

    private static APipeline Company(decimal? margin = .8m) => new APipeline()
        .Account("A", "Acme")
        .Account("G", "Globex")
        .Account("I", "Initech")
        .Deal("D-1", "Acme", "2025-09-01", account: "A", amount: 10, fields: new() { ["source"] = "Event" }, then: story => story.Wins("2025-10-09"))
        .Deal("D-2", "Globex", "2025-09-01", account: "G", amount: 10, fields: new() { ["source"] = "Partner" }, then: story => story.Wins("2025-10-10"))
        .Deal("D-3", "Initech", "2025-03-01", account: "I", amount: 10, then: story => story.Wins("2025-04-10"))
        .Deal("D-4", "Initech again", "2025-09-01", account: "I", amount: 10, then: story => story.Wins("2025-10-11"))
        .Spend("2025-10", 3_000, source: "Event")
        .Spend("2025-11", 2_000, SpendCategory.Sales, "Partner")
        .Spend("2025-12", 1_000)
        .Spend("2025-09", 700)
        .Revenue("Initech", "2025-05", margin, 100, 100, 100, 100, 100, 100)
        .Revenue("Acme", "2025-10", margin, 100, 100)
        .Revenue("Globex", "2025-11", margin, 300);
}
