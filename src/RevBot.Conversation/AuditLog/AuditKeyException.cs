namespace RevBot.Conversation.AuditLog;

/// <summary>The audit log is sealed and its key is not at hand: nothing may be written, for the entry would be without a seal for ever.</summary>
public sealed class AuditKeyException : InvalidOperationException
{
    public AuditKeyException()
    {
    }

    public AuditKeyException(string message)
        : base(message)
    {
    }

    public AuditKeyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
