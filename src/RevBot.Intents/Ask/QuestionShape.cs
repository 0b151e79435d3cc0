namespace RevBot.Intents.Ask;

/// <summary>What the person wants to see.</summary>
public enum QuestionShape
{
    /// <summary>A number, perhaps by something.</summary>
    Figure,

    /// <summary>The deals themselves.</summary>
    DealList,
}
