using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Alerts;

/// <summary>People as readers of alerts, in their direct chats.</summary>
public sealed class AlertReaders(AlertRooms rooms)
{
    /// <summary>Null for nobody, somebody who has left, and somebody no channel knows.</summary>
    public async Task<TeamRooms?> OfAsync(Person? person, CancellationToken cancellationToken) =>
        person is { Active: true, Email: { Length: > 0 } email } && await rooms.OfPersonAsync(email, cancellationToken) is { } found
            ? TeamRooms.Of(person.Name, found)
            : null;

    /// <summary>Those of some people who can be spoken to.</summary>
    public async Task<IReadOnlyList<TeamRooms>> OfAsync(IEnumerable<Person> people, CancellationToken cancellationToken)
    {
        var found = new List<TeamRooms>();
        foreach (var person in people.OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Id.Value, StringComparer.Ordinal))
        {
            if (await OfAsync(person, cancellationToken) is { } reader)
            {
                found.Add(reader);
            }
        }

        return found;
    }
}
