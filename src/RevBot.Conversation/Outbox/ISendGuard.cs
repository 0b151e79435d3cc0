namespace RevBot.Conversation.Outbox;

/// <summary>Checks a condition again right before a stored message is sent.</summary>
public interface ISendGuard
{
    string Name { get; }

    /// <summary>Null to send, else why the message is dropped.</summary>
    Task<string?> CheckAsync(string argument, CancellationToken cancellationToken);
}
