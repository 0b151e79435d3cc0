using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.Alerts;

/// <summary>The messages of one run of an alert, put into the run's transaction.</summary>
/// <remarks>Two runs as of one moment are two runs: what the second one tells has ids of its own.</remarks>
internal sealed class AlertRun(string job, DateTimeOffset now, ITurnTransaction transaction)
{
    private readonly string _id = $"{job}:{Guid.CreateVersion7(now):N}";
    private int _number;

    /// <param name="notBefore">Until when it waits, for a reader who is asleep.</param>
    /// <returns>The message's id.</returns>
    public string Post(ConversationReference room, Card card, string? cardKey = null, SendGuard? guard = null, DateTimeOffset? notBefore = null) => Send(OutboundKind.Post, room, card, cardKey, guard, notBefore);

    /// <summary>Gives a live card a new face wherever it stands.</summary>
    public void Update(string cardKey, Card card) => Send(OutboundKind.Update, LiveCard.Lane(cardKey), card, cardKey, null, null);

    private string Send(OutboundKind kind, ConversationReference to, Card card, string? cardKey, SendGuard? guard, DateTimeOffset? notBefore)
    {
        // A kind of alert that says nothing of it is not for everybody.
        card = card.Redaction is null && !to.IsDirect ? AlertRedaction.Unsaid(card) : card;
        var id = MessageId.For(_id, now, _number++);
        transaction.Send(new OutboundMessage { Id = id, TurnId = _id, Kind = kind, To = to, Card = card, CardKey = cardKey, Guard = guard, CreatedAt = now, NotBefore = notBefore > now ? notBefore : null });
        return id;
    }
}
