namespace RevBot.Intents.Company;

/// <summary>Finds what somebody probably meant by a mistyped name, for "did you mean".</summary>
internal static class NearestName
{
    private const int LongestTyped = 60;

    /// <summary>The candidate within a third of its length in single-letter mistakes, or null.</summary>
    public static string? Find(string typed, IEnumerable<string> candidates)
    {
        var best = candidates
            .Select(candidate => (Name: candidate, Distance: Distance(typed.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(2, best.Name.Length / 3) ? best.Name : null;
    }

    /// <summary>"Known are: A, B, C." — at most eight, the nearest first.</summary>
    public static string Known(string typed, IReadOnlyCollection<string> candidates)
    {
        if (candidates.Count == 0)
        {
            return "None are known yet.";
        }

        var near = candidates.OrderBy(name => Distance(typed.ToLowerInvariant(), name.ToLowerInvariant())).Take(8);
        var more = candidates.Count > 8 ? $" and {candidates.Count - 8} more" : string.Empty;
        return $"Known are: {string.Join(", ", near)}{more}.";
    }

    private static int Distance(string left, string right)
    {
        // A pasted page is nobody's typing mistake.
        (left, right) = (left[..Math.Min(left.Length, LongestTyped)], right[..Math.Min(right.Length, LongestTyped)]);
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(current[column - 1], previous[column]) + 1, previous[column - 1] + cost);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
