namespace RevBot.Intents.ImportData;

/// <summary>How a file writes 3/4/2026.</summary>
public enum DateOrder
{
    /// <summary>4 March (<c>--dates mdy</c>).</summary>
    MonthFirst,

    /// <summary>3 April (<c>--dates dmy</c>).</summary>
    DayFirst,
}
