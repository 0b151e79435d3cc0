using Microsoft.Extensions.Options;
using RevBot.Channels.Teams.Auth;
using RevBot.Channels.Teams.Cards;
using RevBot.Channels.Teams.Connector;
using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams;

/// <summary>The way out to Teams: posts and edits in chats, channels and their threads, whispers by personal chat, and says what became of it.</summary>
internal sealed class TeamsChannel(ConnectorClient connector, TeamsRooms rooms, TeamsPeople people, TeamsAudiences audiences, TypingIndicator typing, LocalMode local, IOptions<TeamsOptions> options) : IChannel
{
    private static readonly Card NoPersonalChat = Card.Text("The answer is for you alone, and I can't write to you in person yet: add the app for yourself (Apps in Teams' side bar), then ask me in our chat.");

    private readonly PartedSending _parted = new();

    public string Name => TeamsTranslator.Channel;

    public ChannelAbilities Abilities => ChannelAbilities.Dialogs | ChannelAbilities.Updates | ChannelAbilities.Whispers | ChannelAbilities.FormsInMessages | ChannelAbilities.AnswersClicks;

    public async Task<SendOutcome> SendAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        typing.End(message.To);
        try
        {
            message = await ServedNowAsync(message, cancellationToken);
            if (message is { Target: null, To.ToOpenWith: { } person })
            {
                return await TellAsync(message, person, cancellationToken);
            }

            return message switch
            {
                { Kind: OutboundKind.Update, Target: null } => new SendOutcome.Rejected("The message to edit is not known."),
                { Kind: OutboundKind.Update, Target: { MessageId.Length: > 0 } target } => await UpdateAsync(message, target, cancellationToken),
                { Kind: OutboundKind.Whisper, OnlyFor: { } reader, To.IsDirect: false } => await WhisperAsync(message, reader, cancellationToken),

                // Also the new face of a message whose id Teams did not tell: it cannot be replaced, so it is said anew.
                _ => await PostAsync(message, message.To, cancellationToken),
            };
        }
        catch (ConnectorException failed)
        {
            if (!failed.IsTransient)
            {
                _parted.Forget(message.Id);
            }

            if (TeamsSendFailure.IsRoomLost(failed, message.To.ThreadId))
            {
                var name = await rooms.NameOfAsync(message.To, cancellationToken);
                await rooms.RemoveAsync(message.To, cancellationToken);
                return TeamsSendFailure.ToLost(failed, name);
            }

            return TeamsSendFailure.ToOutcome(failed);
        }
    }

    public async Task<ActorProfile?> GetProfileAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (rooms.WhereIs(actor) is not { } place)
        {
            return null;
        }

        try
        {
            var member = await connector.GetMemberAsync(place.Service, place.RoomId, actor.UserId, cancellationToken);
            return local.Limit(ProfileOf(member, actor.Tenant));
        }
        catch (ConnectorException failed) when (failed.Status == 404)
        {
            return new ActorProfile(null, null, null);
        }
        catch (ConnectorException)
        {
            return null;
        }
    }

    public ValueTask<ConversationReference?> FindRoomAsync(RoomAddress room, CancellationToken cancellationToken) => rooms.FindAsync(room, cancellationToken);

    public ValueTask<string?> WhyNoRoomAsync(RoomAddress room, CancellationToken cancellationToken) => rooms.WhyNotAsync(room, cancellationToken);

    public ValueTask<PersonSearch> FindPersonAsync(PersonAddress person, CancellationToken cancellationToken) => people.FindAsync(person, GetProfileAsync, cancellationToken);

    public async ValueTask<Audience> AudienceOfAsync(ConversationReference place, CancellationToken cancellationToken) => place.IsDirect || TeamsRoomIds.IsPersonal(place.RoomId)
        ? Audience.Alone
        : await audiences.OfAsync(place with { Service = await ServiceOfAsync(place, cancellationToken) }, member => ProfileOf(member, place.Tenant), cancellationToken);

    /// <summary>Teams tells time zone and locale with every turn instead.</summary>
    private static ActorProfile ProfileOf(ChannelAccount member, string tenant)
    {
        var email = member.Email is { Length: > 0 } told ? told : member.UserPrincipalName;
        return new ActorProfile(member.Name, IsAnonymous(member) || string.IsNullOrWhiteSpace(email) ? null : email, TimeZone: null, IsGuest(member, tenant));
    }

    private static bool IsAnonymous(ChannelAccount member) => "anonymous".Equals(member.UserRole, StringComparison.OrdinalIgnoreCase);

    /// <summary>The role is not always told; the name an organisation gives its guests says it, too.</summary>
    private static bool IsGuest(ChannelAccount member, string tenant) =>
        IsAnonymous(member)
        || "guest".Equals(member.UserRole, StringComparison.OrdinalIgnoreCase)
        || member.UserPrincipalName?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) == true
        || (tenant != LocalMode.Tenant && member.TenantId is { Length: > 0 } home && !home.Equals(tenant, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where a room is served may have changed since the message was stored.</summary>
    private async ValueTask<OutboundMessage> ServedNowAsync(OutboundMessage message, CancellationToken cancellationToken)
    {
        var service = await ServiceOfAsync(message.To, cancellationToken);
        return message with { To = message.To with { Service = service }, Target = message.Target is { } target ? target with { Service = service } : null };
    }

    private async ValueTask<string?> ServiceOfAsync(ConversationReference place, CancellationToken cancellationToken) =>
        await rooms.ServiceOfAsync(place.Tenant, place.RoomId, cancellationToken) ?? place.Service ?? await rooms.ServiceOfAsync(place.Tenant, cancellationToken);

    /// <summary>What is for a person goes to their own chat, which is opened here and not when they are found: a refusal is this message's alone.</summary>
    private async Task<SendOutcome> TellAsync(OutboundMessage message, Actor person, CancellationToken cancellationToken)
    {
        try
        {
            var chat = await people.OpenChatAsync(message.To.Service, person, cancellationToken);
            return await PostAsync(message, message.To with { RoomId = chat }, cancellationToken);
        }
        catch (ConnectorException refused) when (refused.Status == 403 || TeamsSendFailure.IsRoomLost(refused, threadId: null))
        {
            people.Lost(person);
            _parted.Forget(message.Id);
            return TeamsSendFailure.ToPersonalOutcome(refused);
        }
    }

    /// <summary>What only one person may see goes to their own chat, never to the room; when they have none, the room is told no more than that.</summary>
    private async Task<SendOutcome> WhisperAsync(OutboundMessage message, Actor reader, CancellationToken cancellationToken)
    {
        string chat;
        try
        {
            chat = await people.OpenChatAsync(message.To.Service, reader, cancellationToken);
        }
        catch (ConnectorException refused) when (refused.Status == 403)
        {
            return await PostAsync(message with { Card = NoPersonalChat, Form = null }, message.To, cancellationToken);
        }

        return await PostAsync(message, message.To with { Tenant = reader.Tenant, RoomId = chat, ThreadId = null, IsDirect = true }, cancellationToken);
    }

    /// <summary>Where the first part begins a thread, the others follow in it.</summary>
    private Task<SendOutcome> PostAsync(OutboundMessage message, ConversationReference to, CancellationToken cancellationToken) => _parted.SendAsync(
        message.Id,
        TeamsMessages.Render(message, PlaceOf(to)),
        (part, before) => PostOneAsync(part, to with { ThreadId = before?.ThreadId ?? to.ThreadId }, message, cancellationToken));

    private async Task<MessageReference> PostOneAsync(Activity part, ConversationReference to, OutboundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await PostOnceAsync(part, to, cancellationToken);
        }
        catch (ConnectorException failed) when (failed.Status == 413)
        {
            return await PostOnceAsync(TeamsMessages.AsText(message.Card), to, cancellationToken);
        }
    }

    /// <summary>Said in a channel without a thread, a message begins one.</summary>
    private async Task<MessageReference> PostOnceAsync(Activity part, ConversationReference to, CancellationToken cancellationToken)
    {
        if (to is { IsDirect: false, ThreadId: null } && TeamsRoomIds.IsChannel(to.RoomId))
        {
            var begun = await connector.BeginThreadAsync(to.Service, to.Tenant, to.RoomId, part, cancellationToken);
            var root = begun.ActivityId ?? (begun.Id is { } id ? ConversationAccount.Split(id).Thread : null);
            return new MessageReference(Name, to.Tenant, to.RoomId, root ?? string.Empty, root, Service: to.Service);
        }

        var sent = await connector.SendAsync(to.Service, ConversationAccount.Join(to.RoomId, to.ThreadId), part, cancellationToken);
        return new MessageReference(Name, to.Tenant, to.RoomId, sent.Id ?? string.Empty, to.ThreadId, Service: to.Service);
    }

    private async Task<SendOutcome> UpdateAsync(OutboundMessage message, MessageReference target, CancellationToken cancellationToken)
    {
        try
        {
            await PutAsync(TeamsMessages.Render(message, PlaceOf(message.To))[^1]);
        }
        catch (ConnectorException failed) when (failed.Status == 413)
        {
            await PutAsync(TeamsMessages.AsText(message.Card));
        }

        return new SendOutcome.Delivered(target);

        Task PutAsync(Activity face) =>
            connector.UpdateAsync(target.Service, ConversationAccount.Join(target.RoomId, target.ThreadId), target.MessageId, face, cancellationToken);
    }

    private CardPlace PlaceOf(ConversationReference to) => CardPlace.In(to, options.Value);
}
