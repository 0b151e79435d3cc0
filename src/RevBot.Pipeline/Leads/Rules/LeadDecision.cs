using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Moves;

namespace RevBot.Pipeline.Leads.Rules;

/// <summary>What the rules say to a step of a lead.</summary>
public abstract record LeadDecision
{
    private LeadDecision()
    {
    }

    /// <summary>It may happen; these events make it so. Only the rules make one, and only one of them is ever written.</summary>
    public sealed record Accepted : LeadDecision
    {
        internal Accepted(IReadOnlyList<LeadEvent> events) => Events = events;

        public IReadOnlyList<LeadEvent> Events { get; }
    }

    /// <summary>It may happen once these are filled in.</summary>
    public sealed record Incomplete(IReadOnlyList<Requirement> Missing) : LeadDecision;

    /// <summary>It may not happen. <paramref name="Reason"/> is a sentence for the person that names the fix where there is one.</summary>
    /// <param name="Field">The field whose value was wrong, or null when the step itself is.</param>
    public sealed record Refused(string Reason, string? Field = null) : LeadDecision;
}
