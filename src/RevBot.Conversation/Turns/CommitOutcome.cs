namespace RevBot.Conversation.Turns;

/// <summary>How a commit ended. Only exceptions of a broken store are thrown.</summary>
public enum CommitOutcome
{
    Committed,

    /// <summary>Something it was decided on has changed meanwhile; nothing was written: decide again.</summary>
    Conflict,

    /// <summary>The turn (or job run) was handled before; nothing was written.</summary>
    AlreadyHandled,
}
