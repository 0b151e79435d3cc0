using Microsoft.Extensions.Logging;
using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Slack;

/// <summary>What is done with what Slack sends, the same over HTTP and over a socket. What is said is stored before Slack is told; clicks and forms are answered at once.</summary>
internal sealed partial class SlackRequestHandler(
    IInbox inbox, ITurnRunner runner, IFormOptions options, SlackApi api, SlackIdentity identity, SlackAudiences audiences, SlackChats chats, TimeProvider time, ILogger<SlackRequestHandler> logger)
{
    /// <summary>Slack waits three seconds; the rest is for the way.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(2.5);

    /// <summary>Returns when the event is stored durably, or was not meant for the bot.</summary>
    public ValueTask<bool> AcceptAsync(EventEnvelope envelope)
    {
        if (envelope.Type == "app_rate_limited")
        {
            LogEventsLimited();
        }

        if (envelope.Event is { Type: "member_joined_channel", Channel: { Length: > 0 } joined })
        {
            audiences.Forget(joined);
        }

        if (SlackTranslator.FromEvent(envelope, identity.Known?.UserId, time.GetUtcNow()) is not { } turn)
        {
            return ValueTask.FromResult(false);
        }

        if (turn.Input is TurnInput.HomeOpened or TurnInput.ChatOpened)
        {
            chats.Keep(turn.Actor, turn.Conversation.RoomId);
        }

        return inbox.AcceptAsync(turn, CancellationToken.None);
    }

    public ValueTask<bool> AcceptAsync(SlashCommand command) => SlackTranslator.FromCommand(command with { ResponseUrl = OfSlack(command.ResponseUrl) }, time.GetUtcNow()) is { } turn
        ? inbox.AcceptAsync(turn, CancellationToken.None)
        : ValueTask.FromResult(false);

    /// <summary>Runs the turn; returns what keeps a modal open, the options that were searched for, or null. Past the deadline Slack is answered and the work goes on.</summary>
    public async Task<InteractionAnswer?> AnswerAsync(Interaction interaction)
    {
        if (interaction.Type == SlackSuggestion.PayloadType)
        {
            return await SuggestAsync(interaction);
        }

        interaction = interaction with { ResponseUrl = OfSlack(interaction.ResponseUrl) };
        if (SlackTranslator.FromInteraction(interaction, time.GetUtcNow()) is not { } turn)
        {
            LogIgnored(interaction.Type ?? "none");
            return null;
        }

        if (turn.Conversation.ToOpenWith is { } person && chats.Find(person) is { } chat)
        {
            turn = turn with { Conversation = turn.Conversation with { RoomId = chat } };
        }

        var work = RunAsync(turn, interaction);
        try
        {
            return await work.WaitAsync(AnswerWithin, time);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            LogSlow(turn.Id);
            _ = FinishLateAsync(work, turn, interaction);
            return null;
        }
    }

    /// <summary>Nothing found is said rather than that the search failed: somebody types on, and that searches again.</summary>
    private async Task<OptionsAnswer> SuggestAsync(Interaction interaction)
    {
        try
        {
            return SlackSuggestion.Read(interaction, time.GetUtcNow()) is { } suggestion
                ? await suggestion.FindAsync(options, CancellationToken.None).WaitAsync(AnswerWithin, time)
                : OptionsAnswer.None;
        }
        catch (Exception failed)
        {
            LogSearchFailed(failed);
            return OptionsAnswer.None;
        }
    }

    private async Task<ViewAnswer?> RunAsync(Turn turn, Interaction interaction)
    {
        var result = await runner.RunAsync(turn, CancellationToken.None);
        if (IsBesideMessages(turn, interaction) && result is { Form: null, Errors.Count: 0, Duplicate: false })
        {
            // What was done may be what stood there to be done.
            await inbox.AcceptAsync(turn with { Id = turn.Id + ":home", Input = new TurnInput.HomeOpened() }, CancellationToken.None);
        }

        if (turn.Input is TurnInput.FormSubmission)
        {
            return result.Errors.Count == 0 ? result.Form is { } next ? new ViewAnswer(null, SlackModalRenderer.Render(next, MetadataOf(next, turn, interaction.View))) : null
                : result.Form is { } more && SlackModalRenderer.LacksFields(result.Errors, more, interaction.View?.State) ? new ViewAnswer(null, SlackModalRenderer.Render(more, MetadataOf(more, turn, interaction.View)))
                : new ViewAnswer(SlackModalRenderer.RenderErrors(result.Errors, interaction.View?.State));
        }

        if (result.Form is { } form)
        {
            await ShowAsync(form, turn, interaction);
        }

        return null;
    }

    /// <summary>What was answered to another address would be lost: then it goes to where it was asked.</summary>
    private string? OfSlack(string? address) => address is not null && api.IsOfSlack(address) ? address : null;

    private static ViewMetadata MetadataOf(OpenForm form, Turn turn, SubmittedView? shown) => ViewMetadata.Read(shown?.PrivateMetadata) ?? new ViewMetadata(form.Session.Id, turn.Conversation.RoomId);

    /// <summary>Pressed on the Home tab or in a menu, or submitted in a modal that was opened there.</summary>
    private static bool IsBesideMessages(Turn turn, Interaction interaction) => turn.Conversation.IsDirect && turn.Input switch
    {
        TurnInput.ButtonClick => interaction is { View.Type: "home" } or { Type: "shortcut" or "message_action" },
        TurnInput.FormSubmission => ViewMetadata.Read(interaction.View?.PrivateMetadata) is { MessageTs: null },
        _ => false,
    };

    private async Task ShowAsync(OpenForm form, Turn turn, Interaction interaction)
    {
        try
        {
            if (interaction.View is { Id: { Length: > 0 } viewId, Type: not "home" } shown)
            {
                await api.UpdateViewAsync(viewId, shown.Hash, SlackModalRenderer.Render(form, MetadataOf(form, turn, shown)), CancellationToken.None);
                return;
            }

            var place = turn.Conversation;
            var message = (turn.Input as TurnInput.ButtonClick)?.Message?.MessageId;
            var view = SlackModalRenderer.Render(form, new ViewMetadata(form.Session.Id, place.RoomId, place.ThreadId, place.IsDirect, message, place.ReplyAddress));
            await api.OpenViewAsync(interaction.TriggerId ?? string.Empty, view, CancellationToken.None);
        }
        catch (SlackApiException failed)
        {
            LogFormNotShown(turn.Id, failed.Message);

            // A newer state of an open form has won, or the form was closed: the person has moved on.
            if (interaction.View is null or { Type: "home" })
            {
                await WhisperAsync("The form could not be opened in time. Please press the button again.", turn, interaction);
            }
        }
    }

    private async Task FinishLateAsync(Task<ViewAnswer?> work, Turn turn, Interaction interaction)
    {
        try
        {
            if (await work is { } answer)
            {
                var why = answer.Errors is { } errors ? string.Join(' ', errors.Values) : "It goes on with more fields.";
                await WhisperAsync($"The form was not saved: {why} Please open it again.", turn, interaction);
            }
        }
        catch (Exception failed)
        {
            // Slack was answered already: nobody else will hear of it.
            LogLateFailure(failed, turn.Id);
        }
    }

    private async Task WhisperAsync(string text, Turn turn, Interaction interaction)
    {
        try
        {
            var place = turn.Conversation;
            if (interaction.ResponseUrl is { Length: > 0 } url)
            {
                await api.RespondAsync(url, new ReplyRequest { ResponseType = "ephemeral", Text = SlackMrkdwn.Escape(text) }, CancellationToken.None);
            }
            else if (place.IsDirect)
            {
                await api.PostMessageAsync(new MessageRequest { Channel = place.ToOpenWith is { } person ? await chats.OpenAsync(person, CancellationToken.None) : place.RoomId, ThreadTs = place.ThreadId, Text = SlackMrkdwn.Escape(text) }, CancellationToken.None);
            }
            else
            {
                await api.PostEphemeralAsync(new MessageRequest { Channel = place.RoomId, ThreadTs = place.ThreadId, User = turn.Actor.UserId, Text = SlackMrkdwn.Escape(text) }, CancellationToken.None);
            }
        }
        catch (SlackApiException failed)
        {
            LogWhisperFailed(turn.Id, failed.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack limits the events it sends us (30,000 an hour): some were not delivered.")]
    private partial void LogEventsLimited();

    [LoggerMessage(Level = LogLevel.Debug, Message = "Ignored an interaction of type {Type}.")]
    private partial void LogIgnored(string type);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {TurnId} took longer than Slack waits; it goes on.")]
    private partial void LogSlow(string turnId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The options of a form could not be searched.")]
    private partial void LogSearchFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The form of turn {TurnId} could not be shown: {Error}")]
    private partial void LogFormNotShown(string turnId, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {TurnId} failed after Slack was answered.")]
    private partial void LogLateFailure(Exception exception, string turnId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not tell the person of turn {TurnId}: {Error}")]
    private partial void LogWhisperFailed(string turnId, string error);
}
