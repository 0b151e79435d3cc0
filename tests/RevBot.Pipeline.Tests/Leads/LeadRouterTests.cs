using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Leads.Routing;
using RevBot.Pipeline.Leads.Rules;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Leads;

/// <summary>Who gets a lead: in turns, by load, by the company's owner; fair, within capacity, and the same from the same history.</summary>
public sealed class LeadRouterTests
{
    private static readonly DateTimeOffset Now = APipeline.At("2026-05-14T09:00");
    private static readonly LeadRoute Emea = new("EMEA", ["EMEA"]) { Regions = ["EMEA"] };

    [Fact]
    public void Turns_go_round_and_go_on_where_they_were_left()
    {
        var company = With(new LeadPolicy { Routes = [Emea] });
        var leads = Enumerable.Range(1, 7).Select(number => Mql($"L-{number}")).ToList();
        var first = RouteAll(company, [.. leads.Take(4)]);
        var second = RouteAll(company, [.. first, .. leads.Skip(4)]);

        Assert.Equal(["ana", "ben", "cy", "ana", "ben", "cy", "ana"], second.Select(lead => lead.Owner!.Value.Value));
        Assert.Equal((7, "cy"), (second[6].Life.Routings[0].Turn, second[6].Life.Routings[0].After?.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Whatever_comes_turns_are_fair_capacity_holds_and_no_lead_is_lost(int seed)
    {
        var random = new Random(seed);
        var policy = new LeadPolicy
        {
            Routes =
            [
                new LeadRoute("large", ["ana", "ben@example.com"], RouteChoice.Load, Capacity: 3) { Segments = ["Enterprise"] },
                Emea,
                new LeadRoute("rest", ["AMER"], RouteChoice.Load) { Sources = ["Inbound", "Event"] },
            ],
            FallbackTo = random.Next(2) == 0 ? "mo" : null,
        };
        var company = With(policy);
        var all = new List<Lead>();
        for (var batch = 0; batch < 8; batch++)
        {
            all.AddRange(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Mql($"L-{all.Count + batch + 1:000}-{random.Next(1000)}") with
            {
                Region = Pick(random, "EMEA", "AMER", null),
                Segment = Pick(random, "Enterprise", "SMB", null),
                Source = Pick(random, "Inbound", "Event", "Partner"),
            }));
            var again = RouteAll(company, all);
            all = RouteAll(company, all);
            Assert.Equal(again.Select(lead => lead.Owner), all.Select(lead => lead.Owner));
        }

        Assert.All(all, lead => Assert.True(lead.Owner is not null || lead.Life.ParkedFor is not null));
        var turns = all.SelectMany(lead => lead.Life.Routings).Where(routed => routed.Rule == "EMEA").GroupBy(routed => routed.To).Select(group => group.Count()).ToList();
        Assert.True(turns.Count == 0 || turns.Max() - (turns.Count < 3 ? 0 : turns.Min()) <= 1, string.Join(", ", turns));
        Assert.All(new[] { "ana", "ben" }, person => Assert.True(all.SelectMany(lead => lead.Life.Routings).Where(routed => routed.Rule == "large" && routed.To.Value == person).All(routed => routed.Load < 3)));
        var ordinals = all.SelectMany(lead => lead.Life.Routings).GroupBy(routed => routed.Rule).Select(group => group.Select(routed => routed.Turn).Order());
        Assert.All(ordinals, rule => Assert.Equal(Enumerable.Range(1, rule.Count()), rule));
    }

    [Fact]
    public void The_one_with_the_fewest_open_leads_is_next_and_whoever_is_full_is_left_out()
    {
        var company = With(new LeadPolicy { Routes = [new LeadRoute("load", ["EMEA"], RouteChoice.Load, Capacity: 2)] });
        var busy = Mql("L-0") with { Owner = new PersonId("ana") };
        var routed = RouteAll(company, [busy, Mql("L-1"), Mql("L-2"), Mql("L-3"), Mql("L-4"), Mql("L-5"), Mql("L-6")]);
        Assert.Equal(["ana", "ben", "cy", "ana", "ben", "cy", null], routed.Select(lead => lead.Owner?.Value));
        Assert.Equal("everybody of load has as many open leads as they may", routed[6].Life.ParkedFor);
    }

    [Fact]
    public void Who_owns_the_lead_s_company_comes_first_where_the_rule_says_so()
    {
        var company = With(new LeadPolicy { Routes = [new LeadRoute("account owner", [LeadRoute.AccountOwner]), Emea] });
        var routed = RouteAll(company, [Mql("L-1") with { Account = "acme corp" }, Mql("L-2") with { Account = "Nobody Ltd" }]);
        Assert.Equal(["dee", "ana"], routed.Select(lead => lead.Owner?.Value));
    }

    [Fact]
    public void A_returned_lead_goes_to_the_next_and_in_the_end_to_nobody_who_has_returned_it()
    {
        var company = With(new LeadPolicy { Routes = [Emea], FallbackTo = "Mo Larsen" });
        var leads = RouteAll(company, [Mql("L-1")]);
        var owners = new List<string>();
        for (var times = 0; times < 4; times++)
        {
            owners.Add(leads[0].Owner!.Value.Value);
            var said = new Dictionary<string, string> { [LeadFields.Reason] = "No capacity" };
            var events = Assert.IsType<LeadDecision.Accepted>(new LeadRules(Office(company, leads), company, By(owners[^1])).Decide(leads[0], LeadStep.Return, said)).Events;
            leads = [events.Aggregate(leads[0], LeadFold.Apply)];
        }

        Assert.Equal(["ana", "ben", "cy", "mo"], owners);
        Assert.Null(leads[0].Owner);
        Assert.Equal("everybody it could go to has returned it", leads[0].Life.ParkedFor);
        Assert.Equal(LifecycleStage.Mql, leads[0].Stage);
    }

    [Fact]
    public void Only_what_marketing_qualified_waits_unless_new_leads_are_routed()
    {
        var (fresh, old) = (new Lead("L-1", "New", Now.AddDays(-1), "New"), Mql("L-2") with { MqlAt = Now.AddDays(-90) });
        var left = Mql("L-3") with { Owner = new PersonId("gone") };
        Lead[] leads = [fresh, old, left, Mql("L-4") with { Owner = new PersonId("ana") }];
        Assert.Equal(["L-3"], new LeadRouter(Office(With(LeadPolicy.Usual), leads), With(LeadPolicy.Usual)).Waiting(Now.AddDays(-30)).Select(lead => lead.Id));
        var eager = With(new LeadPolicy { RoutesAtOnce = true });
        Assert.Equal(["L-3", "L-1"], new LeadRouter(Office(eager, leads), eager).Waiting(Now.AddDays(-30)).Select(lead => lead.Id));
    }

    private static string? Pick(Random random, params string?[] values) => values[random.Next(values.Length)];

    private static CompanyProfile With(LeadPolicy policy) => TestCompany.Profile with { Leads = policy };

    private static Lead Mql(string id) => new(id, $"Lead {id}", APipeline.At("2026-05-01"), "MQL", MqlAt: APipeline.At("2026-05-13"), Region: "EMEA");

    private static EventStamp By(string person) => new(Now, Now, new PersonId(person), "turn", "slack");

    private static PipelineSnapshot Office(CompanyProfile company, IEnumerable<Lead> leads)
    {
        var pipeline = new APipeline(company)
            .Person("ana", "Ana", "EMEA").Person("ben", "Ben", "EMEA").Person("cy", "Cy", "EMEA").Person("dee", "Dee", "AMER").Person("gone", "Gone", "EMEA", active: false).Person("mo", "Mo Larsen", "EMEA", PersonRole.Manager)
            .Account("a-acme", "Acme Corp").Deal("D-1", "Acme", "2026-01-01", "proposal", "dee", "a-acme", 1000m);
        foreach (var lead in leads)
        {
            pipeline.Lead(lead);
        }

        return pipeline.Snapshot();
    }

    /// <summary>One run: every lead that waits is placed, one after the other.</summary>
    private static List<Lead> RouteAll(CompanyProfile company, IReadOnlyList<Lead> leads)
    {
        var snapshot = Office(company, leads);
        var (router, rules, after) = (new LeadRouter(snapshot, company), new LeadRules(snapshot, company, new EventStamp(Now, Now, null, "run", "schedule")), leads.ToDictionary(lead => lead.Id));
        foreach (var lead in router.Waiting(Now.AddDays(-30)))
        {
            var placement = router.Place(lead);
            if (rules.Place(lead, placement) is { } accepted)
            {
                after[lead.Id] = accepted.Events.Aggregate(lead, LeadFold.Apply);
            }

            if (placement is LeadPlacement.Given given)
            {
                router.Take(given);
            }
        }

        return [.. leads.Select(lead => after[lead.Id])];
    }
}
