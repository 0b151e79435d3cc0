namespace RevBot.Intents.HandleLeads;

/// <summary>What a sentence wants of a lead.</summary>
public enum LeadWish
{
    /// <summary>To see it.</summary>
    Show,

    /// <summary>Somebody got in touch with it.</summary>
    Answer,

    MarketingQualify,

    Accept,

    Return,

    Disqualify,

    SalesQualify,

    Assign,

    /// <summary>To make a deal of it.</summary>
    Convert,
}
