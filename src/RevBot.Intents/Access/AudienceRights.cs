using RevBot.Conversation.Outbox;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Access;

/// <summary>What everybody who reads in a place may see: what the least privileged of them may. Pure.</summary>
public static class AudienceRights
{
    /// <summary>Who the readers are in the company; null for each whom it does not know: guests, strangers, people who left.</summary>
    public static IReadOnlyList<Person?> ReadersOf(Audience.Known audience, PipelineSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(audience);
        ArgumentNullException.ThrowIfNull(snapshot);
        var people = snapshot.People.Values
            .Where(person => person is { Active: true, Email.Length: > 0 })
            .GroupBy(person => (person.Email ?? "").Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.MinBy(person => person.Id.Value, StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);
        return [.. audience.People.Select(profile => profile.IsGuest ? null : people.GetValueOrDefault((profile.Email ?? "").Trim()))];
    }

    /// <param name="deal">Null for deals at large.</param>
    public static bool MayAllSee(IEnumerable<Person?> readers, Deal? deal) => readers.All(reader => DealRights.MaySee(reader, deal));
}
