namespace RevBot.Pipeline.Leads;

/// <summary>How far a lead has come on its way from a name to a customer.</summary>
public enum LifecycleStage
{
    /// <summary>A raw lead that nobody has touched.</summary>
    New,

    /// <summary>A raw lead that somebody works on.</summary>
    Working,

    /// <summary>Marketing qualified: it fits, and it has shown interest.</summary>
    Mql,

    /// <summary>Sales accepted: a person of sales has taken it on.</summary>
    Sal,

    /// <summary>Sales qualified: a conversation has shown need, budget, authority and time.</summary>
    Sql,

    /// <summary>An opportunity was made of it.</summary>
    Converted,

    /// <summary>It has bought.</summary>
    Customer,

    /// <summary>Sent back to marketing: not now.</summary>
    Recycled,

    /// <summary>Will never buy.</summary>
    Disqualified,
}
