using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.Routing;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>The sales office on Monday, 23 November 2026, with leads: two of Dana's marketing qualified ones wait, and two people are called Cy Poe.</summary>
internal static class LeadOffice
{
    public static CompanyProfile Routed() => TestCompany.Profile with { Leads = new LeadPolicy { Routes = [new LeadRoute("EMEA", ["EMEA"]) { Regions = ["EMEA"] }] } };

    public static Lead Mql(string id, string name, string? owner) =>
        new(id, name, APipeline.At("2026-11-10T09:00"), "MQL", Owner: owner is null ? null : new PersonId(owner), MqlAt: APipeline.At("2026-11-20T17:00"));

    /// <summary>Everybody can be written to in person.</summary>
    public static void ReachAll(this Office office)
    {
        foreach (var person in new[] { "dana", "omar", "priya", "mo", "ops" })
        {
            office.Reach(person, "UTC");
        }
    }

    public static Office Open(CompanyProfile? company = null)
    {
        var office = new Office(
            pipeline => pipeline
                .Lead(Mql("L-1", "Jane Doe", "dana") with { Account = "Initrode", FirstResponseAt = APipeline.At("2026-11-20T18:00") })
                .Lead(Mql("L-2", "Al Roe", "dana") with { MqlAt = APipeline.At("2026-11-10T09:00") })
                .Lead(Mql("L-3", "Cy Poe", "dana"))
                .Lead(Mql("L-4", "Cy Poe", "dana") with { Account = "Hooli" }),
            company: company);
        office.Time.SetUtcNow(APipeline.At("2026-11-23T09:00"));
        return office;
    }
}
