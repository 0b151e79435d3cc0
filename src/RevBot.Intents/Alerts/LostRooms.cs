using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;

namespace RevBot.Intents.Alerts;

/// <summary>Tells those who answer for the alerts that a room cannot be posted to any more, and what waits there; what could not be posted is told by the runs that find the room open again, and what was said on cards there meanwhile is shown then. A singleton.</summary>
public sealed class LostRooms(RoomNotices notices, IOutbox outbox) : IRoomWatch
{
    /// <summary>Of the marks, and of the runs that tell.</summary>
    public const string Kind = "lost-rooms";

    public Task LostAsync(OutboundMessage message, SendOutcome.RoomLost lost, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(lost);
        return message.To.IsDirect || notices.Find(message.To, lost.Room) is not var (room, alerts)
            ? Task.CompletedTask
            : notices.TellAsync(
                Kind,
                message.To,
                Card.Text($"I can't post to {room} in {RoomNotices.PlatformOf(message.To)} any more: {lost.Why}. {alerts} wait there. Invite me again, or name another room in company.yaml."),
                cancellationToken);
    }

    public async ValueTask ReachedAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!message.To.IsDirect && await notices.EndAsync(Kind, message.To, cancellationToken))
        {
            await outbox.ReviveUpdatesAsync(message.To, cancellationToken);
        }
    }
}
