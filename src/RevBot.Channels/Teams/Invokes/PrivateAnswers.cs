using System.Text.Json;
using Microsoft.Extensions.Logging;
using RevBot.Channels.Teams.Connector;
using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams.Invokes;

/// <summary>Tells whoever pressed what the press itself was not answered with: in their own chat, never in the room.</summary>
internal sealed partial class PrivateAnswers(ConnectorClient connector, ILogger<PrivateAnswers> logger)
{
    public Task TellAsync(Turn turn, string text) => SendAsync(turn, new Activity { Type = "message", TextFormat = "plain", Text = text });

    /// <param name="instead">The message in that chat that is to become the card; null for a new one.</param>
    public Task ShowAsync(Turn turn, JsonElement card, string summary, MessageReference? instead) =>
        SendAsync(turn, new Activity { Type = "message", Summary = summary, Attachments = [new Attachment(Attachment.AdaptiveCard, card)] }, turn.Conversation.IsDirect ? instead : null);

    private async Task SendAsync(Turn turn, Activity activity, MessageReference? instead = null)
    {
        var place = turn.Conversation;
        try
        {
            if (instead is not null)
            {
                await connector.UpdateAsync(place.Service, place.RoomId, instead.MessageId, activity, CancellationToken.None);
                return;
            }

            var chat = place is { IsDirect: true, ToOpenWith: null } ? place.RoomId : await connector.OpenPersonalChatAsync(place.Service, place.Tenant, turn.Actor.UserId, CancellationToken.None);
            await connector.SendAsync(place.Service, chat, activity, CancellationToken.None);
        }
        catch (ConnectorException failed)
        {
            LogNotTold(turn.Id, failed.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not tell the person of turn {TurnId}: {Error}")]
    private partial void LogNotTold(string turnId, string error);
}
