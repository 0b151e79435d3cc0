using System.Collections.Concurrent;
using Humanizer;

namespace RevBot.Intents.Wording;

/// <summary>How counts read: <c>1 deal</c>, <c>1,204 deals</c>, <c>no deals</c>.</summary>
public static class CountText
{
    /// <summary>Making a plural tries dozens of rules, and every answer has some; few words are ever counted.</summary>
    private static readonly ConcurrentDictionary<string, string> Plurals = new(StringComparer.Ordinal);

    public static string Number(decimal count) => count.ToString("#,0.##", WordingCulture.English);

    public static string Plural(string singular) => Plurals.GetOrAdd(singular, word => word.Pluralize(false));

    /// <param name="singular">"deal", "account", "loss reason".</param>
    public static string Of(decimal count, string singular) => $"{Number(count)} {(count == 1 ? singular : Plural(singular))}";

    /// <summary>The same with "no" for none.</summary>
    public static string OrNo(int count, string singular) => count == 0 ? $"no {Plural(singular)}" : Of(count, singular);

    /// <summary>"A, B and C"; what is more than <paramref name="most"/> is counted.</summary>
    public static string List(IEnumerable<string> items, int most = 5)
    {
        var all = items.ToList();
        if (all.Count > most)
        {
            return $"{string.Join(", ", all.Take(most))} and {Number(all.Count - most)} more";
        }

        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.Take(all.Count - 1))} and {all[^1]}";
    }
}
