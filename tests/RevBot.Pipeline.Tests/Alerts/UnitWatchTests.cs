using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Ledger;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Alerts;

/// <summary>What the rules find of teams' quarters.</summary>
public sealed class UnitWatchTests
{
    [Fact]
    public void Coverage_is_low_of_the_team_whose_open_pipeline_is_too_little_and_of_no_other()
    {
        var found = Assert.IsType<UnitFinding.CoverageLow>(Assert.Single(At("2026-05-14")));
        Assert.Equal(("team/EMEA", .5m, 3m, 50_000m, 100_000m, 250_000m), (found.Unit.Id, found.Coverage, found.Limit, found.Open, found.Left, found.Gap));
        Assert.Equal(new DateOnly(2026, 4, 1).DayNumber, found.Subject.Occurrence);
    }

    [Fact]
    public void The_next_quarter_is_looked_at_from_this_one_s_last_third_on()
    {
        Assert.Equal(["this quarter"], At("2026-05-30").Select(finding => finding.Quarter.Label));
        Assert.Equal(["this quarter", "next quarter"], At("2026-06-01").Select(finding => finding.Quarter.Label));
    }

    [Fact]
    public void A_threshold_and_a_scope_are_the_rule_s()
    {
        Assert.Empty(At("2026-05-14", new AlertRule(AlertKind.CoverageLow) { Threshold = .5m }));
        Assert.Empty(At("2026-05-14", new AlertRule(AlertKind.CoverageLow) { Threshold = 3, Scope = new AlertScope { Teams = ["AMER"] } }));
        Assert.Equal(2.5m, new AlertRule(AlertKind.CoverageLow) { Threshold = 3 }.Next()?.Threshold);
        Assert.Null(new AlertRule(AlertKind.CoverageLow) { Threshold = 1 }.Next());
    }

    [Fact]
    public void A_unit_s_id_is_read_as_it_was_written()
    {
        foreach (var unit in new[] { new SalesUnit(null), new SalesUnit("company"), new SalesUnit("EMEA: North") })
        {
            Assert.Equal(unit, SalesUnit.Parse(unit.Id));
            Assert.True(AlertSubject.TryParse(new AlertSubject("coverage-low", unit.Id, 7).Key, out var subject));
            Assert.Equal(unit.Id, subject.Id);
        }

        Assert.Null(SalesUnit.Parse("D-102"));
    }

    [Fact]
    public void What_became_of_a_lead_is_told_by_its_being_taken_on_and_a_team_s_acts_are_not_judged()
    {
        var told = APipeline.At("2026-05-14T09:00");
        var pipeline = Company(TestCompany.Profile).Lead(new("L-1", "Ann Lee", told, SalAt: told.AddDays(1))).Lead(new("L-2", "Bo Ray", told, MqlAt: told));
        AlertMark[] marks = [Mark("lead-handoff", "L-1"), Mark("lead-handoff", "L-2"), Mark("coverage-low", "team/EMEA"), Mark("forecast-moved", "company") with { NotUsefulBy = new PersonId("mo") }];
        var report = AlertLedger.Report(marks, new Dictionary<DealId, IReadOnlyList<DealEvent>>(), StageClock.Learn([], 14), pipeline.Snapshot(), pipeline.Company, told.AddDays(30), 60);
        var scores = report.Scores.ToDictionary(score => score.Rule.Kind);
        Assert.Equal((1, 1, .5), (scores[AlertKind.LeadHandoff].ActedOn, scores[AlertKind.LeadHandoff].Ignored, scores[AlertKind.LeadHandoff].Precision));
        Assert.Equal((1, null), (scores[AlertKind.CoverageLow].Open, scores[AlertKind.CoverageLow].Precision));
        Assert.Equal((1, null), (scores[AlertKind.ForecastMoved].NotUseful, scores[AlertKind.ForecastMoved].Precision));

        AlertMark Mark(string kind, string id) => new(new AlertSubject(kind, id, 1), told, null, null, null);
    }

    private static IReadOnlyList<UnitFinding> At(string day, params AlertRule[] rules)
    {
        var company = TestCompany.Profile with { Alerts = new AlertSettings { Rules = rules } };
        var now = APipeline.At($"{day}T09:00");
        return new UnitWatch(Company(company).Snapshot(), company, now).All(now.AddDays(-5));
    }

    private static APipeline Company(CompanyProfile company) => new APipeline(company)
        .Person("dana", "Dana Reyes", "EMEA").Person("omar", "Omar Haddad", "AMER").Person("lee", "Lee Ford", "APAC")
        .Deal("D-1", "Acme", "2026-03-01", "proposal", "dana", amount: 50_000m, closeDate: "2026-06-20")
        .Deal("D-2", "Hooli", "2026-03-01", "proposal", "omar", amount: 400_000m, closeDate: "2026-06-20")
        .Quota("dana", "2026-04-01", "2026-06-30", 100_000).Quota("omar", "2026-04-01", "2026-06-30", 100_000).Quota("dana", "2026-07-01", "2026-09-30", 100_000);
}
