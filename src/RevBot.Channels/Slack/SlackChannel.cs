using RevBot.Channels.Slack.Protocol;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Slack;

/// <summary>The way out to Slack: posts, whispers and edits, in threads, and says what became of it.</summary>
internal sealed class SlackChannel(SlackApi api, SlackIdentity identity, SlackPeople people, SlackChats chats, SlackAudiences audiences, SlackHome home) : IChannel
{
    private readonly PartedSending _parted = new();

    public string Name => SlackTranslator.Channel;

    public ChannelAbilities Abilities => ChannelAbilities.Dialogs | ChannelAbilities.Updates | ChannelAbilities.Whispers;

    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return message switch
            {
                { Kind: OutboundKind.Home, OnlyFor: { } person } => await home.PublishAsync(message, person, cancellationToken),
                { Kind: OutboundKind.Prompts } => await home.SuggestAsync(message, cancellationToken),
                _ => await SendInAnyShapeAsync(await OpenChatAsync(message, cancellationToken), cancellationToken),
            };
        }
        catch (SlackApiException failed)
        {
            var outcome = SlackSendFailure.ToOutcome(failed);
            if (outcome is not SendOutcome.Retry)
            {
                _parted.Forget(message.Id);
            }

            return outcome;
        }
    }

    public Task<ActorProfile?> GetProfileAsync(Actor actor, CancellationToken cancellationToken) => people.GetProfileAsync(actor.UserId, cancellationToken);

    public ValueTask<PersonSearch> FindPersonAsync(PersonAddress person, CancellationToken cancellationToken) => people.FindAsync(person, cancellationToken);

    public ValueTask<Audience> AudienceOfAsync(ConversationReference place, CancellationToken cancellationToken) =>
        place.IsDirect ? ValueTask.FromResult(Audience.Alone) : audiences.OfAsync(place.RoomId, cancellationToken);

    public ValueTask<ConversationReference?> FindRoomAsync(RoomAddress room, CancellationToken cancellationToken) => ValueTask.FromResult(
        room.ByChannel.TryGetValue(Name, out var id) && id.Length > 0
            ? new ConversationReference(Name, identity.Known?.TeamId ?? string.Empty, id)
            : null);

    /// <summary>What is for a person goes to their direct chat, which is opened here and not when they are found: a refusal is this message's alone.</summary>
    private async ValueTask<OutboundMessage> OpenChatAsync(OutboundMessage message, CancellationToken cancellationToken) =>
        message is { Target: null, To.ToOpenWith: { } person }
            ? message with { To = message.To with { RoomId = await chats.OpenAsync(person, cancellationToken) } }
            : message;

    /// <summary>Not every workspace takes every kind of block: where one is refused, once more with tables and charts written as text.</summary>
    private async Task<SendOutcome> SendInAnyShapeAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await SendOnceAsync(message, int.MaxValue, cancellationToken);
        }
        catch (SlackApiException refused) when (refused.Error is "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long")
        {
            return await SendOnceAsync(message, 0, cancellationToken);
        }
    }

    private Task<SendOutcome> SendOnceAsync(OutboundMessage message, int tables, CancellationToken cancellationToken) => message.Kind switch
    {
        OutboundKind.Update => UpdateAsync(message, Math.Min(tables, 1), cancellationToken),
        OutboundKind.Whisper when message is { OnlyFor: { } reader, To: { IsDirect: false, ReplyAddress: null } } => WhisperAsync(message, reader, tables, cancellationToken),
        _ => PostAsync(message, message.To, tables, cancellationToken),
    };

    private Task<SendOutcome> PostAsync(OutboundMessage message, ConversationReference to, int tables, CancellationToken cancellationToken) =>
        SendPartsAsync(message, tables, async part =>
        {
            if (to.ReplyAddress is { } address)
            {
                await api.RespondAsync(address, new ReplyRequest { ResponseType = "ephemeral", Text = part.Text, Blocks = part.Blocks }, cancellationToken);

                // Slack does not say where it stands; the buttons on it bring their own address.
                return new MessageReference(Name, to.Tenant, to.RoomId, message.Id, to.ThreadId, address);
            }

            var posted = await api.PostMessageAsync(
                new MessageRequest
                {
                    Channel = to.RoomId,
                    ThreadTs = to.ThreadId,
                    Text = part.Text,
                    Blocks = part.Blocks,
                    Metadata = new MessageMetadata("revbot_message", new MessageKey(message.Id)),
                    UnfurlLinks = false,
                    UnfurlMedia = false,
                },
                cancellationToken);
            return ReferenceTo(posted, to);
        });

    private async Task<SendOutcome> WhisperAsync(OutboundMessage message, Actor reader, int tables, CancellationToken cancellationToken)
    {
        try
        {
            return await SendPartsAsync(message, tables, async part => ReferenceTo(
                await api.PostEphemeralAsync(
                    new MessageRequest { Channel = message.To.RoomId, User = reader.UserId, ThreadTs = message.To.ThreadId, Text = part.Text, Blocks = part.Blocks },
                    cancellationToken),
                message.To));
        }
        catch (SlackApiException failed) when (failed.Error is "user_not_in_channel" or "not_in_channel" or "channel_not_found")
        {
            var chat = await chats.OpenAsync(reader, cancellationToken);
            return await PostAsync(message, message.To with { RoomId = chat, ThreadId = null, IsDirect = true }, tables, cancellationToken);
        }
    }

    private async Task<SendOutcome> UpdateAsync(OutboundMessage message, int tables, CancellationToken cancellationToken)
    {
        if (message.Target is not { } target)
        {
            return new SendOutcome.Rejected("The message to edit is not known.");
        }

        var face = BlockKitRenderer.RenderOne(message.Card, tables);
        if (target.ReplyAddress is { } address)
        {
            await api.RespondAsync(address, new ReplyRequest { ReplaceOriginal = true, Text = face.Text, Blocks = face.Blocks }, cancellationToken);
        }
        else
        {
            await api.UpdateMessageAsync(new MessageRequest { Channel = target.RoomId, Ts = target.MessageId, Text = face.Text, Blocks = face.Blocks }, cancellationToken);
        }

        return new SendOutcome.Delivered(target);
    }

    private Task<SendOutcome> SendPartsAsync(OutboundMessage message, int tables, Func<SlackMessage, Task<MessageReference>> send) =>
        _parted.SendAsync(message.Id, BlockKitRenderer.RenderMessages(message.Card, tables), (part, _) => send(part));

    private MessageReference ReferenceTo(PostedMessage posted, ConversationReference to) =>
        new(Name, to.Tenant, posted.Channel ?? to.RoomId, posted.Ts ?? posted.MessageTs ?? string.Empty, to.ThreadId);
}
