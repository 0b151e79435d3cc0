using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class BreakdownTests
{
    [Theory]
    [InlineData(Dimension.Owner, "Dana Reyes=40000|Gone Person=30000|Priya Raman=20000|(none)=10000")]
    [InlineData(Dimension.Team, "EMEA=60000|AMER=30000|(none)=10000")]
    [InlineData(Dimension.Manager, "Max Berg=60000|(none)=40000")]
    [InlineData(Dimension.Stage, "Qualification=20000|Proposal=40000|legacy=40000")]
    [InlineData(Dimension.StageGroup, "Open=100000")]
    [InlineData(Dimension.Source, "Inbound=70000|Partner=20000|(none)=10000")]
    [InlineData(Dimension.Segment, "Enterprise=60000|SMB=30000|(none)=10000")]
    [InlineData(Dimension.Region, "EMEA=70000|AMER=20000|(none)=10000")]
    [InlineData(Dimension.Industry, "Retail=70000|Energy=20000|(none)=10000")]
    [InlineData(Dimension.Account, "Acme=70000|Globex=20000|(none)=10000")]
    [InlineData(Dimension.Product, "Suite=40000|Core=30000|(none)=30000")]
    [InlineData(Dimension.DealType, "New Business=40000|Renewal=30000|(none)=30000")]
    [InlineData(Dimension.ForecastCategory, "Commit=40000|Best Case=30000|(none)=30000")]
    [InlineData(Dimension.Competitor, "(none)=60000|Acumen=40000")]
    [InlineData(Dimension.Currency, "USD=100000")]
    [InlineData(Dimension.Week, "week of 24 Nov 2025=60000|week of 1 Dec 2025=40000")]
    [InlineData(Dimension.Month, "Nov 2025=60000|Dec 2025=40000")]
    [InlineData(Dimension.Quarter, "Q4 2025=100000")]
    [InlineData(Dimension.Year, "2025=100000")]
    public void Open_pipeline_breaks_down_by_every_dimension(Dimension dimension, string expected) =>
        Assert.Equal(expected.Split('|'), Story().By("pipeline.open_amount", null, dimension).Lines());

    [Fact]
    public void Losses_break_down_by_reason_as_people_call_it()
    {
        var pipeline = new APipeline()
            .Deal("L-1", "One", "2025-09-01", amount: 10, then: story => story.Loses("2025-10-09"))
            .Deal("L-2", "Two", "2025-09-01", amount: 20, then: story => story.Loses("2025-10-09", "competitor", competitor: "Acumen"))
            .Deal("L-3", "Three", "2025-09-01", amount: 5, then: story => story.Loses("2025-10-09", null));

        Assert.Equal(
            ["Lost to a competitor=20", "Price=10", "(none)=5"],
            pipeline.By("losses.lost_amount", Asking.Quarter, Dimension.LossReason).Lines());
        Assert.Equal("competitor", pipeline.By("losses.lost_amount", Asking.Quarter, Dimension.LossReason).Rows[0].Keys[0].Key);
    }

    [Fact]
    public void Each_reason_has_its_share_of_the_losses_somebody_gave_a_reason_for()
    {
        var pipeline = new APipeline()
            .Deal("L-1", "One", "2025-09-01", then: story => story.Loses("2025-10-09"))
            .Deal("L-2", "Two", "2025-09-01", then: story => story.Loses("2025-10-09"))
            .Deal("L-3", "Three", "2025-09-01", then: story => story.Loses("2025-10-09", "competitor", competitor: "Acumen"))
            .Deal("L-4", "Four", "2025-09-01", then: story => story.Loses("2025-10-09", null));
        var answer = pipeline.By("losses.lost_count", Asking.Quarter, Dimension.LossReason);

        Assert.Equal([("Price", 2 / 3m), ("Lost to a competitor", 1 / 3m), ("(none)", (decimal?)null)], answer.Rows.Select(row => (row.Keys[0].Label, row.Share)));
        Assert.Contains("1 of 4 deals has no reason said: shares are of the others", answer.Receipt.Remarks);
        Assert.All(pipeline.By("losses.lost_count", Asking.Quarter, Dimension.Stage).Rows, row => Assert.Null(row.Share));
    }

    [Fact]
    public void Losses_break_down_and_filter_by_the_stage_they_were_lost_from()
    {
        var pipeline = new APipeline()
            .Deal("L-1", "One", "2025-09-01", "discovery", amount: 10, then: story => story.Loses("2025-10-09"))
            .Deal("L-2", "Two", "2025-09-01", "discovery", amount: 20, then: story => story.Moves("2025-09-20", "proposal").Loses("2025-10-09"))
            .Deal("L-3", "Three", "2025-09-01", "proposal", amount: 5, then: story => story.Wins("2025-10-09"));

        Assert.Equal(["Discovery=10", "Proposal=20"], pipeline.By("losses.lost_amount", Asking.Quarter, Dimension.Stage).Lines());
        Assert.Equal(20, pipeline.Ask("losses.lost_amount", Asking.Quarter, Asking.Only(Dimension.Stage, "proposal")).Value);
        Assert.Equal(30, pipeline.Ask("losses.lost_amount", Asking.Quarter, Asking.Only(Dimension.Stage, "lost")).Value);
    }

    [Fact]
    public void Two_dimensions_give_one_row_a_pair_in_the_order_of_time()
    {
        var answer = Story().By("pipeline.open_amount", null, Dimension.Month, Dimension.Team);

        Assert.Equal(["Nov 2025/EMEA=60000", "Dec 2025/AMER=30000", "Dec 2025/(none)=10000"], answer.Lines());
        Assert.Equal(2, answer.Rows[0].Keys.Count);
        Assert.Equal(2, answer.Rows[0].Deals);
    }

    [Fact]
    public void Fiscal_quarters_and_years_are_named_by_the_year_they_end_in()
    {
        var company = TestCompany.Profile with { Fiscal = new FiscalCalendar(2) };
        var pipeline = new APipeline(company)
            .Deal("D-1", "One", "2025-01-05", amount: 1, closeDate: "2026-01-31")
            .Deal("D-2", "Two", "2025-01-05", amount: 2, closeDate: "2026-02-01");

        Assert.Equal(["FY26 Q4=1", "FY27 Q1=2"], pipeline.By("pipeline.open_amount", null, Dimension.Quarter).Lines());
        Assert.Equal(["FY26=1", "FY27=2"], pipeline.By("pipeline.open_amount", null, Dimension.Year).Lines());
    }

    [Fact]
    public void Created_days_are_days_of_the_company_not_of_utc()
    {
        // 1 October 03:30 UTC is still 30 September in New York; 5:00 on 1 November is 1:00 in the morning there.
        var company = TestCompany.Profile with { Work = new WorkCalendar(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), [DayOfWeek.Monday], []) };
        var pipeline = new APipeline(company)
            .Deal("D-1", "One", "2025-10-01T03:30")
            .Deal("D-2", "Two", "2025-10-01T04:00")
            .Deal("D-3", "Three", "2025-11-01T03:59:59")
            .Deal("D-4", "Four", "2025-11-03T05:00");

        Assert.Equal(["Sep 2025=1", "Oct 2025=2", "Nov 2025=1"], pipeline.By("pipeline.created_count", null, Dimension.Month).Lines());
        Assert.Equal(2m, pipeline.Ask("pipeline.created_count", Asking.Between("2025-10-01", "2025-10-31")).Value);
    }

    [Fact]
    public void Top_rows_are_cut_after_ranking_and_the_rest_is_counted()
    {
        var answer = Ranked(highest: true, count: 1);

        Assert.Equal(["Dana Reyes=40000"], answer.Lines());
        Assert.Equal(3, answer.RowsInAll);
        Assert.Equal(100_000m, answer.Value);
    }

    [Fact]
    public void The_least_is_the_lowest_of_those_who_have_a_record_and_the_others_are_named()
    {
        var answer = Ranked(highest: false, count: 2);

        Assert.Equal(["Priya Raman=20000", "Gone Person=30000"], answer.Lines());
        Assert.Contains("not ranked: 1 deal with no owner", answer.Receipt.Remarks);
        Assert.Contains("1 active rep has none: Idle Rep", answer.Receipt.Remarks);
    }

    [Fact]
    public void Reps_without_a_record_are_named_only_within_the_team_asked_about()
    {
        var answer = Story().Ask(new Question
        {
            Measure = "pipeline.open_amount",
            Breakdown = [Dimension.Owner],
            Ranking = new Ranking(false, 1),
            Filters = [Asking.Only(Dimension.Team, "EMEA")],
        });

        Assert.DoesNotContain(answer.Receipt.Remarks, remark => remark.Contains("Idle Rep", StringComparison.Ordinal));
    }

    [Fact]
    public void Ties_keep_the_order_of_labels()
    {
        var pipeline = new APipeline().Person("b", "Bea").Person("a", "Ada").Person("c", "Cyd")
            .Deal("D-1", "One", "2025-10-01", owner: "b", amount: 5)
            .Deal("D-2", "Two", "2025-10-01", owner: "c", amount: 5)
            .Deal("D-3", "Three", "2025-10-01", owner: "a", amount: 5);
        foreach (var highest in new[] { true, false })
        {
            var answer = pipeline.Ask(new Question { Measure = "pipeline.open_amount", Breakdown = [Dimension.Owner], Ranking = new Ranking(highest, null) });
            Assert.Equal(["Ada=5", "Bea=5", "Cyd=5"], answer.Lines());
        }
    }

    [Fact]
    public void Rows_of_a_win_rate_are_shares_of_their_own_deals()
    {
        var pipeline = new APipeline()
            .Deal("D-1", "One", "2025-10-01", fields: From("Partner"), then: story => story.Wins("2025-11-01"))
            .Deal("D-2", "Two", "2025-10-01", fields: From("Partner"), then: story => story.Loses("2025-11-01"))
            .Deal("D-3", "Three", "2025-10-01", fields: From("Inbound"), then: story => story.Wins("2025-11-01"));

        Assert.Equal(["Inbound=1", "Partner=0.5"], pipeline.By("win_rate.count", Asking.Quarter, Dimension.Source).Lines());
    }

    [Fact]
    public void A_comparison_gives_the_other_period_for_the_total_and_each_row()
    {
        var pipeline = new APipeline()
            .Deal("D-1", "One", "2025-06-01", amount: 10, fields: From("Partner"), then: story => story.Wins("2025-11-01"))
            .Deal("D-2", "Two", "2025-06-01", amount: 20, fields: From("Partner"), then: story => story.Wins("2025-08-01"))
            .Deal("D-3", "Three", "2025-06-01", amount: 40, fields: From("Event"), then: story => story.Wins("2025-09-30"));
        var answer = pipeline.Ask(new Question
        {
            Measure = "bookings.won_amount",
            Period = Asking.Quarter,
            CompareWith = Asking.LastQuarter,
            Breakdown = [Dimension.Source],
        });

        Assert.Equal((10m, 60m), (answer.Value, answer.Compared));
        Assert.Equal([("Partner", 10m, 20m, 1), ("Event", (decimal?)null, 40m, 0)], answer.Rows.Select(row => (row.Keys[0].Label, row.Value, row.Compared, row.Deals)));
        Assert.Equal(["D-1"], answer.Deals.Select(deal => deal.Value));
        Assert.Contains("compared with 2 deals", answer.Receipt.Remarks);
    }

    private static Answer Ranked(bool highest, int count) => Story().Ask(new Question
    {
        Measure = "pipeline.open_amount",
        Breakdown = [Dimension.Owner],
        Ranking = new Ranking(highest, count),
    });

    private static Dictionary<string, string> From(string source) => new() { [DealFields.Source] = source };

    private static APipeline Story() => new APipeline()
        .Person("max", "Max Berg", "EMEA", PersonRole.Manager)
        .Person("dana", "Dana Reyes", "EMEA", manager: "max")
        .Person("priya", "Priya Raman", "EMEA", manager: "max")
        .Person("gone", "Gone Person", "AMER")
        .Person("idle", "Idle Rep", "AMER")
        .Account("acme", "Acme", "Enterprise", "EMEA", "Retail")
        .Account("globex", "Globex", "Enterprise", "AMER", "Energy")
        .Deal("D-1", "One", "2025-09-01", "proposal", "dana", "acme", 40_000, "2025-11-28", fields: new()
        {
            [DealFields.Source] = "Inbound",
            [DealFields.Product] = "Suite",
            [DealFields.DealType] = "New Business",
            [DealFields.ForecastCategory] = "Commit",
            [DealFields.Competitor] = "Acumen",
        })
        .Deal("D-2", "Two", "2025-09-01", "qualification", "priya", "globex", 20_000, "2025-11-30", fields: From("Partner"))
        .Deal("D-3", "Three", "2025-09-01", "legacy", "gone", "acme", 30_000, "2025-12-01", fields: new()
        {
            [DealFields.Source] = "Inbound",
            [DealFields.Segment] = "SMB",
            [DealFields.Product] = "Core",
            [DealFields.DealType] = "Renewal",
            [DealFields.ForecastCategory] = "Best Case",
        })
        .Deal("D-4", "Four", "2025-09-01", "legacy", amount: 10_000, closeDate: "2025-12-07");
}
