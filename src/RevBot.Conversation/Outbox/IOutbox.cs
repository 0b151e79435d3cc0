using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>Messages that wait to be sent, kept by the store; written through <see cref="ITurnTransaction.Send"/>. Order is kept within a conversation.</summary>
public interface IOutbox
{
    /// <summary>The next messages that are due, at most one a conversation; waits until there is one or <paramref name="cancellationToken"/> ends the wait.</summary>
    ValueTask<IReadOnlyList<OutboxItem>> ClaimAsync(int max, CancellationToken cancellationToken);

    Task MarkDeliveredAsync(OutboxItem item, MessageReference delivered, CancellationToken cancellationToken);

    /// <summary>To be tried again at <paramref name="nextAttempt"/>.</summary>
    Task MarkFailedAsync(OutboxItem item, string error, DateTimeOffset nextAttempt, CancellationToken cancellationToken);

    /// <summary>Given up; listed by <c>doctor</c>.</summary>
    Task MarkDeadAsync(OutboxItem item, string error, CancellationToken cancellationToken);

    /// <summary>A room can be posted to again: new faces of its cards that were given up meanwhile are sent after all, in their order.</summary>
    Task ReviveUpdatesAsync(ConversationReference room, CancellationToken cancellationToken);

    /// <summary>No longer true at the moment of sending; not sent.</summary>
    Task MarkDroppedAsync(OutboxItem item, string reason, CancellationToken cancellationToken);

    /// <summary>Nobody in this process can send it: it waits, untouched, for a process that can.</summary>
    void SetAside(OutboxItem item);

    /// <summary>Where a live card was posted; empty when nowhere yet.</summary>
    Task<IReadOnlyList<MessageReference>> FindLiveCardAsync(string cardKey, CancellationToken cancellationToken);

    /// <summary>Delivered messages of a room, oldest first, after the message <paramref name="afterId"/> (null: from the start): the page's transcript.</summary>
    Task<IReadOnlyList<OutboxItem>> ReadRoomAsync(string channel, string roomId, string? afterId, int max, CancellationToken cancellationToken);

    Task<IReadOnlyList<DeadLetter>> GetDeadLettersAsync(CancellationToken cancellationToken);

    /// <summary>Messages that wait for this process or are on their way; not those whose time (<see cref="OutboundMessage.NotBefore"/>) has not come, which let the others of their conversation pass.</summary>
    int Waiting { get; }
}
