using System.Security.Cryptography;
using System.Text;
using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Slack;

/// <summary>Slack's events, commands and clicks as turns. Null for what is not said to the bot: its own messages, other bots, edits, chatter in rooms, and whatever names people and places as Slack does not.</summary>
internal static class SlackTranslator
{
    /// <summary>Name of the channel in turns and references.</summary>
    public const string Channel = "slack";

    /// <summary>What follows it makes an action id unique among the buttons of a message and is no part of the action's name.</summary>
    public const char RepeatMark = '#';

    private const string WhenNothingIsSaid = "help";

    /// <param name="ownUserId">The bot's user where the envelope does not name it; null while it is unknown.</param>
    public static Turn? FromEvent(EventEnvelope envelope, string? ownUserId, DateTimeOffset now)
    {
        if (envelope is not { Type: "event_callback", EventId: { Length: > 0 } eventId, Event: { Channel: { Length: > 0 } room } happened })
        {
            return null;
        }

        var botUserId = envelope.BotUserId ?? ownUserId;
        var tenant = envelope.InstallTeamId ?? envelope.TeamId ?? string.Empty;
        return PlatformIds.Sound(happened.Type switch
        {
            "app_mention" when IsWrittenByAPerson(happened, botUserId) =>
                Said(new ConversationReference(Channel, tenant, room, happened.ThreadTs ?? happened.Ts), isMention: true),

            // In rooms only mentions are meant for the bot, and each comes as app_mention too: what comes as message there is a twin or chatter.
            "message" when happened.ChannelType == "im" && IsWrittenByAPerson(happened, botUserId) =>
                Said(new ConversationReference(Channel, tenant, room, happened.ThreadTs, IsDirect: true), isMention: false),

            "app_home_opened" when happened is { Tab: "home" or "messages", User: { Length: > 0 } user } && user != botUserId =>
                TurnOf(user, new ConversationReference(Channel, tenant, room, IsDirect: true), happened.Tab == "home" ? new TurnInput.HomeOpened() : new TurnInput.ChatOpened()),

            "member_joined_channel" when botUserId is not null && happened.User == botUserId =>
                TurnOf(happened.Inviter ?? botUserId, new ConversationReference(Channel, tenant, room), new TurnInput.Welcome()),
            _ => null,
        });

        Turn Said(ConversationReference conversation, bool isMention)
        {
            var text = SlackText.ToPlain(happened.Text ?? string.Empty, botUserId, isMention);
            return TurnOf(happened.User ?? string.Empty, conversation, new TurnInput.Said(text.Length == 0 ? WhenNothingIsSaid : text));
        }

        Turn TurnOf(string userId, ConversationReference conversation, TurnInput input) => new()
        {
            Id = string.Concat("slack:", eventId),
            ReceivedAt = now,
            Actor = new Actor(Channel, tenant, userId),
            Conversation = conversation,
            Input = input,
        };
    }

    public static Turn? FromCommand(SlashCommand command, DateTimeOffset now)
    {
        if (command is not { UserId: { Length: > 0 } userId, ChannelId: { Length: > 0 } room, TriggerId: { Length: > 0 } trigger })
        {
            return null;
        }

        var tenant = command.TeamId ?? string.Empty;
        var text = SlackText.ToPlain(command.Text ?? string.Empty, botUserId: null);
        return PlatformIds.Sound(new Turn
        {
            Id = $"slack:command:{Digest(trigger)}",
            ReceivedAt = now,
            Actor = new Actor(Channel, tenant, userId),
            Conversation = new ConversationReference(Channel, tenant, room, IsDirect: IsDirect(room, command.ChannelName), ReplyAddress: command.ResponseUrl),
            Input = new TurnInput.Said(text.Length == 0 ? WhenNothingIsSaid : text),
        });
    }

