using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Rights;

/// <summary>Who may see and do what, role by role: what <c>company.yaml</c> says, and for what it does not say the usual.</summary>
public sealed class RightsPolicy
{
    private readonly IReadOnlyDictionary<PersonRole, RoleRights> _roles;

    /// <param name="roles">What differs from <see cref="UsualOf"/>.</param>
    public RightsPolicy(IReadOnlyDictionary<PersonRole, RoleRights>? roles = null) => _roles = roles ?? new Dictionary<PersonRole, RoleRights>();

    /// <summary>Of a company that says nothing.</summary>
    public static RightsPolicy Usual { get; } = new();

    public RoleRights Of(PersonRole role) => _roles.GetValueOrDefault(role) ?? UsualOf(role);

    /// <summary>Everybody of the company sees every deal; reps change their own, managers their people's, operations all; executives and finance read; guests see nothing.</summary>
    public static RoleRights UsualOf(PersonRole role) => role switch
    {
        PersonRole.Rep => new RoleRights(Reach.All, Reach.All, Reach.All, Reach.Own),
        PersonRole.Manager => new RoleRights(Reach.All, Reach.All, Reach.All, Reach.Tree),
        PersonRole.Operations => new RoleRights(Reach.All, Reach.All, Reach.All, Reach.All),
        PersonRole.Guest => new RoleRights(Reach.None, Reach.None, Reach.None, Reach.None),
        _ => new RoleRights(Reach.All, Reach.All, Reach.All, Reach.None),
    };
}
