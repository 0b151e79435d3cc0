using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class LeadFunnelTests
{
    [Fact]
    public void Leads_are_counted_by_where_they_stand_in_their_order()
    {
        var pipeline = new APipeline()
            .Lead(new Lead("1", "Raw", At("10-05")))
            .Lead(new Lead("2", "Marked", At("10-06"), "MQL", MqlAt: At("10-07")))
            .Lead(new Lead("3", "By its dates", At("10-06"), "Our own word", SqlAt: At("10-07")))
            .Lead(new Lead("4", "Converted since", At("10-06"), "SQL", ConvertedAt: At("10-20")))
            .Lead(new Lead("5", "Gone", At("10-06"), "Closed - Not Converted", ClosedAt: At("10-20")))
            .Lead(new Lead("6", "Of last quarter", At("09-06")));

        var answer = pipeline.By("leads.count", Asking.Quarter, Dimension.Lifecycle);

        Assert.Equal(["New=1", "MQL=1", "SQL=1", "Converted=1", "Disqualified=1"], answer.Lines());
        Assert.Equal((5, 5), (answer.Value, answer.Receipt.Deals));
        Assert.Equal(["2"], pipeline.Ask("leads.count", Asking.Quarter, Asking.Only(Dimension.Lifecycle, "MQL")).Leads.Select(lead => lead.Id));
        Assert.Equal(4, pipeline.Ask("leads.count", Asking.Quarter, Asking.Not(Dimension.Lifecycle, "MQL")).Value);
    }

    [Fact]
    public void A_lead_splits_by_its_owner_and_by_the_account_of_its_company()
    {
        var pipeline = new APipeline()
            .Person("max", "Max Berg", "EMEA", PersonRole.Manager)
            .Person("dana", "Dana Reyes", "EMEA", manager: "max")
            .Account("A", "Acme", "SMB", "AMER", "Retail")
            .Lead(new Lead("1", "One", At("10-05"), Source: "Event", Owner: new PersonId("dana"), Account: "acme"))
            .Lead(new Lead("2", "Two", At("11-06"), Owner: new PersonId("dana"), Region: "EMEA", Segment: "Enterprise"));

        string[] By(Dimension dimension) => pipeline.By("leads.count", Asking.Quarter, dimension).Lines();
        Assert.Equal(["Dana Reyes=2"], By(Dimension.Owner));
        Assert.Equal(["EMEA=2"], By(Dimension.Team));
        Assert.Equal(["Max Berg=2"], By(Dimension.Manager));
        Assert.Equal(["Event=1", "(none)=1"], By(Dimension.Source));
        Assert.Equal(["AMER=1", "EMEA=1"], By(Dimension.Region));
        Assert.Equal(["Enterprise=1", "SMB=1"], By(Dimension.Segment));
        Assert.Equal(["Retail=1", "(none)=1"], By(Dimension.Industry));
        Assert.Equal(["Acme=1", "(none)=1"], By(Dimension.Account));
        Assert.Equal(["Oct 2025=1", "Nov 2025=1"], By(Dimension.Month));
        Assert.Equal(["Oct 2025/Event=1", "Nov 2025/(none)=1"], pipeline.By("leads.count", Asking.Quarter, Dimension.Month, Dimension.Source).Lines());
    }

    [Fact]
    public void Converted_is_who_came_and_was_converted_within_the_period()
    {
        var pipeline = new APipeline()
            .Lead(new Lead("1", "Both inside", At("07-05"), ConvertedAt: At("07-25")))
            .Lead(new Lead("2", "A month later", At("07-25"), ConvertedAt: At("08-04")))
            .Lead(new Lead("3", "Converted after it", At("09-25"), ConvertedAt: At("10-04")))
            .Lead(new Lead("4", "Never", At("09-26")));

        var answer = pipeline.By("leads.conversion", Asking.LastQuarter, Dimension.Month);

        Assert.Equal(.5m, answer.Value);
        Assert.Equal(["Jul 2025=0.5", "Sep 2025=0"], answer.Lines());
        Assert.InRange(answer.Range!.Low, .14m, .16m);
        Assert.Contains("2 of 4 converted", answer.Receipt.Remarks);
    }

    [Fact]
    public void Who_still_waits_for_an_answer_counts_as_far_as_they_have_waited()
    {
        var pipeline = new APipeline()
            .Lead(Answered("1", "11-03T09:00", "11-03T10:00"))
            .Lead(Answered("2", "11-03T09:00", "11-03T11:00"))
            .Lead(Answered("3", "11-03T09:00", "11-03T15:00"))
            .Lead(new Lead("4", "Waits for an hour", At("11-12T08:00"), "New"));

        var answer = pipeline.Ask("leads.response_time", Asking.Quarter);

        // 1 − 1/4, then with two left at risk × 1/2: below a half at two hours. Without the one who waits it would be two of three.
        Assert.Equal(2m, answer.Value!.Value, 9);
        Assert.Contains("1 of 4 not answered yet, counted as far as they have waited", answer.Receipt.Remarks);
        Assert.Equal(4, answer.Leads.Count);
    }

    [Fact]
    public void A_weekend_is_no_waiting()
    {
        var pipeline = new APipeline().Lead(Answered("1", "11-07T18:00", "11-10T06:00"));
        Assert.Equal(12m, pipeline.Ask("leads.response_time", Asking.Quarter).Value!.Value, 9);
    }

    [Fact]
    public void What_nobody_noted_the_time_of_is_left_out_and_said()
    {
        var pipeline = new APipeline()
            .Lead(Answered("1", "11-03T09:00", "11-03T10:00"))
            .Lead(new Lead("2", "Surely touched", At("11-03"), "SQL"))
            .Lead(new Lead("3", "Gone without a day", At("11-03"), "Disqualified"));

        Assert.Equal(
            ["no date of being disqualified 1", "no time of the first response 1"],
            pipeline.Ask("leads.response_time", Asking.Quarter).Receipt.Excluded.Select(exclusion => $"{exclusion.Reason} {exclusion.Deals}").Order());
    }

    [Fact]
    public void The_handoff_ends_with_acceptance_or_what_came_after_it()
    {
        var pipeline = new APipeline()
            .Lead(new Lead("1", "Accepted", At("11-03"), "SAL", MqlAt: At("11-03"), SalAt: At("11-04")))
            .Lead(new Lead("2", "Skipped it", At("11-03"), "SQL", MqlAt: At("11-03"), SqlAt: At("11-06")))
            .Lead(new Lead("3", "Waits", At("11-03"), "MQL", MqlAt: At("11-11T09:00")))
            .Lead(new Lead("4", "Never an MQL", At("11-03"), "New"));

        var answer = pipeline.Ask("leads.handoff_time", Asking.Quarter);

        // At one day: the one who waits has waited for one too, and counts as longer. 2/3, then 0.
        Assert.Equal((3m, 3), (answer.Value, answer.Leads.Count));
    }

    [Theory]
    [InlineData(Dimension.Stage, "Leads have no stage: they can be")]
    [InlineData(Dimension.LossReason, "Leads have no loss reason: they can be")]
    public void What_leads_do_not_have_is_said(Dimension dimension, string why)
    {
        var pipeline = new APipeline().Lead(new Lead("1", "One", At("10-05")));
        var question = new Question { Measure = "leads.count", Breakdown = [dimension] };

        Assert.StartsWith(why, new MetricCatalog().Obstacle(question, pipeline.Snapshot()), StringComparison.Ordinal);
        Assert.Null(pipeline.Ask(question).Value);
        Assert.StartsWith("There are no leads here yet", new MetricCatalog().Obstacle(question with { Breakdown = [] }, new APipeline().Snapshot()), StringComparison.Ordinal);
    }

    [Fact]
    public void None_is_zero_of_leads_and_no_share_of_them()
    {
        var pipeline = new APipeline().Lead(new Lead("1", "One", At("10-05")));

        Assert.Equal(0, pipeline.Ask("leads.count", Asking.LastQuarter).Value);
        var conversion = pipeline.Ask("leads.conversion", Asking.LastQuarter);
        Assert.Equal(((decimal?)null, "No leads were created in that period."), (conversion.Value, conversion.NoData));
    }

    [Theory]
    [InlineData("Open - Not Contacted", LifecycleStage.New)]
    [InlineData("Working - Contacted", LifecycleStage.Working)]
    [InlineData("marketingqualifiedlead", LifecycleStage.Mql)]
    [InlineData("Sales Qualified Lead", LifecycleStage.Sql)]
    [InlineData("Closed - Converted", LifecycleStage.Converted)]
    [InlineData("Nurturing", LifecycleStage.Recycled)]
    [InlineData("Unqualified", LifecycleStage.Disqualified)]
    [InlineData("In the fridge", null)]
    public void What_a_CRM_calls_it(string status, LifecycleStage? stage) => Assert.Equal(stage, Lifecycle.OfStatus(status));

    [Fact]
    public void As_of_an_earlier_day_a_lead_has_only_come_so_far()
    {
        var lead = new Lead("1", "One", At("10-05"), "Converted", FirstResponseAt: At("10-06"), MqlAt: At("10-08"), SalAt: At("10-09"), SqlAt: At("10-12"), ConvertedAt: At("10-20"));

        Assert.Null(lead.AsOf(At("10-04")));
        Assert.Equal(LifecycleStage.New, lead.AsOf(At("10-05"))!.Stage);
        Assert.Equal(LifecycleStage.Mql, lead.AsOf(At("10-08"))!.Stage);
        Assert.Equal(LifecycleStage.Sql, lead.AsOf(At("10-19"))!.Stage);
        Assert.Same(lead, lead.AsOf(At("10-20")));
    }

    private static DateTimeOffset At(string day) => APipeline.At($"2025-{day}");

    private static Lead Answered(string id, string created, string answered) => new(id, id, At(created), "Working", FirstResponseAt: At(answered));
}
