using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams;

/// <summary>What Teams sends, as turns. Null for what is not said to the bot: other bots, chatter in rooms, edits of it, reactions, receipts, and whatever names people and places as Teams does not.</summary>
internal static class TeamsTranslator
{
    /// <summary>Name of the channel in turns and references.</summary>
    public const string Channel = "teams";

    private const string WhenNothingIsSaid = "help";
    private const int LongestId = 200;

    /// <summary>A sentence, an edited sentence, or the bot's first day in a conversation.</summary>
    /// <param name="tenant">The organisation, as the door has checked it.</param>
    public static Turn? FromActivity(Activity activity, string tenant, DateTimeOffset now) => PlatformIds.Sound(activity switch
    {
        { Type: "message", Value: null } when IsAddressed(activity) => Said(activity, tenant, edited: null, now),
        { Type: "message", Value: not null, Text.Length: > 0 } when IsAddressed(activity) => Said(activity, tenant, edited: null, now),
        { Type: "messageUpdate", ChannelData.EventType: "editMessage", Text.Length: > 0 } when IsAddressed(activity) =>
            Said(activity, tenant, activity.Timestamp?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? Digest(activity.Text), now),
        { Type: "conversationUpdate" } => Welcome(activity, tenant, now),
        _ => null,
    });

    /// <summary>What somebody did on a card, with the id of this very press.</summary>
    public static Turn? FromPress(Activity activity, string tenant, TurnInput input, DateTimeOffset now) =>
        activity.From?.Id is { Length: > 0 } && PlaceOf(activity, tenant) is { } place
            ? PlatformIds.Sound(TurnOf(activity, place, activity.Id is { Length: > 0 } ? PressIdOf(activity) : IdOf("press", Guid.CreateVersion7(now).ToString("n")), input, now))
            : null;

    /// <summary>One press has one id however often it is delivered; another person's, or one with other values, has another.</summary>
    public static string PressIdOf(Activity activity) =>
        IdOf("press", Digest(string.Join('\n', activity.Conversation?.Id, activity.Id, activity.From?.Id, activity.Name, activity.Value?.GetRawText())));

    /// <summary>Where it happened, as a place to answer at; null when it says no place.</summary>
    public static ConversationReference? PlaceOf(Activity activity, string tenant)
    {
        if (activity.Conversation is not { Id: { Length: > 0 } id } conversation)
        {
            return null;
        }

        var (room, thread) = ConversationAccount.Split(id);
        var isChannel = conversation.ConversationType == "channel" || thread is not null;
        var isDirect = !isChannel && (conversation.ConversationType ?? (conversation.IsGroup == true ? "groupChat" : "personal")) == "personal";

        // The first message of a thread names none yet.
        thread ??= isChannel && activity.Type is "message" or "messageUpdate" ? activity.Id : null;
        return new ConversationReference(Channel, tenant, room, isChannel ? thread : null, isDirect, Service: activity.ServiceUrl);
    }

    /// <summary>The message of ours that was pressed.</summary>
    public static MessageReference? PressedOn(Activity activity, ConversationReference place) =>
        activity.ReplyToId is { Length: > 0 } message ? new MessageReference(Channel, place.Tenant, place.RoomId, message, place.ThreadId, Service: place.Service) : null;

    public static Actor? ActorOf(Activity activity, string tenant) => activity.From?.Id is { Length: > 0 } user ? new Actor(Channel, tenant, user) : null;

    /// <summary>What the client says of whoever writes; a zone that is not known here, and what is no name of a locale, is left out.</summary>
    private static ClientInfo? ClientOf(Activity activity)
    {
        var told = activity.Entities?.FirstOrDefault(entity => entity?.Type == "clientInfo");
        var zone = (told?.Timezone ?? activity.LocalTimezone) is { Length: > 0 and < 64 } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _) ? id : null;
        var locale = (activity.Locale ?? told?.Locale) is { Length: > 0 and <= 35 } name && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? name : null;
        return zone is null && locale is null ? null : new ClientInfo(zone, locale);
    }

    private static bool IsAddressed(Activity activity) =>
        activity is { From: { Id: { Length: > 0 } user } from, Id.Length: > 0 }
        && user != activity.Recipient?.Id
        && from.Role is null or "user"
        && (PlaceOf(activity, string.Empty) is { IsDirect: true } || TeamsText.IsMentioned(activity));

    private static Turn? Said(Activity activity, string tenant, string? edited, DateTimeOffset now)
    {
        if (PlaceOf(activity, tenant) is not { } place)
        {
            return null;
        }

        var text = TeamsText.ToPlain(activity);
        return TurnOf(activity, place, IdOf(activity.Conversation?.Id, activity.Id, edited), new TurnInput.Said(text.Length == 0 ? WhenNothingIsSaid : text), now);
    }

    /// <summary>A person found their chat with the bot, or the bot was added to a room; said once for each.</summary>
    private static Turn? Welcome(Activity activity, string tenant, DateTimeOffset now)
    {
        var bot = activity.Recipient?.Id;
        var added = (activity.MembersAdded ?? []).Where(member => member?.Id is { Length: > 0 }).ToList();
        if (PlaceOf(activity, tenant) is not { } place || !added.Exists(member => (member.Id == bot) != place.IsDirect))
        {
            return null;
        }

        var person = added.Find(member => member.Id != bot)?.Id ?? activity.From?.Id ?? bot ?? string.Empty;
        var welcome = TurnOf(activity with { From = new ChannelAccount { Id = person } }, place with { ThreadId = null }, IdOf("welcome", place.RoomId), new TurnInput.Welcome(), now);

        // Whoever added them wrote from a client of their own.
        return person == activity.From?.Id ? welcome : welcome with { Client = null };
    }

    private static Turn TurnOf(Activity activity, ConversationReference place, string id, TurnInput input, DateTimeOffset now) => new()
    {
        Id = id,
        ReceivedAt = now,
        Actor = new Actor(Channel, place.Tenant, activity.From?.Id ?? string.Empty),
        Client = ClientOf(activity),
        Conversation = place,
        Input = input,
    };

    private static string IdOf(params ReadOnlySpan<string?> parts)
    {
        var id = Channel;
        foreach (var part in parts)
        {
            id = part is null ? id : $"{id}:{part}";
        }

        return id.Length <= LongestId ? id : $"{Channel}:{Digest(id)}";
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
