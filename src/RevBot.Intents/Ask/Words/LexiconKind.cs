namespace RevBot.Intents.Ask.Words;

/// <summary>What a phrase of the lexicon is in a question.</summary>
internal enum LexiconKind
{
    /// <summary>Names a metric.</summary>
    Measure,

    /// <summary>Names a dimension.</summary>
    Dimension,

    /// <summary>Won, lost, open, created: what became of the deals.</summary>
    State,

    /// <summary>Asks for a number of deals, an amount, an average …</summary>
    Aspect,

    /// <summary>Deals themselves.</summary>
    Deals,

    /// <summary>Asks for an order.</summary>
    Rank,

    /// <summary>"by", "per", "which": what follows is a breakdown.</summary>
    Split,

    /// <summary>"vs", "compared with".</summary>
    Versus,

    /// <summary>"up or down", "changed": against the period before.</summary>
    Change,

    /// <summary>"my", "our team's".</summary>
    Mine,

    /// <summary>"not", "excluding".</summary>
    Not,

    /// <summary>A stage of a lead's lifecycle, or several: "MQL", "MQL/SAL/SQL".</summary>
    Lifecycle,

    /// <summary>A measure that cannot be computed here.</summary>
    Beyond,

    /// <summary>"who", "where", "why".</summary>
    Asks,

    /// <summary>Carries no meaning of its own.</summary>
    Small,
}
