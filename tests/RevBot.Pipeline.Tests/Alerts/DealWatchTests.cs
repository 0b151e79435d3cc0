using System.Globalization;
using RevBot.Pipeline.Alerts.Digests;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Alerts;

/// <summary>What the rules find of a deal on Thursday 14 May 2026.</summary>
public sealed class DealWatchTests
{
    private static readonly DateTimeOffset Now = APipeline.At("2026-05-14T09:00");
    private static readonly DateTimeOffset Yesterday = APipeline.At("2026-05-13T00:00");

    [Fact]
    public void A_passed_close_date_is_told_with_its_days_however_old_it_is()
    {
        var deal = Deal(closeDate: "2026-03-01");
        var passed = Assert.Single(Of(deal).OfType<Finding.CloseDatePassed>());
        Assert.Equal((new DateOnly(2026, 3, 1), 74), (passed.Date, passed.Days));
        Assert.Empty(Of(Deal(closeDate: "2026-05-14")).OfType<Finding.CloseDatePassed>());
        Assert.Empty(Of(deal, new AlertRule(AlertKind.CloseDatePassed) { Threshold = 75 }).OfType<Finding.CloseDatePassed>());
    }

    [Fact]
    public void A_paused_deal_is_left_in_peace_until_its_review_date()
    {
        // Overdue, without a next step and untouched for weeks.
        var deal = Deal(closeDate: "2026-03-01", then: story => story.Pauses("2026-03-02", "2026-05-15"));
        Assert.Empty(Of(deal));
    }

    [Fact]
    public void The_review_date_of_a_pause_is_told_until_somebody_changes_the_deal()
    {
        var deal = Deal(closeDate: "2026-07-01", then: story => story.Pauses("2026-03-02", "2026-05-12"));
        var over = Assert.Single(Of(deal).OfType<Finding.PauseOver>());
        Assert.Equal(("budget freeze", new DateOnly(2026, 5, 12).DayNumber), (over.Pause.Reason, over.Occurrence));
        Assert.Equal(AlertTiming.AtOnce, over.Rule.When);

        // What came before the date does not settle it; two days are no long silence.
        Assert.Empty(Of(deal).OfType<Finding.NoActivity>());
        Assert.Single(Of(Deal(closeDate: "2026-06-01", then: story => Push(story.Pauses("2026-03-02", "2026-05-12"), "2026-05-11", "2026-06-01", "2026-07-01"))).OfType<Finding.PauseOver>());

        Assert.Empty(Of(Deal(closeDate: "2026-06-01", then: story => Push(story.Pauses("2026-03-02", "2026-05-12"), "2026-05-12T08:00", "2026-06-01", "2026-07-01"))).OfType<Finding.PauseOver>());
        Assert.Empty(Of(Deal(then: story => story.Pauses("2026-03-02", "2026-05-12").Resumes("2026-05-12T08:00"))).OfType<Finding.PauseOver>());
        Assert.Empty(Of(Deal(then: story => story.Pauses("2026-03-02", "2026-04-30"))).OfType<Finding.PauseOver>());
        Assert.Empty(Of(deal, new AlertRule(AlertKind.PauseOver) { When = AlertTiming.Off }).OfType<Finding.PauseOver>());
    }

    [Fact]
    public void The_second_push_is_told_with_the_date_it_was_first_expected_on_and_only_when_it_is_news()
    {
        var once = Deal(closeDate: "2026-06-01", then: story => Push(story, "2026-05-13T10:00", "2026-06-01", "2026-07-01"));
        Assert.Empty(Of(once).OfType<Finding.CloseDatePushed>());

        var twice = Deal(closeDate: "2026-06-01", then: story => Push(Push(story, "2026-04-13T10:00", "2026-06-01", "2026-07-01"), "2026-05-13T10:00", "2026-07-01", "2026-09-01"));
        var pushed = Assert.Single(Of(twice).OfType<Finding.CloseDatePushed>());
        Assert.Equal((2, new DateOnly(2026, 6, 1), 2), (pushed.Times, pushed.First, pushed.Occurrence));
        Assert.Empty(Of(twice, Now).OfType<Finding.CloseDatePushed>());

        // Drawn in again: there is nothing to tell of having been put off.
        var pulled = Deal(closeDate: "2026-06-01", then: story => Push(Push(Push(story, "2026-04-13T10:00", "2026-06-01", "2026-07-01"), "2026-04-14T10:00", "2026-07-01", "2026-09-01"), "2026-05-13T10:00", "2026-09-01", "2026-06-01"));
        Assert.Empty(Of(pulled).OfType<Finding.CloseDatePushed>());
    }

