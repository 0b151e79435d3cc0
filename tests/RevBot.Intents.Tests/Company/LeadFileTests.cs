using RevBot.Intents.Company;
using RevBot.Pipeline.Leads.Routing;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Company;

public sealed class LeadFileTests
{
    [Fact]
    public void A_company_that_says_nothing_routes_nothing_and_its_file_shows_how()
    {
        var text = CompanyFile.Text(TestCompany.Profile);
        Assert.Contains("\n# leads:\n#   mql: [fit, action]\n#   sql: [budget, authority, need, timeline]\n#   sla: { qualify: 120 }\n#   route: mql\n#   return_reasons:\n", text, StringComparison.Ordinal);
        Assert.Contains("  # - { region: EMEA, to: EMEA, by: round_robin }\n", text, StringComparison.Ordinal);
        Assert.Same(LeadPolicy.Usual, CompanyFile.Parse(text).Profile!.Leads);
    }

    [Fact]
    public void What_is_written_comes_back()
    {
        var policy = new LeadPolicy
        {
            MqlNeeds = ["fit"],
            SqlNeeds = ["need", "timeline"],
            AcceptHours = 8,
            QualifyHours = 48,
            RoutesAtOnce = true,
            ReturnReasons = [new LeadReason("Not mine", ToMarketing: false), new LeadReason("Other", NeedsNote: true)],
            Routes =
            [
                new LeadRoute("account owner", [LeadRoute.AccountOwner]),
                new LeadRoute("EMEA", ["EMEA"]) { Regions = ["EMEA"] },
                new LeadRoute("large", ["ann@example.com", "Bo: the \"rep\""], RouteChoice.Load, 25) { Segments = ["Enterprise"], Sources = ["Inbound", "Event"], Industries = ["Retail"] },
            ],
            FallbackTo = "mo@example.com",
            FallbackRoom = "#lead-desk",
        };
        var text = CompanyFile.Text(TestCompany.Profile with { Leads = policy });
        Assert.Contains("    - { name: large, segment: [Enterprise], source: [Inbound, Event], industry: [Retail], to: [\"ann@example.com\", \"Bo: the \\\"rep\\\"\"], by: load, capacity: 25 }\n", text, StringComparison.Ordinal);
        Assert.Equivalent(policy, CompanyFile.Parse(text).Profile!.Leads, strict: true);
    }

    [Fact]
    public void What_a_company_leaves_out_is_as_usual_and_a_rule_is_named_by_what_it_takes()
    {
        var policy = Parsed("leads:\n  routing:\n    - { region: EMEA, to: EMEA }\n    - { to: account_owner }\n    - { to: [ann@example.com], capacity: 3 }\n  disqualify_reasons: [Spam, Other]\n");
        Assert.Equal(["EMEA", "account owner", "ann@example.com"], policy.Routes.Select(route => route.Name));
        Assert.Equal((LeadPolicy.Usual.SqlNeeds, LeadPolicy.Usual.ReturnReasons, 3), (policy.SqlNeeds, policy.ReturnReasons, policy.Routes[2].Capacity));
        Assert.Equal([new LeadReason("Spam"), new LeadReason("Other", NeedsNote: true)], policy.DisqualifyReasons);
    }

    [Theory]
    [InlineData("sql: [budget, mood]", "leads.sql", "'mood' is nothing that can be asked of a lead here.", "Write sql: [budget, authority, need, timeline], or some of them.")]
    [InlineData("sla: { accept: soon }", "leads.sla.accept", "'soon' is not a whole number from 1 to 8760.", "Write accept: 24.")]
    [InlineData("route: always", "leads.route", "'always' does not say when leads are routed.", "Write route: mql (once marketing has qualified them) or route: new (at once).")]
    [InlineData("routing: [{ region: EMEA }]", "leads.routing[0].to", "The rule names nobody.", "Add to: a team, people by e-mail address, or account_owner.")]
    [InlineData("routing: [{ region: EMAE, to: EMEA }]", "leads.routing[0].region", "'EMAE' is not among the company's regions, so the rule would take nothing.", "Did you mean 'EMEA'?")]
    [InlineData("routing: [{ to: EMEA, by: luck }]", "leads.routing[0].by", "'luck' does not say how the rule chooses.", "Write by: round_robin (in turns) or by: load (whoever has the fewest open leads).")]
    [InlineData("routing: [{ to: EMEA, by: load }, { name: emea, to: AMER }]", "leads.routing[1].name", "Two routing rules are called 'emea', so turns could not be told apart.", "Give each its own name: as in name: EMEA.")]
    [InlineData("routing: [{ to: [account_owner, EMEA] }]", "leads.routing[0].to", "'account_owner' stands beside others.", "Give it a rule of its own, before the others.")]
    [InlineData("return_reasons: [{ name: Not mine, back_to: sender }]", "leads.return_reasons[0].back_to", "'sender' does not say where the lead goes.", "Write back_to: next (in line) or back_to: marketing.")]
    [InlineData("return_reasons: [Other, other]", "leads.return_reasons", "'Other' stands twice in 'return_reasons'.", "Keep one of them.")]
    [InlineData("rooting: []", "leads.rooting", "Unknown key 'rooting'.", "Did you mean 'routing'?")]
    public void A_mistake_says_where_what_and_how_to_mend_it(string line, string path, string message, string fix)
    {
        var problem = Assert.Single(CompanyFile.Parse(CompanyFile.Text(TestCompany.Profile) + $"leads:\n  {line}\n").Problems);
        Assert.Equal((path, message, fix), (problem.Path, problem.Message, problem.Fix));
        Assert.Equal(CompanyFile.Text(TestCompany.Profile).Split('\n').Length + 1, problem.Line);
    }

    private static LeadPolicy Parsed(string leads) => CompanyFile.Parse(CompanyFile.Text(TestCompany.Profile) + leads).Profile!.Leads;
}
