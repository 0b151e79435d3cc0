using System.Collections.Frozen;

namespace RevBot.Intents.Ask;

/// <summary>How people shorten and misspell words in chat: by a table, else by the known word whose vowels were left out or whose letters were swapped. Only asked of words that nothing else knows.</summary>
internal static class Spellings
{
    private const string Vowels = "aeiou";

    private static readonly FrozenDictionary<string, string> Table = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["2"] = "to",
        ["4"] = "for",
        ["abt"] = "about",
        ["abv"] = "above",
        ["acct"] = "account",
        ["amt"] = "amount",
        ["atleast"] = "at least",
        ["btw"] = "between",
        ["bw"] = "between",
        ["cn"] = "can",
        ["deel"] = "deal",
        ["doin"] = "doing",
        ["gimme"] = "give me",
        ["gonna"] = "going to",
        ["los"] = "loss",
        ["lst"] = "last",
        ["mgr"] = "manager",
        ["n"] = "and",
        ["nd"] = "and",
        ["pct"] = "percent",
        ["ppl"] = "people",
        ["qrt"] = "quarter",
        ["r"] = "are",
        ["tel"] = "tell",
        ["tmrw"] = "tomorrow",
        ["u"] = "you",
        ["ur"] = "your",
        ["w"] = "with",
        ["wanna"] = "want to",
        ["wat"] = "what",
        ["wen"] = "when",
        ["wer"] = "where",
        ["wher"] = "where",
        ["wht"] = "what",
        ["whts"] = "what is",
        ["wich"] = "which",
        ["winrate"] = "win rate",
        ["yday"] = "yesterday",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The word or words meant by one of the table, else null.</summary>
    /// <param name="next">The word behind it: "lst pls" asks for a list, "lst qtr" for the last one.</param>
    public static string? Of(string word, string next) => word == "lst" && next is "" or "pls" or "plz" or "please" or "thx" ? "list" : Table.TryGetValue(word, out var meant) ? meant
        : word.Length > 3 && NamedPeriodReader.QuarterOf(word[..2]) is not null && word[2..].All(char.IsLetter) ? $"{word[..2]} {word[2..]}"
        : word.Length > 2 && char.IsDigit(word[^2]) && word[^1] is 'd' or 'w' or 'm' && (word[0] == 'l' ? word[1..^1] : word[..^1]) is var digits && digits.All(char.IsDigit)
            ? $"{(word[0] == 'l' ? "last " : string.Empty)}{digits} {(word[^1] switch { 'd' => "days", 'w' => "weeks", _ => "months" })}"
        : word is [.. var most, 'z'] && most.Length > 2 ? most + "s"
        : null;

    /// <summary>The one known word that is written without some of its vowels, with one of a double letter, with two letters swapped or one vowel for another; else null.</summary>
    public static string? Nearest(string word, IReadOnlyCollection<string> known) =>
        Only(known, candidate => IsShortened(word, candidate)) ?? Only(known, candidate => word.Length == candidate.Length && IsSwapped(word, candidate));

    private static string? Only(IReadOnlyCollection<string> known, Func<string, bool> fits)
    {
        string? found = null;
        foreach (var candidate in known)
        {
            if (candidate.Length > 2 && fits(candidate))
            {
                if (found is not null)
                {
                    return null;
                }

                found = candidate;
            }
        }

        return found;
    }

    private static bool IsShortened(string word, string known)
    {
        if (known[0] != word[0] || known == word)
        {
            return false;
        }

        var at = 0;
        for (var letter = 0; letter < known.Length; letter++)
        {
            if (at < word.Length && known[letter] == word[at])
            {
                at++;
            }
            else if (!Vowels.Contains(known[letter], StringComparison.Ordinal) && (letter == 0 || known[letter] != known[letter - 1]))
            {
                return false;
            }
        }

        return at == word.Length && word.Length >= 2 && known.Length - word.Length <= 3;
    }

    private static bool IsSwapped(string word, string known)
    {
        if (known[0] != word[0] || known == word)
        {
            return false;
        }

        var first = 0;
        while (word[first] == known[first])
        {
            first++;
        }

        var rest = first + 1;
        return word.AsSpan(rest).SequenceEqual(known.AsSpan(rest))
            ? Vowels.Contains(word[first], StringComparison.Ordinal) && Vowels.Contains(known[first], StringComparison.Ordinal)
            : rest < word.Length && word[first] == known[rest] && word[rest] == known[first] && word.AsSpan(rest + 1).SequenceEqual(known.AsSpan(rest + 1));
    }
}
