namespace RevBot.Pipeline.Leads.Rules;

/// <summary>What people do with a lead.</summary>
public enum LeadStep
{
    /// <summary>Somebody got in touch.</summary>
    Answer,

    /// <summary>Marketing hands it to sales.</summary>
    MarketingQualify,

    /// <summary>Sales takes it on.</summary>
    Accept,

    /// <summary>Sales gives it back.</summary>
    Return,

    /// <summary>It will never buy.</summary>
    Disqualify,

    /// <summary>Sales has found budget, authority, need and timeline.</summary>
    SalesQualify,

    /// <summary>Somebody else gets it.</summary>
    Assign,
}
