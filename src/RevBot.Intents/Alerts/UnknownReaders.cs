using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;

namespace RevBot.Intents.Alerts;

/// <summary>Tells those who answer for the alerts that nobody can tell who reads in a room, so that alerts are redacted there. A singleton.</summary>
public sealed class UnknownReaders(RoomNotices notices) : IRoomWatch
{
    /// <summary>Of the marks, and of the runs that tell.</summary>
    public const string Kind = "unknown-readers";

    public Task LostAsync(OutboundMessage message, SendOutcome.RoomLost lost, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask ReachedAsync(OutboundMessage message, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public Task ReadByAsync(OutboundMessage message, Audience audience, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return audience switch
        {
            Audience.Unknown { Why: var why } when notices.Find(message.To, null) is var (room, alerts) => notices.TellAsync(
                Kind,
                message.To,
                Card.Text($"I can't tell who reads in {room} in {RoomNotices.PlatformOf(message.To)}: {why}. {alerts} go there without deals, accounts and amounts until I can; the details go to the owners directly."),
                cancellationToken),
            Audience.Known => notices.EndAsync(Kind, message.To, cancellationToken),
            _ => Task.CompletedTask,
        };
    }
}
