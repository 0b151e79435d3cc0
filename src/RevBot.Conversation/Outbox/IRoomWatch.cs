namespace RevBot.Conversation.Outbox;

/// <summary>Hears which rooms can be posted to no more, which can again, and of which nobody can tell who reads there.</summary>
public interface IRoomWatch
{
    /// <summary>A room took a message no more; told before the message is given up, so that after a crash it may be told again.</summary>
    Task LostAsync(OutboundMessage message, SendOutcome.RoomLost lost, CancellationToken cancellationToken);

    /// <summary>A post arrived in a room. Asked at every one: what has nothing to do returns at once.</summary>
    ValueTask ReachedAsync(OutboundMessage message, CancellationToken cancellationToken);

    /// <summary>A post that depends on who reads it arrived in a room. Asked at every one, also when nothing is the matter.</summary>
    /// <param name="audience">Who reads there; it was redacted where that is not known.</param>
    Task ReadByAsync(OutboundMessage message, Audience audience, CancellationToken cancellationToken) => Task.CompletedTask;
}
