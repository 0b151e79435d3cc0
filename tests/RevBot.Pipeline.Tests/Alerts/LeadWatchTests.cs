using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Alerts;

/// <summary>Which leads wait for sales too long on Thursday 14 May 2026, 09:00.</summary>
public sealed class LeadWatchTests
{
    private static readonly DateTimeOffset Now = APipeline.At("2026-05-14T09:00");

    [Fact]
    public void A_qualified_lead_is_late_after_a_business_day_however_old_it_is()
    {
        Assert.Equal(["L-2", "L-1"], Of(Waiting("L-1", "2026-05-12T09:00"), Waiting("L-2", "2026-03-02T09:00"), Waiting("L-3", "2026-05-13T09:00"), Waiting("L-4", "2026-05-14T08:00")).Select(finding => finding.Lead.Id));
        var late = Assert.Single(Of(Waiting("L-1", "2026-05-11T09:00")));
        Assert.Equal((3, 1, 2), ((int)late.Days, (int)late.Limit, (int)late.Over));
        Assert.Equal(new DateOnly(2026, 5, 11).DayNumber, late.Subject.Occurrence);
    }

    [Fact]
    public void Who_was_taken_on_sent_back_or_never_qualified_does_not_wait()
    {
        var lead = Waiting("L-1", "2026-05-04");
        Assert.Empty(Of(
            lead with { SalAt = Now },
            lead with { SqlAt = Now },
            lead with { ConvertedAt = Now },
            lead with { ClosedAt = Now },
            lead with { Status = "Recycled" },
            lead with { Status = "Sales Accepted" },
            lead with { MqlAt = null }));
    }

    [Fact]
    public void A_rule_says_how_long_and_of_which_leads()
    {
        var emea = new AlertRule(AlertKind.LeadHandoff) { Threshold = .5m, Scope = new AlertScope { Teams = ["EMEA"] } };
        Assert.Equal(["L-1"], Of([emea], Waiting("L-1", "2026-05-13T18:00"), Waiting("L-2", "2026-05-13T18:00") with { Owner = new PersonId("omar") }).Select(finding => finding.Lead.Id));
        var enterprise = new AlertRule(AlertKind.LeadHandoff) { Threshold = 1, Scope = new AlertScope { Segments = ["Enterprise"] } };
        Assert.Equal(["L-1"], Of([enterprise], Waiting("L-1", "2026-05-04") with { Account = "Acme Corp" }, Waiting("L-2", "2026-05-04") with { Segment = "SMB", Account = "Acme Corp" }).Select(finding => finding.Lead.Id));
        Assert.Empty(Of([new AlertRule(AlertKind.LeadHandoff) { When = AlertTiming.Off }], Waiting("L-1", "2026-05-04")));
    }

    [Fact]
    public void The_first_band_of_the_company_s_handoff_time_is_what_is_agreed()
    {
        var bands = new Dictionary<string, MetricWording> { ["leads.handoff_time"] = new() { Bands = [new(4, "in time", "Keep it so."), new(null, "late", "Route them.")] } };
        Assert.Equal(["L-2"], Of(TestCompany.Profile with { MetricWordings = bands }, Waiting("L-1", "2026-05-11T09:00"), Waiting("L-2", "2026-05-07T09:00")).Select(finding => finding.Lead.Id));
    }

    private static Lead Waiting(string id, string qualified) => new(id, $"Lead {id}", APipeline.At("2026-02-01"), "MQL", Owner: new PersonId("dana"), MqlAt: APipeline.At(qualified));

    private static IReadOnlyList<LeadFinding> Of(params Lead[] leads) => Of(TestCompany.Profile, leads);

    private static IReadOnlyList<LeadFinding> Of(AlertRule[] rules, params Lead[] leads) => Of(TestCompany.Profile with { Alerts = new AlertSettings { Rules = rules } }, leads);

    private static IReadOnlyList<LeadFinding> Of(CompanyProfile company, params Lead[] leads)
    {
        var pipeline = new APipeline(company).Person("dana", "Dana Reyes", "EMEA").Person("omar", "Omar Haddad", "AMER").Account("a-1", "Acme Corp", "Enterprise", "EMEA");
        Array.ForEach(leads, lead => pipeline.Lead(lead));
        return new LeadWatch(pipeline.Snapshot(), company, Now).All();
    }
}
