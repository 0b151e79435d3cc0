using RevBot.Conversation.Outbox;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Alerts;

/// <summary>Who answers for the alerts: whom <c>company.yaml</c> names, where they are somebody; else those in operations.</summary>
public sealed class AlertOwners(IPipelineReader reader, AlertRooms rooms, ICompany company)
{
    /// <summary>Those of them who can be spoken to in person.</summary>
    public async Task<IReadOnlyList<KnownPerson>> FindAsync(CancellationToken cancellationToken)
    {
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var found = new List<KnownPerson>();
        foreach (var owner in Of(snapshot.People.Values, company.Profile.Alerts.Owner))
        {
            if (await rooms.OfPersonAsync(owner.Email ?? "", cancellationToken) is { } known)
            {
                found.Add(known);
            }
        }

        return found;
    }

    private static List<Person> Of(IEnumerable<Person> people, string? email)
    {
        var all = people.Where(person => person is { Active: true, Email.Length: > 0 }).OrderBy(person => person.Id.Value, StringComparer.Ordinal).ToList();
        return all.FindAll(person => person.Email!.Equals(email, StringComparison.OrdinalIgnoreCase)) is { Count: > 0 } named ? named : all.FindAll(person => person.Role == PersonRole.Operations);
    }
}
