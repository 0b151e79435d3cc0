namespace RevBot.Conversation.AuditLog;

/// <summary>On what ground something was not done. The audit log keeps this and never the words.</summary>
public enum RefusalClass
{
    /// <summary>The rules of the house do not allow it, or it cannot be done as it was said.</summary>
    Rule,

    /// <summary>This person may not.</summary>
    Rights,

    /// <summary>Fields are missing or not as they must be; the reading names their keys.</summary>
    Missing,

    /// <summary>Somebody else was faster.</summary>
    Conflict,

    /// <summary>It was not understood.</summary>
    Unread,

    /// <summary>The button or form is not theirs, was used, or ran out.</summary>
    Session,

    /// <summary>Something broke; nothing was changed.</summary>
    Failed,
}
