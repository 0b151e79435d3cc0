namespace RevBot.Conversation.Turns;

/// <summary>Where to answer: a room, a thread in it, or somebody's direct chat. Stored, so that the bot can also speak there later.</summary>
/// <param name="RoomId">The platform's id of the room (Slack: channel) or direct chat; of a chat that is opened only when something is sent, whose it is (<see cref="ChatWith"/>).</param>
/// <param name="ThreadId">The thread in it, or null.</param>
/// <param name="IsDirect">True for a chat with one person: no thread is opened there.</param>
/// <param name="ReplyAddress">A secret one-time address some platforms give for the answer (Slack's response_url); never logged.</param>
/// <param name="Service">The platform's service address for this conversation (Teams' serviceUrl), or null.</param>
public sealed record ConversationReference(
    string Channel,
    string Tenant,
    string RoomId,
    string? ThreadId = null,
    bool IsDirect = false,
    string? ReplyAddress = null,
    string? Service = null)
{
    /// <summary>No platform's id of a room begins so.</summary>
    public const char OpenedWhenSent = '@';

    /// <summary>Whose chat is to be opened before something is sent there; null for a place that has an id of its own.</summary>
    public Actor? ToOpenWith => IsDirect && RoomId.StartsWith(OpenedWhenSent) ? new Actor(Channel, Tenant, RoomId[1..]) : null;

    /// <summary>Turns of one key run one after the other; memory is kept by it.</summary>
    public string Key => ThreadId is null ? $"{Channel}:{Tenant}:{RoomId}" : $"{Channel}:{Tenant}:{RoomId}:{ThreadId}";

    /// <summary>Somebody's direct chat, which the channel opens when something is sent there.</summary>
    public static ConversationReference ChatWith(Actor person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new ConversationReference(person.Channel, person.Tenant, OpenedWhenSent + person.UserId, IsDirect: true);
    }
}
