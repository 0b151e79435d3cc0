namespace RevBot.Conversation.Turns;

/// <summary>Turns that wait to be handled, kept by the store: once accepted, never lost; accepted twice, handled once.</summary>
public interface IInbox
{
    /// <summary>Stores the turn durably before it returns. False when a turn of this id was accepted before.</summary>
    ValueTask<bool> AcceptAsync(Turn turn, CancellationToken cancellationToken);

    /// <summary>The next turns to handle, at most one a conversation, oldest first; waits until there is one. A claimed turn is given out again only after a restart or <see cref="ReleaseAsync"/>.</summary>
    ValueTask<IReadOnlyList<Turn>> ClaimAsync(int max, CancellationToken cancellationToken);

    /// <summary>Gives a claimed turn back after a failure. After the fifth attempt it is set aside as dead, with the error, and false is returned.</summary>
    Task<bool> ReleaseAsync(Turn turn, string error, CancellationToken cancellationToken);

    /// <summary>Turns that wait or are being handled.</summary>
    int Waiting { get; }
}
