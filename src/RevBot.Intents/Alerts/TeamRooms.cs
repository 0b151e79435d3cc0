using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;

namespace RevBot.Intents.Alerts;

/// <summary>Where a team, or one person, reads.</summary>
/// <param name="Team">The team's name, or the person's.</param>
/// <param name="Rooms">Rooms, or a direct chat.</param>
/// <param name="WhyNot">Why a platform's room was not to be found, a sentence for each.</param>
public sealed record TeamRooms(string Team, IReadOnlyList<ConversationReference> Rooms, IReadOnlyList<string> WhyNot)
{
    /// <summary>Whether it is one person's direct chat: told on one platform they are not told again on another.</summary>
    public bool IsPerson { get; init; }

    /// <summary>Who gets the details in person, since not everybody in the rooms may see them.</summary>
    public IReadOnlyList<KnownPerson> InPerson { get; init; } = [];

    /// <summary>By whose clock quiet hours are meant; null for the company's.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>The chat of one of <see cref="InPerson"/> as where they read.</summary>
    public static TeamRooms Of(string name, KnownPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new TeamRooms(name, [person.Chat], []) { IsPerson = true, Zone = person.Zone };
    }

    /// <summary>The same with the team before each: "EMEA: 2 channels …".</summary>
    public IEnumerable<string> Missed => WhyNot.Select(why => $"{Team}: {why}");
}