    [Theory]
    [InlineData(100_000, 89_000, -.11)]
    [InlineData(100_000, 110_000, .1)]
    [InlineData(100_000, 109_000, null)]
    public void An_amount_that_changed_by_a_tenth_is_told(int before, int after, double? share)
    {
        var deal = Deal(amount: before, then: story => story.Add(APipeline.At("2026-05-13T10:00"), stamp => new DealEvent.AmountChanged(new Money(before, "USD"), new Money(after, "USD")) { Deal = story.Id, Stamp = stamp }));
        Assert.Equal(share, (double?)Of(deal).OfType<Finding.AmountChanged>().SingleOrDefault()?.Share);
    }

    [Fact]
    public void A_deal_that_went_back_is_told_with_where_it_came_from()
    {
        var deal = Deal(then: story => story.Moves("2026-05-01", "discovery").Moves("2026-05-13T10:00", "qualification"));
        Assert.Equal("discovery", Assert.Single(Of(deal).OfType<Finding.MovedBack>()).From.Value);
        Assert.Empty(Of(deal, Now).OfType<Finding.MovedBack>());
    }

    [Fact]
    public void What_a_stage_or_one_before_it_asks_for_is_missed()
    {
        var deal = Deal(amount: null, stage: "negotiation");
        Assert.Equal([DealFields.Amount, DealFields.CloseDate, DealFields.NextStep], Assert.Single(Of(deal).OfType<Finding.CriteriaMissing>()).Fields.Select(field => field.Key));
        Assert.Empty(Of(Deal(stage: "qualification", amount: null)).OfType<Finding.CriteriaMissing>());
    }

    [Fact]
    public void A_step_that_is_due_today_is_no_missing_one()
    {
        Assert.Null(Assert.Single(Of(Deal()).OfType<Finding.NoNextStep>()).Due);
        Assert.Equal(new DateOnly(2026, 5, 13), Assert.Single(Of(Deal(then: story => Step(story, "2026-05-13"))).OfType<Finding.NoNextStep>()).Due);
        Assert.Empty(Of(Deal(then: story => Step(story, "2026-05-14"))).OfType<Finding.NoNextStep>());
    }

    [Fact]
    public void Silence_is_told_from_a_fortnight_on()
    {
        Assert.Equal(14, Assert.Single(Of(Deal(created: "2026-04-30T10:00")).OfType<Finding.NoActivity>()).Days);
        Assert.Empty(Of(Deal(created: "2026-05-01T10:00")).OfType<Finding.NoActivity>());
    }

    [Fact]
    public void Of_ten_wins_the_largest_is_a_large_one()
    {
        var pipeline = new APipeline();
        for (var number = 1; number <= 11; number++)
        {
            pipeline.Deal($"W-{number}", $"Win {number}", "2026-01-05", "negotiation", amount: 10_000 * number, then: story => story.Wins(number == 11 ? "2026-05-13T15:00" : "2026-03-02"));
        }

        pipeline.Deal("L-1", "Loss", "2026-01-05", "negotiation", amount: 500_000, then: story => story.Loses("2026-05-13T16:00"));
        pipeline.Deal("L-2", "Small loss", "2026-01-05", "negotiation", amount: 20_000, then: story => story.Loses("2026-05-13T16:00"));
        var snapshot = pipeline.Snapshot();
        var watch = new DealWatch(snapshot, pipeline.Company, StageClock.Learn([], 14), Now);
        Assert.Equal(["W-11:LargeWin", "L-1:LargeLoss"], snapshot.Deals.ToArray().SelectMany(deal => watch.Of(deal, Yesterday)).Select(finding => $"{finding.Deal.Id}:{finding.Kind}"));
    }

