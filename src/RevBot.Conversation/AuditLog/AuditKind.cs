namespace RevBot.Conversation.AuditLog;

/// <summary>What an entry of the audit log is about.</summary>
public enum AuditKind
{
    /// <summary>Something was changed.</summary>
    Write,

    /// <summary>Something was asked or tried, and not done; <see cref="RefusalClass"/> says on what ground.</summary>
    Refused,

    /// <summary>A question was answered, a list, a card or a report shown.</summary>
    Answer,

    /// <summary>The bot asked back: for fields, or which of several readings is meant.</summary>
    Asked,

    /// <summary>Data left as a file.</summary>
    Export,

    /// <summary>Data came in as a file.</summary>
    Import,
}
