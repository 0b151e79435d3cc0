using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Rights;

/// <summary>Whether a right that goes so far goes to somebody's deals. Pure.</summary>
public static class ReachRules
{
    /// <summary>Longest chain of managers followed; data with a circle in it must not hang a turn.</summary>
    private const int Depth = 12;

    /// <param name="person">Whose right it is.</param>
    /// <param name="owner">Whose deals; null for those nobody owns, which are managers' to hand out.</param>
    public static bool Covers(Person person, Reach reach, PersonId? owner, PipelineSnapshot snapshot) => reach switch
    {
        Reach.All => true,
        Reach.None => false,
        _ when owner is null => person.Role == PersonRole.Manager && reach != Reach.Own,
        _ when owner == person.Id => true,
        Reach.Team => IsTeammate(person, snapshot.People.GetValueOrDefault(owner.Value)),
        Reach.Tree => Leads(person, snapshot.People.GetValueOrDefault(owner.Value), snapshot),
        _ => false,
    };

    /// <summary>True when somebody works under a person, or in the team that person manages.</summary>
    public static bool Leads(Person leader, Person? person, PipelineSnapshot snapshot)
    {
        if (person is null)
        {
            return false;
        }

        if (leader.Role == PersonRole.Manager && IsTeammate(leader, person))
        {
            return true;
        }

        var above = person.Manager;
        for (var level = 0; above is { } id && level < Depth; level++)
        {
            if (id == leader.Id)
            {
                return true;
            }

            above = snapshot.People.GetValueOrDefault(id)?.Manager;
        }

        return false;
    }

    private static bool IsTeammate(Person person, Person? other) =>
        other?.Team is { Length: > 0 } team && string.Equals(team, person.Team, StringComparison.OrdinalIgnoreCase);
}
