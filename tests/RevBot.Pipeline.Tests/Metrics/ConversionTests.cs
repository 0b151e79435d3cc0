using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class ConversionTests
{
    private const string Next = "conversion.next_stage";
    private const string Won = "conversion.to_won";

    [Fact]
    public void When_all_deals_are_decided_it_is_the_share_that_got_further()
    {
        var pipeline = new APipeline()
            .Deal("D-1", "Went on", "2025-10-06", then: story => story.Moves("2025-10-08", "discovery").Loses("2025-10-09"))
            .Deal("D-2", "Was lost", "2025-10-06", then: story => story.Loses("2025-10-10"))
            .Deal("D-3", "Was won", "2025-10-06", then: story => story.Wins("2025-10-14"))
            .Deal("D-4", "Was lost too", "2025-10-06", then: story => story.Loses("2025-10-07"));

        var answer = pipeline.Ask(Next, Asking.Quarter, Asking.Only(Dimension.Stage, "qualification"));

        Assert.Equal(.5m, answer.Value);
        Assert.Equal(4, answer.Receipt.Deals);
        var wilson = WilsonInterval.Of(2, 4)!.Value;
        Assert.Equal(wilson.Low, (double)answer.Range!.Low, 1e-12);
        Assert.Equal(wilson.High, (double)answer.Range.High, 1e-12);
    }

    [Fact]
    public void Deals_on_their_way_count_as_far_as_they_were_seen()
    {
        // One of three got further after 2 days; then one of the two left was seen for 37 days only and the other was lost after 9, so half of what was left is lost.
        var pipeline = new APipeline()
            .Deal("D-1", "Went on", "2025-10-06", then: story => story.Moves("2025-10-08", "discovery"))
            .Deal("D-2", "Was lost", "2025-10-06", then: story => story.Loses("2025-10-15"))
            .Deal("D-3", "Is there", "2025-10-06");

        var answer = pipeline.Ask(Next, Asking.Quarter, Asking.Only(Dimension.Stage, "qualification"));

        Assert.Equal(1 / 3d, (double)answer.Value!.Value, 1e-12);
        Assert.Contains("1 still on their way: they count as far as they were seen", answer.Receipt.Remarks);
    }

    [Fact]
    public void A_deal_seen_for_a_short_time_says_little_against_conversion()
    {
        // Young deals leave before the others are decided: 1 of 1 at risk gets further at last.
        var pipeline = new APipeline()
            .Deal("D-1", "Went on", "2025-10-06", then: story => story.Moves("2025-10-26", "discovery"))
            .Deal("D-2", "Young", "2025-11-10")
            .Deal("D-3", "Young", "2025-11-11");

        Assert.Equal(1m, pipeline.Ask(Next, Asking.Quarter, Asking.Only(Dimension.Stage, "qualification")).Value);
    }

    [Fact]
    public void A_skipped_stage_counts_as_reached_but_not_as_entered()
    {
        var answer = new APipeline()
            .Deal("D-1", "Jumped", "2025-10-06", then: story => story.Moves("2025-10-08", "proposal").Loses("2025-10-20"))
            .By(Next, Asking.Quarter, Dimension.Stage);

        Assert.Equal(["Qualification=1", "Proposal=0"], answer.Lines());
    }

    [Fact]
    public void Going_back_and_coming_again_is_no_second_entry()
    {
        var answer = new APipeline()
            .Deal("D-1", "To and fro", "2025-10-06", then: story => story
                .Moves("2025-10-08", "discovery").Moves("2025-10-10", "qualification").Moves("2025-10-13", "discovery").Loses("2025-10-20"))
            .By(Next, Asking.Quarter, Dimension.Stage);

        Assert.Equal(["Qualification=1", "Discovery=0"], answer.Lines());
        Assert.All(answer.Rows, row => Assert.Equal(1, row.Deals));
    }

    [Fact]
    public void What_was_closed_and_taken_up_again_is_as_it_ended_at_last()
    {
        var pipeline = new APipeline()
            .Deal("D-1", "Lost, then won", "2025-10-06", then: story => story.Loses("2025-10-08").Reopens("2025-10-20", "qualification").Wins("2025-10-27"))
            .Deal("D-2", "Won, then lost", "2025-10-06", then: story => story.Wins("2025-10-08").Reopens("2025-10-20", "qualification").Loses("2025-10-27"));

        Assert.Equal(.5m, pipeline.Ask(Won, Asking.Quarter, Asking.Only(Dimension.Stage, "qualification")).Value);
    }

    [Fact]
    public void From_the_last_stage_the_next_one_is_won()
    {
        var pipeline = new APipeline()
            .Deal("D-1", "Won", "2025-10-06", "negotiation", then: story => story.Wins("2025-10-08"))
            .Deal("D-2", "Lost", "2025-10-06", "negotiation", then: story => story.Loses("2025-10-09"));

        Assert.Equal(["Negotiation=0.5"], pipeline.By(Next, Asking.Quarter, Dimension.Stage).Lines());
        Assert.Equal(["Negotiation=0.5"], pipeline.By(Won, Asking.Quarter, Dimension.Stage).Lines());
    }

    [Fact]
    public void A_deal_belongs_to_the_period_in_which_it_entered_the_stage()
    {
        var pipeline = new APipeline().Deal("D-1", "One", "2025-09-29", then: story => story.Moves("2025-10-02", "discovery").Wins("2025-10-20"));

        Assert.Equal(["Discovery=1"], pipeline.By(Next, Asking.Quarter, Dimension.Stage).Lines());
        Assert.Equal(["Qualification=1"], pipeline.By(Next, Asking.LastQuarter, Dimension.Stage).Lines());
    }

    [Fact]
    public void A_stay_made_up_from_a_file_is_left_out_and_counted()
    {
        var answer = new APipeline()
            .Deal("D-9", "Imported", "2025-10-06", historyKnown: false, then: story => story.Moves("2025-10-07", "proposal"))
            .Ask(Next, Asking.Quarter);

        Assert.Equal([new Exclusion("no stage history", 1)], answer.Receipt.Excluded);
        Assert.Equal(1, answer.Receipt.Deals);
    }

    [Fact]
    public void A_comparison_says_whether_the_rate_has_really_changed()
    {
        var answer = Halves(40, 30, 40, 10).Ask(Comparing);

        Assert.Equal((.25m, .75m), (answer.Value, answer.Compared));
        var change = RateChange.Between(new Proportion(.75, 40), new Proportion(.25, 40));
        Assert.Equal(change.Interval.Low, (double)answer.Change!.Low, 1e-12);
        Assert.Equal(change.Interval.High, (double)answer.Change.High, 1e-12);
        Assert.True(answer.Change.IsReal);
        Assert.False(Halves(40, 20, 40, 17).Ask(Comparing).Change!.IsReal);
    }

    [Fact]
    public void Of_two_periods_both_are_followed_for_as_long_as_the_younger_can_be()
    {
        // The deal of the quarter before got further after 60 days, which those of a quarter that is 42 days old cannot show.
        var pipeline = new APipeline()
            .Deal("D-1", "Slow", "2025-07-01", then: story => story.Moves("2025-08-30", "discovery"))
            .Deal("D-2", "New", "2025-10-06");

        var answer = pipeline.Ask(Comparing);

        Assert.Equal(0m, answer.Compared);
        Assert.Contains("in both periods deals are followed for at most 42 days", answer.Receipt.Remarks);
    }

    [Fact]
    public void Where_a_deal_counts_for_several_stages_the_whole_has_no_interval() =>
        Assert.Null(new APipeline().Deal("D-1", "One", "2025-10-06", then: story => story.Moves("2025-10-08", "discovery")).By(Next, Asking.Quarter, Dimension.Stage).Range);

    [Theory]
    [InlineData(Next)]
    [InlineData(Won)]
    public void It_equals_the_plain_way_of_counting(string measure)
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new RandomPipeline(seed);
            var (pipeline, question) = (random.Build(), random.Question(measure) with { Breakdown = [Dimension.Stage] });
            var snapshot = pipeline.Snapshot();

            var answer = pipeline.Ask(question);

            var deals = Plain(question, snapshot, pipeline);
            var stages = deals.GroupBy(deal => deal.Stage, StringComparer.Ordinal).ToDictionary(group => group.Key, group => ShareOf([.. group]), StringComparer.Ordinal);
            Assert.Equal(stages.Count, answer.Rows.Count(row => row.Deals > 0));
            Assert.All(answer.Rows.Where(row => row.Deals > 0), row => Assert.Equal(stages[row.Keys[0].Key], (double)row.Value!.Value, 1e-9));
            Assert.Equal(deals.Count == 0 ? null : ShareOf(deals), (double?)answer.Value ?? null, (left, right) => left is null == right is null && Math.Abs((left ?? 0) - (right ?? 0)) < 1e-9);
        }
    }

    private static Question Comparing => new() { Measure = Next, Filters = [Asking.Only(Dimension.Stage, "qualification")], Period = Asking.Quarter, CompareWith = Asking.LastQuarter };

    /// <summary>Deals of the quarter before and of this one, with how many of them went on after two days; the others were lost.</summary>
    private static APipeline Halves(int before, int wentOnBefore, int now, int wentOnNow)
    {
        var pipeline = new APipeline();
        for (var deal = 0; deal < before + now; deal++)
        {
            var (month, wentOn) = deal < before ? ("2025-07", deal < wentOnBefore) : ("2025-10", deal - before < wentOnNow);
            pipeline.Deal($"D-{deal}", "One", $"{month}-07", then: story => _ = wentOn ? story.Moves($"{month}-09", "discovery") : story.Loses($"{month}-09"));
        }

        return pipeline;
    }

    private static List<(string Stage, int Days, bool Ended, bool Reached)> Plain(Question question, PipelineSnapshot snapshot, APipeline pipeline)
    {
        // The filters are the pipeline's own; what is counted here is what becomes of the deals they leave.
        var scoped = new MetricCatalog().Evaluate(question, snapshot, pipeline.Company, Asking.Now).Deals.ToHashSet();
        var (company, today) = (pipeline.Company, pipeline.Company.Work.DateAt(Asking.Now).DayNumber);
        int DayOf(DateTimeOffset at) => company.Work.DateAt(at).DayNumber;
        var found = new List<(string, int, bool, bool)>();
        foreach (var deal in snapshot.Deals.ToArray().Where(deal => scoped.Contains(deal.Id)))
        {
            foreach (var first in deal.Visits.GroupBy(visit => visit.Stage).Select(stays => stays.First()).Where(stay => company.Process.PositionOf(stay.Stage) >= 0))
            {
                if (question.Period is { } period && !period.Contains(company.Work.DateAt(first.EnteredAt)))
                {
                    continue;
                }

                var later = deal.Visits.SkipWhile(visit => visit != first).Skip(1).Where(visit => company.Process.PositionOf(visit.Stage) > company.Process.PositionOf(first.Stage)).ToList();
                var last = deal.Visits[^1];
                var (at, ended, reached) = question.Measure == Next && later.Count > 0 ? (DayOf(later[0].EnteredAt), true, true)
                    : last.ExitedAt is { } left ? (DayOf(left), true, last.Exit == ExitKind.Won)
                    : (today, false, false);
                found.Add((first.Stage.Value, Math.Max(0, at - DayOf(first.EnteredAt)), ended, reached));
            }
        }

        return found;
    }

    /// <summary>Aalen–Johansen, day by day.</summary>
    private static double ShareOf(List<(string Stage, int Days, bool Ended, bool Reached)> deals)
    {
        var (still, share) = (1d, 0d);
        foreach (var day in deals.Select(deal => deal.Days).Distinct().Order())
        {
            var atRisk = (double)deals.Count(deal => deal.Days >= day);
            share += still * deals.Count(deal => deal.Days == day && deal.Reached) / atRisk;
            still *= 1 - (deals.Count(deal => deal.Days == day && deal.Ended) / atRisk);
        }

        return share;
    }
}
