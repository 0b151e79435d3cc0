using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Leads.Routing;

/// <summary>What the rules say of one lead: who gets it, or why nobody does.</summary>
public abstract record LeadPlacement
{
    private LeadPlacement()
    {
    }

    /// <inheritdoc cref="History.LeadEvent.Routed"/>
    public sealed record Given(PersonId To, string Rule, RouteChoice By, int Turn, PersonId? After, int Load) : LeadPlacement;

    /// <param name="Why">A part of a sentence: "no routing rule takes it".</param>
    public sealed record Nobody(string Why) : LeadPlacement;
}
