namespace RevBot.Conversation.Turns;

/// <summary>Where to answer: a room, a thread in it, or somebody's direct chat. Stored, so that the bot can also speak there later.</summary>
/// <param name="RoomId">The platform's id of the room (Slack: channel) or direct chat.</param>
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
    /// <summary>Turns of one key run one after the other; memory is kept by it.</summary>
    public string Key => ThreadId is null ? $"{Channel}:{Tenant}:{RoomId}" : $"{Channel}:{Tenant}:{RoomId}:{ThreadId}";
}
