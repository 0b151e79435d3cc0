using System.Collections.Immutable;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Leads.History;

/// <summary>What is known of a lead beyond what an import can say, because it happened here.</summary>
public sealed record LeadLife
{
    /// <summary>Of a lead that only an import has spoken of.</summary>
    public static LeadLife None { get; } = new();

    /// <summary>Counts the lead's events; what a decision is made on.</summary>
    public int Version { get; init; }

    /// <summary>What the imports say, without what happened here; null where nothing did.</summary>
    public Lead? Imported { get; init; }

    /// <summary>Since when it has its owner, or none; null where only an import knows.</summary>
    public DateTimeOffset? OwnedSince { get; init; }

    /// <summary>Who gave it back since marketing qualified it.</summary>
    public ImmutableArray<PersonId> ReturnedBy { get; init; } = [];

    /// <summary>What the rules gave to whom, the oldest first.</summary>
    public ImmutableArray<LeadEvent.Routed> Routings { get; init; } = [];

    /// <summary>Why nobody was given it; null when somebody was, or nobody has looked.</summary>
    public string? ParkedFor { get; init; }

    /// <summary>Why it was returned or disqualified last.</summary>
    public string? Reason { get; init; }

    public string? Note { get; init; }

    /// <summary>By the names of <see cref="LeadFields"/>, in canonical text: fit, action, budget, authority, need, timeline.</summary>
    public ImmutableDictionary<string, string> Facts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The newest turn that still stands and what was before it, which knows its own past in turn; null where none stands. What was taken back leaves no trace here.</summary>
    public LeadPast? Past { get; init; }
}
