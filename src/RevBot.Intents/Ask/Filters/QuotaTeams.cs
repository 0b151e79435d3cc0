using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Quotas are for people, so that those of a region are its teams': EMEA's, or those of AMER East and AMER West.</summary>
internal static class QuotaTeams
{
    public static DealFilter Of(DealFilter filter, ReadContext context)
    {
        if (filter is not DealFilter.In { Dimension: Dimension.Region } regions)
        {
            return filter;
        }

        List<string> teams = [.. regions.Values.SelectMany(region => context.Teams().Where(team => team.Equals(region.Label, StringComparison.OrdinalIgnoreCase) || team.StartsWith(region.Label + " ", StringComparison.OrdinalIgnoreCase)))];
        return teams.Count >= regions.Values.Length ? new DealFilter.In(Dimension.Team, [.. teams.Select(team => new DimensionValue(team, team))], regions.Negated) : filter;
    }
}
