namespace RevBot.Intents.MoveDeal;

/// <summary>What somebody wants done with a deal's stage.</summary>
public enum MoveWish
{
    /// <summary>Into a stage, or a stage still to be named.</summary>
    Move,

    /// <summary>Out of its closed stage.</summary>
    Reopen,

    /// <summary>"Close Acme": won or lost was not said.</summary>
    Close,

    /// <summary>"Win the deal", "close it": neither the deal nor more was said.</summary>
    CloseSomething,

    /// <summary>"Delete Acme".</summary>
    Delete,
}
