namespace RevBot.Pipeline.Leads.Routing;

/// <summary>Which leads go to whom. All that is named must hold; of a list one.</summary>
/// <param name="Name">What people call it: "EMEA". Turns are counted by it.</param>
/// <param name="To">Teams, people by id, e-mail address or name, or <see cref="AccountOwner"/>.</param>
/// <param name="Capacity">Open leads somebody may have at most; null for any number.</param>
public sealed record LeadRoute(string Name, IReadOnlyList<string> To, RouteChoice By = RouteChoice.RoundRobin, int? Capacity = null)
{
    /// <summary>Whoever owns the newest deal of the lead's company, an open one first.</summary>
    public const string AccountOwner = "account_owner";

    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<string> Segments { get; init; } = [];

    public IReadOnlyList<string> Sources { get; init; } = [];

    public IReadOnlyList<string> Industries { get; init; } = [];
}
