namespace RevBot.Conversation.Turns;

/// <summary>One thing somebody did towards the bot. Accepted once, handled once, in one transaction.</summary>
public sealed record Turn
{
    /// <summary>The platform's id of the event with the channel before it (<c>slack:Ev0A…</c>): a repeated delivery has the same.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required Actor Actor { get; init; }

    public required ConversationReference Conversation { get; init; }

    public required TurnInput Input { get; init; }

    /// <summary>Null where the platform tells nothing with the turn.</summary>
    public ClientInfo? Client { get; init; }

    /// <summary>Answer as of this moment instead of now; only the command line sets it.</summary>
    public DateTimeOffset? AsOf { get; init; }
}
