namespace RevBot.Pipeline.Questions;

/// <summary>In what order deals are listed; those without the value come last either way.</summary>
public enum DealOrder
{
    /// <summary>Largest amount first, in the company's currency.</summary>
    Amount,

    /// <summary>Earliest close date first (closed deals: the day they closed).</summary>
    CloseDate,

    /// <summary>Longest ago created first.</summary>
    Age,

    /// <summary>Longest in its present stage first.</summary>
    TimeInStage,
}
