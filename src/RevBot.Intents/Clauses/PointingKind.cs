namespace RevBot.Intents.Clauses;

/// <summary>What a pointing word may stand for.</summary>
internal enum PointingKind
{
    /// <summary>"she", "his", "for him".</summary>
    Person,

    /// <summary>"with them", "they", "their": a customer, a team, people, a part of the market.</summary>
    Party,

    /// <summary>"its deals", "from it": a source, a part of the market, a customer; nobody.</summary>
    Thing,

    /// <summary>"there": a stage, a part of the market, a customer.</summary>
    Place,

    /// <summary>"that stage", "this customer": a value of the dimension named.</summary>
    Value,

    /// <summary>"that day", "that month", "then".</summary>
    Time,

    /// <summary>"the first one", "number two": a row of the answer before, or a deal of the list.</summary>
    Row,

    /// <summary>"which one": a value of the dimension spoken of before.</summary>
    Choice,

    /// <summary>"ours", "what is it for EMEA": a measure.</summary>
    Measure,
}
