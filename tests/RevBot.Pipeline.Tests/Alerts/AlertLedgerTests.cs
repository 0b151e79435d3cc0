using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Ledger;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Alerts;

public sealed class AlertLedgerTests
{
    private static readonly DateTimeOffset Told = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("dana", "2026-03-03", null, null, null, "2026-04-01", AlertOutcome.ActedOn)]
    [InlineData("dana", "2026-03-30", null, null, null, "2026-04-01", AlertOutcome.Ignored)]
    [InlineData(null, "2026-03-03", "2026-03-03", null, null, "2026-04-01", AlertOutcome.EndedByItself)]
    [InlineData(null, "2026-03-03", null, null, null, "2026-04-01", AlertOutcome.Ignored)]
    [InlineData("dana", "2026-03-10", "2026-03-05", null, null, "2026-04-01", AlertOutcome.EndedByItself)]
    [InlineData(null, null, null, null, null, "2026-03-10", AlertOutcome.Open)]
    [InlineData(null, null, null, "2026-05-01", null, "2026-04-01", AlertOutcome.Open)]
    [InlineData("dana", "2026-03-03", null, null, "mo", "2026-04-01", AlertOutcome.NotUseful)]
    public void An_alert_is_scored_by_what_became_of_it(string? by, string? changed, string? ended, string? snoozed, string? notUseful, string now, AlertOutcome expected)
    {
        var history = changed is null ? new List<DealEvent>() : [Changed(by, At(changed))];
        var mark = Mark("D-1") with
        {
            EndedAt = ended is null ? null : At(ended),
            SnoozedUntil = snoozed is null ? null : DateOnly.Parse(snoozed, System.Globalization.CultureInfo.InvariantCulture),
            NotUsefulBy = notUseful is null ? null : new PersonId(notUseful),
        };
        var score = Assert.Single(Report([mark], history, At(now)).Scores);
        var counts = new Dictionary<AlertOutcome, int>
        {
            [AlertOutcome.ActedOn] = score.ActedOn,
            [AlertOutcome.EndedByItself] = score.EndedByItself,
            [AlertOutcome.NotUseful] = score.NotUseful,
            [AlertOutcome.Ignored] = score.Ignored,
            [AlertOutcome.Open] = score.Open,
        };
        Assert.Equal((expected, 1, 1), (counts.Single(count => count.Value > 0).Key, counts[expected], score.Told));
    }

    [Fact]
    public void What_was_taken_back_was_not_done()
    {
        var history = new List<DealEvent> { Changed("dana", Told.AddHours(1)), Changed("dana", Told.AddHours(2)) with { Undoes = "turn-1" } };
        Assert.Equal(1, Assert.Single(Report([Mark("D-1")], history, At("2026-04-01")).Scores).Ignored);
    }

    [Fact]
    public void Only_a_rule_that_was_judged_often_enough_is_told_to_change_and_by_one_step()
    {
        var few = Assert.Single(Report([.. Marks(AlertLedger.LeastJudged - 1)], [], At("2026-04-01")).Scores);
        Assert.Null(few.Proposal);
        var marks = Marks(AlertLedger.LeastJudged).ToList();

        // Half of them were over before the later rule would have told them.
        marks = [.. marks.Select((mark, index) => mark with { NotUsefulBy = index % 2 == 0 ? new PersonId("mo") : null, EndedAt = index % 2 == 0 ? Told.AddHours(1) : null })];
        var score = Assert.Single(Report(marks, [], At("2026-04-01")).Scores);
        Assert.Equal((0d, 20), (score.Precision, score.Judged));
        Assert.Equal((2m, 10), (score.Proposal?.Rule.Threshold, score.Proposal?.StillTold));
        Assert.InRange(score.Range!.Value.High, .05, .15);
    }

    private static AlertReport Report(IReadOnlyList<AlertMark> marks, List<DealEvent> history, DateTimeOffset now)
    {
        var rules = new[] { new AlertRule(AlertKind.CloseDatePassed) { Threshold = 1, When = AlertTiming.AtOnce } };
        var company = TestCompany.Profile with { Alerts = TestCompany.Profile.Alerts with { Rules = rules } };
        var pipeline = Enumerable.Range(1, 30).Aggregate(new APipeline(company).Person("dana", "Dana Reyes", "EMEA"), (so, number) => so.Deal($"D-{number}", $"Deal {number}", "2026-01-01", owner: "dana", closeDate: "2026-03-01"));
        var snapshot = pipeline.Snapshot();
        var histories = new Dictionary<DealId, IReadOnlyList<DealEvent>> { [new DealId("D-1")] = history };
        return AlertLedger.Report(marks, histories, StallDetector.Learn(snapshot, company, now), snapshot, company, now, 60);
    }

    private static IEnumerable<AlertMark> Marks(int count) => Enumerable.Range(1, count).Select(number => Mark($"D-{number}"));

    private static AlertMark Mark(string deal) => AlertMark.New(new AlertSubject("close-date-passed", deal, new DateOnly(2026, 3, 1).DayNumber)) with { ToldAt = Told };

    private static DealEvent.NoteAdded Changed(string? by, DateTimeOffset at) =>
        new("x") { Deal = new DealId("D-1"), Stamp = new EventStamp(at, at, by is null ? null : new PersonId(by), "turn-1", "slack") };

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse(day + "T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
}
