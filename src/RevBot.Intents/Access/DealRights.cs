using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Access;

/// <summary>Who may change a deal: reps their own, managers their people's and those nobody owns, operations all; executives read.</summary>
public static class DealRights
{
    /// <summary>Longest chain of managers followed; data with a circle in it must not hang a turn.</summary>
    private const int Depth = 12;

    public static bool MayWrite(Person person, Deal deal, PipelineSnapshot snapshot) => person.Role switch
    {
        PersonRole.Operations => true,
        PersonRole.Manager => deal.Owner is null || deal.Owner == person.Id || Leads(person, snapshot.OwnerOf(deal), snapshot),
        PersonRole.Rep => deal.Owner == person.Id,
        _ => false,
    };

    /// <summary>Whether somebody may see a deal: everybody of the company every deal, and nobody else any.</summary>
    /// <param name="deal">Null for deals at large.</param>
    public static bool MaySee(Person? person, Deal? deal) => person is { Active: true };

    /// <summary>Null when the person may change the deal, else the sentence that says who can.</summary>
    public static string? Refusal(Person? person, Deal deal, PipelineSnapshot snapshot)
    {
        if (person is null)
        {
            return "I can't tell who you are from your e-mail address here, so I can't change deals for you. Ask operations to add it to the people list.";
        }

        if (MayWrite(person, deal, snapshot))
        {
            return null;
        }

        var owner = snapshot.OwnerOf(deal);
        if (person.Role == PersonRole.Executive)
        {
            var ask = owner is null ? "a sales manager" : $"{owner.Name}, their manager";
            return $"I keep executives' access to reading, so {deal.Name} stays as it is. Please ask {ask} or operations to change it.";
        }

        return owner is null
            ? $"{deal.Name} has no owner, so I can't change it for you. Please ask a sales manager or operations."
            : $"{deal.Name} belongs to {owner.Name}, so I can't change it for you. Please ask them, their manager or operations.";
    }

    /// <summary>Whether a digest or an audit of somebody speaks of a deal: reps hear of their own, managers of their people's, operations and executives of all.</summary>
    public static bool Concerns(Person reader, Deal deal, PipelineSnapshot snapshot) => reader.Role switch
    {
        PersonRole.Rep => deal.Owner == reader.Id,
        PersonRole.Manager => MayWrite(reader, deal, snapshot),
        _ => true,
    };

    /// <summary>Whether somebody's deals may be looked over as a whole: one's own, one's people's; by operations and executives everybody's.</summary>
    public static bool LooksAfter(Person reader, Person owner, PipelineSnapshot snapshot) =>
        reader.Id == owner.Id || reader.Role is PersonRole.Executive or PersonRole.Operations || (reader.Role == PersonRole.Manager && Leads(reader, owner, snapshot));

    private static bool Leads(Person manager, Person? person, PipelineSnapshot snapshot)
    {
        if (person is null)
        {
            return false;
        }

        if (person.Team is not null && string.Equals(person.Team, manager.Team, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var above = person.Manager;
        for (var level = 0; above is { } id && level < Depth; level++)
        {
            if (id == manager.Id)
            {
                return true;
            }

            above = snapshot.People.GetValueOrDefault(id)?.Manager;
        }

        return false;
    }
}