    [Fact]
    public void The_first_rule_a_deal_falls_under_holds()
    {
        AlertRule[] rules =
        [
            new(AlertKind.NoActivity) { Scope = new AlertScope { AtLeast = 50_000 }, Threshold = 5 },
            new(AlertKind.NoActivity) { Scope = new AlertScope { DealTypes = ["Renewal"] }, When = AlertTiming.Off },
            new(AlertKind.NoActivity) { Threshold = 30 },
        ];
        Assert.Single(Of(Deal(created: "2026-05-01", amount: 50_000), rules).OfType<Finding.NoActivity>());
        Assert.Empty(Of(Deal(created: "2026-05-01", amount: 49_000), rules).OfType<Finding.NoActivity>());
        Assert.Single(Of(Deal(created: "2026-04-01", amount: 49_000), rules).OfType<Finding.NoActivity>());
        Assert.Empty(Of(Deal(created: "2026-04-01", amount: 49_000, then: story => story.Add(APipeline.At("2026-04-01T11:00"), stamp => new DealEvent.FieldSet(DealFields.DealType, null, "Renewal") { Deal = story.Id, Stamp = stamp })), rules).OfType<Finding.NoActivity>());
    }

    [Fact]
    public void A_number_of_days_takes_the_place_of_what_was_learned()
    {
        var deal = Deal(created: "2026-05-05", stage: "discovery");
        Assert.Empty(Of(deal).OfType<Finding.Stalled>());
        var stall = Assert.Single(Of(deal, new AlertRule(AlertKind.StalledDeal) { Threshold = 5 }).OfType<Finding.Stalled>()).Stall;
        Assert.Equal((5d, StallLevel.Alert), (stall.Limit, stall.Level));
    }

    [Fact]
    public void A_digest_begins_with_what_costs_most_and_knows_what_is_due()
    {
        var pipeline = new APipeline()
            .Deal("D-1", "Small", "2026-05-12", "discovery", amount: 10_000, closeDate: "2026-05-01")
            .Deal("D-2", "Large", "2026-05-12", "discovery", amount: 90_000, closeDate: "2026-05-01")
            .Deal("D-3", "Likely", "2026-05-12", "negotiation", amount: 60_000, closeDate: "2026-05-01", then: story => Step(story, "2026-05-14"))
            .Deal("D-4", "Fine", "2026-05-12", amount: 10_000, then: story => Step(story, "2026-05-20"))
            .Deal("D-5", "Gone", "2026-05-12", amount: 10_000, then: story => story.Loses("2026-05-13"));
        var snapshot = pipeline.Snapshot();
        var digest = DayDigest.Of(_ => true, new DealWatch(snapshot, pipeline.Company, StageClock.Learn([], 14), Now), snapshot, pipeline.Company, Now);
        Assert.Equal(["D-2", "D-3", "D-1"], digest.Matters.Select(matter => matter.Deal.Id.Value));
        Assert.Equal((4, 1, APipeline.At("2026-05-13")), (digest.OpenDeals, digest.StepsDue, digest.Since));
        Assert.Equal(13_000m, Math.Round(digest.Matters[0].Worth / 1000) * 1000);
    }

    [Fact]
    public void On_a_monday_the_news_is_of_friday_on()
    {
        var snapshot = new APipeline().Snapshot();
        var monday = APipeline.At("2026-05-18T09:00");
        var digest = DayDigest.Of(_ => true, new DealWatch(snapshot, TestCompany.Profile, StageClock.Learn([], 14), monday), snapshot, TestCompany.Profile, monday);
        Assert.Equal(APipeline.At("2026-05-15"), digest.Since);
    }

    private static APipeline Deal(string created = "2026-05-12", string stage = "qualification", decimal? amount = 20_000, string? closeDate = null, Action<DealStory>? then = null) =>
        new APipeline().Deal("D-1", "Acme", created, stage, amount: amount, closeDate: closeDate, then: then);

    private static List<Finding> Of(APipeline pipeline, params AlertRule[] rules) => Of(pipeline, Yesterday, rules);

    private static List<Finding> Of(APipeline pipeline, DateTimeOffset since, params AlertRule[] rules)
    {
        var (snapshot, company) = (pipeline.Snapshot(), pipeline.Company with { Alerts = new AlertSettings { Rules = rules } });
        return [.. new DealWatch(snapshot, company, StageClock.Learn([], company.Alerts.DefaultStageDays), Now).Of(snapshot.Deals.Span[0], since)];
    }

    private static DealStory Push(DealStory story, string at, string from, string to) =>
        story.Add(APipeline.At(at), stamp => new DealEvent.CloseDateChanged(Day(from), Day(to)) { Deal = story.Id, Stamp = stamp });

    private static DealStory Step(DealStory story, string day) =>
        story.Add(APipeline.At("2026-05-12T11:00"), stamp => new DealEvent.NextStepChanged(null, null, "Demo", Day(day)) { Deal = story.Id, Stamp = stamp });

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