    /// <summary>A click, a changed field of a form, or a submission.</summary>
    public static Turn? FromInteraction(Interaction interaction, DateTimeOffset now)
    {
        if (interaction.User?.Id is not { Length: > 0 } userId)
        {
            return null;
        }

        var tenant = interaction.View?.AppInstalledTeamId ?? interaction.Team?.Id ?? interaction.User.TeamId ?? string.Empty;
        return PlatformIds.Sound(interaction switch
        {
            { Type: "view_submission", View: { CallbackId: SlackModalRenderer.CallbackId } view } when ViewMetadata.Read(view.PrivateMetadata) is { } metadata =>
                TurnOf("submission", interaction.TriggerId ?? $"{view.Id}:{view.Hash}", ConversationOf(metadata), new TurnInput.FormSubmission(metadata.SessionId, SlackModalRenderer.ReadValues(view.State)) { Shown = SlackModalRenderer.ShownIn(view.State) }),
            { Type: "block_actions", View: { CallbackId: SlackModalRenderer.CallbackId } view, Actions: [var action, ..] } when ViewMetadata.Read(view.PrivateMetadata) is { } metadata =>
                TurnOf("opening", interaction.TriggerId ?? $"{view.Id}:{action.ActionTs}", ConversationOf(metadata), new TurnInput.FormOpening(metadata.SessionId, SlackModalRenderer.ReadValues(view.State), MessageOf(metadata))
                {
                    Keeps = action.ActionId == TurnActions.KeepForm,
                    IsBack = action.ActionId == TurnActions.BackForm,
                    Shown = SlackModalRenderer.ShownIn(view.State),
                }),
            { Type: "block_actions", View: { Type: "home" } home, Actions: [{ ActionId: { Length: > 0 } actionId } action, ..] } =>
                TurnOf("click", interaction.TriggerId ?? $"{home.Id}:{action.ActionTs}", ChatOf(home), new TurnInput.ButtonClick(NameOf(actionId), ValueOf(action), null)),
            { Type: "shortcut", CallbackId: { Length: > 0 } shortcut, TriggerId: { Length: > 0 } trigger } =>
                TurnOf("shortcut", trigger, ChatOf(null), new TurnInput.ButtonClick(shortcut, string.Empty, null)),
            { Type: "message_action", CallbackId: { Length: > 0 } shortcut, TriggerId: { Length: > 0 } trigger, Channel.Id: { Length: > 0 } room, Message: { } message } when (interaction.MessageTs ?? message.Ts) is { Length: > 0 } ts =>
                TurnOf("shortcut", trigger, ChatOf(null), new TurnInput.ButtonClick(shortcut, string.Empty, null)
                {
                    About = new PickedMessage(SlackText.ToPlain(message.Text ?? string.Empty, botUserId: null), new MessageReference(Channel, tenant, room, ts, message.ThreadTs)),
                }),
            { Type: "block_actions", View: null, Actions: [{ ActionId: { Length: > 0 } actionId } action, ..] } => Click(actionId, action),
            _ => null,
        });

        Turn? Click(string actionId, InputValue action)
        {
            var container = interaction.Container;
            if ((interaction.Channel?.Id ?? container?.ChannelId) is not { Length: > 0 } room)
            {
                return null;
            }

            var ts = container?.MessageTs ?? interaction.Message?.Ts;
            var isDirect = IsDirect(room, interaction.Channel?.Name);
            var thread = container?.ThreadTs ?? interaction.Message?.ThreadTs ?? (isDirect || container?.IsEphemeral == true ? null : ts);
            var replyAddress = container?.IsEphemeral == true ? interaction.ResponseUrl : null;
            var message = ts is null ? null : new MessageReference(Channel, tenant, room, ts, thread, replyAddress);
            return TurnOf(
                "click",
                interaction.TriggerId ?? $"{userId}:{ts}:{action.ActionTs}",
                new ConversationReference(Channel, tenant, room, thread, isDirect, replyAddress),
                new TurnInput.ButtonClick(NameOf(actionId), ValueOf(action), message));
        }

        // What stands in no room is answered in the person's direct chat, which their Home tab knows.
        ConversationReference ChatOf(SubmittedView? home) => home?.PrivateMetadata is { } chat && chat.StartsWith('D')
            ? new ConversationReference(Channel, tenant, chat, IsDirect: true)
            : ConversationReference.ChatWith(new Actor(Channel, tenant, userId));

        ConversationReference ConversationOf(ViewMetadata metadata) => new(Channel, tenant, metadata.RoomId, metadata.ThreadId, metadata.IsDirect, metadata.ReplyAddress);

        MessageReference? MessageOf(ViewMetadata metadata) =>
            metadata.MessageTs is null ? null : new MessageReference(Channel, tenant, metadata.RoomId, metadata.MessageTs, metadata.ThreadId, metadata.ReplyAddress);

        Turn TurnOf(string kind, string unique, ConversationReference conversation, TurnInput input) => new()
        {
            Id = $"slack:{kind}:{Digest(unique)}",
            ReceivedAt = now,
            Actor = new Actor(Channel, tenant, userId),
            Conversation = conversation,
            Input = input,
        };
    }

    private static string NameOf(string actionId) => actionId.Split(RepeatMark)[0];

    private static string ValueOf(InputValue action) => action.Value ?? action.SelectedOption?.Value ?? action.SelectedDate ?? string.Empty;

    /// <summary>Not the bot, not another bot, not Slack itself; not an edit, a deletion or another notice about a message.</summary>
    private static bool IsWrittenByAPerson(SlackEvent happened, string? botUserId) =>
        happened is { BotId: null, IsEdited: false, User: { Length: > 0 } user, Subtype: null or "file_share" or "thread_broadcast" }
        && user != botUserId
        && user is not ("USLACKBOT" or "USLACK");

    private static bool IsDirect(string roomId, string? roomName) => roomName == "directmessage" || roomId.StartsWith('D');

    /// <summary>Triggers are secrets while they live: the id is made from one without telling it.</summary>
    private static string Digest(string unique)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(unique), hash);
        return Convert.ToHexStringLower(hash[..12]);
    }
}
