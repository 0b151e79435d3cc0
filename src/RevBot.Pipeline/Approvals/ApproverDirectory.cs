using System.Collections.Immutable;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Approvals;

/// <summary>Who the approvers of the company's rules are.</summary>
public static class ApproverDirectory
{
    /// <summary>The manager of the deal's owner.</summary>
    public const string Manager = "manager";

    /// <summary>Roles that may be named; <c>manager</c> is the owner's own.</summary>
    public static readonly IReadOnlyList<PersonRole> Roles = [PersonRole.Operations, PersonRole.Finance, PersonRole.Executive];

    /// <summary>The people behind a name; none when nobody in the company is meant. An owner who leads nobody's team has no manager.</summary>
    /// <param name="owner">The deal's owner; null for a deal without one.</param>
    public static ImmutableArray<PersonId> Find(string name, PersonId? owner, PipelineSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (string.Equals(name, Manager, StringComparison.OrdinalIgnoreCase))
        {
            return owner is { } id && snapshot.People.GetValueOrDefault(id)?.Manager is { } manager && snapshot.People.GetValueOrDefault(manager) is { Active: true } ? [manager] : [];
        }

        var role = RoleOf(name);
        return
        [
            .. snapshot.People.Values
                .Where(person => person.Active && (role is { } wanted ? person.Role == wanted : Is(person, name)))
                .OrderBy(person => person.Id.Value, StringComparer.Ordinal)
                .Select(person => person.Id),
        ];
    }

    /// <summary>The role that a name stands for; null for a person's name.</summary>
    public static PersonRole? RoleOf(string name) =>
        Enum.TryParse<PersonRole>(name, ignoreCase: true, out var role) && Roles.Contains(role) ? role : null;

    private static bool Is(Person person, string name) =>
        string.Equals(person.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(person.Email, name, StringComparison.OrdinalIgnoreCase);
}
