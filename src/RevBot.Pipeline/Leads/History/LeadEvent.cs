using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Leads.History;

/// <summary>One thing that happened to a lead here, after what an import says of it. The list is closed: a store, the fold and who tells of it know every case.</summary>
public abstract record LeadEvent
{
    private LeadEvent()
    {
    }

    public required string Lead { get; init; }

    public required EventStamp Stamp { get; init; }

    /// <summary>A person of ours got in touch for the first time.</summary>
    public sealed record Answered : LeadEvent;

    /// <summary>Marketing says that it is worth a salesperson's time: it fits, and it has shown interest.</summary>
    /// <param name="Fit">Why it fits.</param>
    /// <param name="Action">What it did.</param>
    public sealed record MarketingQualified(string? Fit, string? Action) : LeadEvent;

    /// <summary>A routing rule gave it to somebody.</summary>
    /// <param name="Rule">The rule's name; <see cref="Routing.LeadPolicy.FallbackRule"/> for who takes what no rule takes.</param>
    /// <param name="By">How the rule chooses among its people.</param>
    /// <param name="Turn">Which lead of the rule this is, from 1: says whose turn comes next.</param>
    /// <param name="After">Who got the rule's lead before; null for its first, or where nobody takes turns.</param>
    /// <param name="Load">Open leads of the new owner before this one.</param>
    public sealed record Routed(PersonId? From, PersonId To, string Rule, Routing.RouteChoice By, int Turn, PersonId? After, int Load) : LeadEvent;

    /// <summary>Nobody could be given it: it waits for somebody to be named.</summary>
    /// <param name="Why">A part of a sentence: "no routing rule takes it".</param>
    public sealed record Parked(string Why) : LeadEvent;

    /// <summary>Somebody gave it to somebody, or took it.</summary>
    public sealed record OwnerChanged(PersonId? From, PersonId? To) : LeadEvent;

    /// <summary>Sales takes it on.</summary>
    public sealed record Accepted : LeadEvent;

    /// <summary>Sales does not take it on.</summary>
    /// <param name="Reason">One of the company's reasons.</param>
    /// <param name="ToMarketing">True when it goes back to marketing; else to the next in line.</param>
    public sealed record Returned(PersonId? From, string Reason, string? Note, bool ToMarketing) : LeadEvent;

    /// <summary>It will never buy.</summary>
    /// <param name="Reason">One of the company's reasons.</param>
    public sealed record Disqualified(string Reason, string? Note) : LeadEvent;

    /// <summary>A conversation has shown what makes it worth a deal.</summary>
    /// <param name="Authority">Who decides.</param>
    /// <param name="Timeline">When they want to have it.</param>
    public sealed record SalesQualified(Money? Budget, string? Authority, string? Need, DateOnly? Timeline) : LeadEvent;

    /// <summary>A deal was made of it.</summary>
    public sealed record Converted(DealId Deal) : LeadEvent;

    /// <summary>A field by the names of <see cref="LeadFields"/>; null clears it. Also what an import newly says of a lead that was worked on here.</summary>
    public sealed record FieldSet(string Field, string? From, string? To) : LeadEvent;

    /// <summary>What a turn did was taken back: the lead stands as it stood before it, which the fold knows, so that nothing of it is kept twice.</summary>
    /// <param name="Undoes">The turn; nothing but a parking has happened since that still stands.</param>
    public sealed record PutBack(string Undoes) : LeadEvent;
}
