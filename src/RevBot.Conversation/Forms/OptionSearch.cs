using System.Globalization;

namespace RevBot.Conversation.Forms;

/// <summary>Ranks options by how well they answer to what is typed: labels that start with it, then those with words that do, then those that hold it anywhere.</summary>
public static class OptionSearch
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth;

    private static readonly CompareInfo Letters = CultureInfo.InvariantCulture.CompareInfo;

    /// <summary>The best <paramref name="most"/>, equally good ones in the order given; the first ones when nothing is typed.</summary>
    public static IReadOnlyList<FieldOption> Find(IEnumerable<FieldOption> options, string typed, int most)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(typed);
        var words = WordsOf(typed);
        return words.Length == 0
            ? [.. options.Take(most)]
            : [.. options.Select(option => (Option: option, Rank: RankOf(option, typed.Trim(), words))).Where(found => found.Rank is not null).OrderBy(found => found.Rank).Take(most).Select(found => found.Option)];
    }

    /// <summary>0 is best; null when it does not answer to it.</summary>
    public static int? RankOf(string label, string typed)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(typed);
        return RankOf(label, null, typed.Trim(), WordsOf(typed));
    }

    private static int? RankOf(FieldOption option, string typed, string[] words) => RankOf(option.Label, option.Group, typed, words);

    private static int? RankOf(string label, string? group, string typed, string[] words) =>
        Letters.Compare(label, typed, Loosely) == 0 ? 0
        : Letters.IsPrefix(label, typed, Loosely) ? 1
        : StartWords(label, words) ? 2
        : group is not null && StartWords($"{group} {label}", words) ? 3
        : words.All(word => Letters.IndexOf(label, word, Loosely) >= 0) ? 4
        : null;

    /// <summary>Each typed word starts a word of the label.</summary>
    private static bool StartWords(string label, string[] words)
    {
        var there = WordsOf(label);
        return Array.TrueForAll(words, word => Array.Exists(there, known => Letters.IsPrefix(known, word, Loosely)));
    }

    private static string[] WordsOf(string text) =>
        text.Split([' ', '\t', '·', ',', '-', '(', ')', '/', '#', '.', ':', '"'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
