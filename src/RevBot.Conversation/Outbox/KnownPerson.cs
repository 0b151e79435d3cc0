using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>Somebody a channel can speak to.</summary>
/// <param name="Actor">Who they are there.</param>
/// <param name="TimeZone">IANA id as the platform tells it; null where it does not, then the company's holds.</param>
/// <param name="Chat">Their direct chat: a message to them is a post there. It may be opened only when something is sent; a refusal then is that message's alone.</param>
public sealed record KnownPerson(Actor Actor, string? TimeZone, ConversationReference Chat)
{
    /// <summary>By which clock they read; null where the company's holds.</summary>
    public TimeZoneInfo? Zone => ZoneName.Find(TimeZone);
}
