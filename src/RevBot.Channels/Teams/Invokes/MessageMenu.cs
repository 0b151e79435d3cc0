using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams.Invokes;

/// <summary>An entry picked in a message's menu, as a press. The bot need not be where the message stands, so it answers in the person's own chat.</summary>
internal static class MessageMenu
{
    /// <summary>Null when it names no message, or was picked elsewhere.</summary>
    public static Turn? TurnOf(Activity activity, string tenant, DateTimeOffset now)
    {
        if (WireJson.Read(activity.Value, TeamsJson.Default.MessageActionValue) is not { CommandId: { Length: > 0 } entry, MessagePayload: { Id: { Length: > 0 } id } message }
            || TeamsTranslator.ActorOf(activity, tenant) is not { } actor
            || TeamsTranslator.PlaceOf(activity, tenant) is not { } place)
        {
            return null;
        }

        var text = message.Body switch
        {
            { ContentType: "html", Content: { } html } => TeamsText.OfHtml(html),
            { Content: { } plain } => plain,
            _ => string.Empty,
        };
        var input = new TurnInput.ButtonClick(entry, string.Empty, null) { About = new PickedMessage(text, new MessageReference(TeamsTranslator.Channel, tenant, place.RoomId, id, place.ThreadId)) };
        return TeamsTranslator.FromPress(activity, tenant, input, now) is { } turn ? turn with { Conversation = ConversationReference.ChatWith(actor) with { Service = activity.ServiceUrl } } : null;
    }
}
