namespace RevBot.Conversation.Turns;

/// <summary>One message of ours on a platform, to be edited in place.</summary>
/// <param name="MessageId">The platform's id of the message within the room (Slack: ts).</param>
/// <param name="ReplyAddress">Secret address for a message only its reader sees, where the platform needs it to replace one; never logged.</param>
public sealed record MessageReference(
    string Channel,
    string Tenant,
    string RoomId,
    string MessageId,
    string? ThreadId = null,
    string? ReplyAddress = null,
    string? Service = null);
