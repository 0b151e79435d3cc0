namespace RevBot.Conversation.Outbox;

/// <summary>Says what everybody who reads in a place may read: what the least privileged of them may.</summary>
public interface IAudienceRule
{
    /// <param name="subject">What a card is about (<see cref="Replies.Redaction.Subject"/>).</param>
    ValueTask<bool> MayAllReadAsync(Audience.Known audience, string? subject, CancellationToken cancellationToken);
}
