using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>A message to be sent, stored with the turn that caused it and rendered when it is sent.</summary>
public sealed record OutboundMessage
{
    /// <summary>Unique, in order of creation; quoted to platforms as an idempotency hint.</summary>
    public required string Id { get; init; }

    /// <summary>The turn or job run that caused it.</summary>
    public required string TurnId { get; init; }

    public required OutboundKind Kind { get; init; }

    /// <summary>Where to. For an update: the conversation the message stands in (only its channel and room matter).</summary>
    public required ConversationReference To { get; init; }

    /// <summary>Who alone sees a whisper.</summary>
    public Actor? OnlyFor { get; init; }

    public required Card Card { get; init; }

    /// <summary>A form to be filled in in the message itself, below the card; only for channels with <see cref="ChannelAbilities.FormsInMessages"/>.</summary>
    public OfferedForm? Form { get; init; }

    /// <summary>For a post: names it as a live card. For an update without <see cref="Target"/>: which live card.</summary>
    public string? CardKey { get; init; }

    /// <summary>For an update: the message to replace.</summary>
    public MessageReference? Target { get; init; }

    /// <summary>The sentences that are offered.</summary>
    public IReadOnlyList<Prompt>? Prompts { get; init; }

    public SendGuard? Guard { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it waits, and with it what follows to the same place: for whoever is asleep; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
