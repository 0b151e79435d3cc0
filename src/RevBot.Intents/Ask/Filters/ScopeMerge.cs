using System.Collections.Immutable;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Brings the filters of a follow-up into those of the question before: another value of a dimension takes the place of the first, "too" stands beside it, "without" turns it round, "all regions" lets it go.</summary>
internal static class ScopeMerge
{
    public static ImmutableArray<DealFilter> Of(ImmutableArray<DealFilter> before, IEnumerable<DealFilter> said, bool adds, bool narrows)
    {
        var merged = before;
        foreach (var filter in said)
        {
            merged = filter is DealFilter.In values ? WithValues(merged, values, adds, narrows) : [.. merged.Where(other => !IsOfKind(other, filter)), filter];
        }

        return merged;
    }

    /// <summary>"all regions", "any currency", "everyone".</summary>
    public static ImmutableArray<DealFilter> Without(ImmutableArray<DealFilter> filters, IReadOnlyCollection<Dimension> dropped) =>
        [.. filters.Where(filter => filter is not DealFilter.In values || !dropped.Any(dimension => AreAlike(dimension, values.Dimension)))];

    private static ImmutableArray<DealFilter> WithValues(ImmutableArray<DealFilter> filters, DealFilter.In said, bool adds, bool narrows)
    {
        var same = filters.OfType<DealFilter.In>().FirstOrDefault(other => other.Dimension == said.Dimension && other.Negated == said.Negated);
        if (said.Negated)
        {
            var positive = filters.OfType<DealFilter.In>().FirstOrDefault(other => other.Dimension == said.Dimension && !other.Negated);
            if (positive is not null && positive.Values.Except(said.Values).ToImmutableArray() is { IsEmpty: false } rest && rest.Length < positive.Values.Length)
            {
                return filters.Replace(positive, positive with { Values = rest });
            }

            if (positive is not null && positive.Values.All(said.Values.Contains))
            {
                // "Without renewals" behind "only renewals": no deal is both.
                return filters.Replace(positive, said);
            }

            return same is null ? filters.Add(said) : filters.Replace(same, same with { Values = [.. same.Values.Union(said.Values)] });
        }

        // "Include renewals again" takes back that they were left out.
        var left = filters.OfType<DealFilter.In>().FirstOrDefault(other => other.Dimension == said.Dimension && other.Negated);
        if (adds && left is not null && left.Values.Any(value => said.Values.Contains(value)))
        {
            var still = left.Values.RemoveAll(value => said.Values.Contains(value));
            return still.IsEmpty ? filters.Remove(left) : filters.Replace(left, left with { Values = still });
        }

        if (adds && same is not null)
        {
            return filters.Replace(same, same with { Values = [.. same.Values.Union(said.Values)] });
        }

        // "Only Priya" of a team stays in the team; "same for Priya" leaves it.
        return same is not null ? [.. filters.Where(other => other is not DealFilter.In { Negated: true } negated || negated.Dimension != said.Dimension).Select(other => other.Equals(same) ? said : other)]
            : [.. filters.Where(other => other is not DealFilter.In values || (narrows ? values.Dimension != said.Dimension : !AreAlike(values.Dimension, said.Dimension))), said];
    }

    /// <summary>Whose deals they are is said by owner, team or manager.</summary>
    private static bool AreAlike(Dimension one, Dimension other) => one == other || (IsPeople(one) && IsPeople(other));

    private static bool IsPeople(Dimension dimension) => dimension is Dimension.Owner or Dimension.Team or Dimension.Manager;

    private static bool IsOfKind(DealFilter one, DealFilter other) =>
        one.GetType() == other.GetType() && (one is not DealFilter.Missing missing || other is not DealFilter.Missing { Field: var field } || missing.Field == field);
}
