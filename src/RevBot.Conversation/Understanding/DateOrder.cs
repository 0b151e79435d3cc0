namespace RevBot.Conversation.Understanding;

/// <summary>How somebody, or a file, writes 3/4/2026.</summary>
public enum DateOrder
{
    /// <summary>4 March, as in the United States.</summary>
    MonthFirst,

    /// <summary>3 April, as nearly everywhere else.</summary>
    DayFirst,
}
