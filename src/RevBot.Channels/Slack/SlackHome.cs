using Microsoft.Extensions.Logging;
using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Slack;

/// <summary>What people see of the bot before they say anything: their Home tab, and the sentences offered in their chat. An app that has no such place is asked once and then left alone until the next start.</summary>
internal sealed partial class SlackHome(SlackApi api, SlackChats chats, ILogger<SlackHome> logger)
{
    /// <summary>Names the Home tab in what Slack sends.</summary>
    public const string CallbackId = "revbot-home";

    /// <summary>Slack shows no more.</summary>
    private const int MostPrompts = 4;

    private volatile bool _isOff;
    private volatile bool _offersNothing;

    public async Task<SendOutcome> PublishAsync(OutboundMessage message, Actor person, CancellationToken cancellationToken)
    {
        if (_isOff)
        {
            return Done(message);
        }

        try
        {
            await api.PublishHomeAsync(person.UserId, new HomeView(CallbackId, chats.Find(person), BlockKitRenderer.RenderHome(message.Card)), cancellationToken);
            return Done(message);
        }
        catch (SlackApiException refused) when (refused.Error == "not_enabled")
        {
            // Kept as what could not be sent, once: doctor tells it.
            _isOff = true;
            LogHomeIsOff();
            return SlackSendFailure.ToOutcome(refused);
        }
    }

    /// <summary>Only an offer: what fails is not tried again, and by the next time the chat is opened it is made anew.</summary>
    public async Task<SendOutcome> SuggestAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        if (_offersNothing || message.Prompts is not { Count: > 0 } prompts)
        {
            return Done(message);
        }

        try
        {
            await api.SetSuggestedPromptsAsync(message.To.RoomId, [.. prompts.Take(MostPrompts).Select(prompt => new SuggestedPrompt(prompt.Title, prompt.Sentence))], cancellationToken);
        }
        catch (SlackApiException failed)
        {
            if (!failed.IsTransient)
            {
                _offersNothing = true;
                LogOffersNothing(failed.Error);
            }
        }

        return Done(message);
    }

    private static SendOutcome.Delivered Done(OutboundMessage message) => new(new MessageReference(message.To.Channel, message.To.Tenant, message.To.RoomId, message.Id));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The app's Home tab is off: switch it on under App Home. Nothing is published there until the next start.")]
    private partial void LogHomeIsOff();

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack takes no suggested prompts for this app ({Error}); none are offered until the next start.")]
    private partial void LogOffersNothing(string error);
}
