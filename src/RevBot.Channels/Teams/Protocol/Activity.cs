using System.Text.Json;

namespace RevBot.Channels.Teams.Protocol;

/// <summary>One thing that happens in a Bot Framework conversation, in either direction; only the members we read or write.</summary>
/// <remarks>Source: Bot Framework Activity schema. Unknown members and types are not an error: the platform adds them without notice.</remarks>
internal sealed record Activity
{
    /// <summary><c>message</c>, <c>invoke</c>, <c>conversationUpdate</c>, <c>installationUpdate</c>, <c>messageUpdate</c>, <c>messageReaction</c>, <c>typing</c>, …</summary>
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    /// <summary>The message this one answers or was pressed on.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>Name of an invoke or event.</summary>
    public string? Name { get; init; }

    public string? Text { get; init; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>.</summary>
    public string? TextFormat { get; init; }

    /// <summary>What notifications say of a message of cards.</summary>
    public string? Summary { get; init; }

    /// <summary>Language of the client, BCP 47.</summary>
    public string? Locale { get; init; }

    public string? LocalTimezone { get; init; }

    /// <summary>Of an invoke, or of a card's submit that came as a message.</summary>
    public JsonElement? Value { get; init; }

    public IReadOnlyList<Attachment>? Attachments { get; init; }

    public IReadOnlyList<Entity>? Entities { get; init; }

    public TeamsChannelData? ChannelData { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    /// <summary>Of an installationUpdate: <c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</summary>
    public string? Action { get; init; }

    /// <summary>When the channel sent it; an edit has another one than the message first had.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>An open word: <c>normal</c>, <c>default</c>, <c>expectReplies</c>, …</summary>
    public string? DeliveryMode { get; init; }
}
