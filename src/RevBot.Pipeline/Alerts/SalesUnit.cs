namespace RevBot.Pipeline.Alerts;

/// <summary>A team, or the whole company: what a forecast and a quota are of.</summary>
/// <param name="Team">The team's name; null for the whole company.</param>
public readonly record struct SalesUnit(string? Team)
{
    private const string Company = "company";
    private const string TeamPrefix = "team/";

    /// <summary>Names it in subjects: <c>company</c>, <c>team/EMEA</c>.</summary>
    public string Id => Team is null ? Company : TeamPrefix + Team;

    /// <summary>Reads an <see cref="Id"/>; null for anything else.</summary>
    public static SalesUnit? Parse(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id == Company ? new SalesUnit(null)
            : id.StartsWith(TeamPrefix, StringComparison.Ordinal) ? new SalesUnit(id[TeamPrefix.Length..])
            : null;
    }
}
