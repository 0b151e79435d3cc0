namespace RevBot.Pipeline.Leads.Routing;

/// <summary>How the company handles leads: what each step needs, how long it may take, why a lead goes back, and who gets it.</summary>
public sealed record LeadPolicy
{
    /// <summary>The name under which a lead goes to <see cref="FallbackTo"/>.</summary>
    public const string FallbackRule = "fallback";

    /// <summary>Business days there are 24 business hours of.</summary>
    public const double HoursPerDay = 24;

    /// <summary>Of a company that says nothing: nothing is routed by itself.</summary>
    public static LeadPolicy Usual { get; } = new();

    /// <summary>What marketing must say of a lead it qualifies, by the names of <see cref="LeadFields.OfMarketing"/>.</summary>
    public IReadOnlyList<string> MqlNeeds { get; init; } = [LeadFields.Fit, LeadFields.Action];

    /// <summary>What sales must know of a lead it qualifies, by the names of <see cref="LeadFields.OfSales"/>; the rest of these is asked and may be left out.</summary>
    public IReadOnlyList<string> SqlNeeds { get; init; } = [LeadFields.Budget, LeadFields.Authority, LeadFields.Need, LeadFields.Timeline];

    /// <summary>Business hours in which a lead is to be accepted; null for what is agreed of the handoff (its first band, else a business day).</summary>
    public int? AcceptHours { get; init; }

    /// <summary>Business hours from acceptance in which it is to be qualified or given back.</summary>
    public int QualifyHours { get; init; } = 120;

    /// <summary>Whether new leads are routed at once; else once marketing has qualified them.</summary>
    public bool RoutesAtOnce { get; init; }

    public IReadOnlyList<LeadReason> ReturnReasons { get; init; } =
    [
        new("Not my region or segment", ToMarketing: false),
        new("No capacity", ToMarketing: false),
        new("Not ready to talk yet"),
        new("Cannot be reached"),
        new("Other", NeedsNote: true),
    ];

    public IReadOnlyList<LeadReason> DisqualifyReasons { get; init; } =
    [
        new("Not a fit"),
        new("No budget"),
        new("No need"),
        new("Spam or wrong contact"),
        new("Duplicate"),
        new("Other", NeedsNote: true),
    ];

    /// <summary>The first one that takes a lead holds.</summary>
    public IReadOnlyList<LeadRoute> Routes { get; init; } = [];

    /// <summary>A person by id, e-mail address or name, who gets what no rule takes; null for nobody.</summary>
    public string? FallbackTo { get; init; }

    /// <summary>A room that hears of what nobody takes; null for operations in person.</summary>
    public string? FallbackRoom { get; init; }
}
