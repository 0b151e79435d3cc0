namespace RevBot.Pipeline.Metrics;

/// <summary>What a metric's number counts.</summary>
public enum MetricUnit
{
    /// <summary>The company's currency, or the one currency all counted deals share.</summary>
    Money,

    /// <summary>Deals.</summary>
    Count,

    /// <summary>A share, 0 to 1; shown as per cent.</summary>
    Share,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Business days of the company's work calendar.</summary>
    BusinessDays,

    /// <summary>Hours of the company's work calendar; a work day has 24.</summary>
    BusinessHours,

    /// <summary>Money for each calendar day.</summary>
    MoneyPerDay,

    /// <summary>One amount over another, shown as "3.2x".</summary>
    Ratio,

    /// <summary>Calendar months.</summary>
    Months,
}
