namespace RevBot.Intents.Slots;

/// <summary>Finds the known words that differ from a misspelt one by a single slip (a letter missing, too many, wrong, or two swapped). Words of fewer than five letters must be right.</summary>
public sealed class TypoIndex
{
    public const int ShortestWord = 5;

    /// <summary>Word with one letter left out → the words it came from.</summary>
    private readonly Dictionary<string, List<string>> _byShortened = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public void Add(string word)
    {
        if (word.Length < ShortestWord || !_words.Add(word))
        {
            return;
        }

        Put(word, word);
        foreach (var shortened in Shortened(word))
        {
            Put(shortened, word);
        }
    }

    /// <summary>The known words one slip away; empty when the word itself is known or too short.</summary>
    public IReadOnlyList<string> Near(string word)
    {
        if (word.Length < ShortestWord || _words.Contains(word))
        {
            return [];
        }

        List<string>? found = null;
        var words = _byShortened.GetAlternateLookup<ReadOnlySpan<char>>();
        Collect(word);
        var shortened = word.ToCharArray(1, word.Length - 1);
        for (var left = 0; left < shortened.Length; left++)
        {
            Collect(shortened);
            shortened[left] = word[left];
        }

        Collect(shortened);
        return found ?? [];

        void Collect(ReadOnlySpan<char> key)
        {
            if (!words.TryGetValue(key, out var candidates))
            {
                return;
            }

            foreach (var candidate in candidates)
            {
                if (found?.Contains(candidate) != true && IsOneSlip(word, candidate))
                {
                    (found ??= []).Add(candidate);
                }
            }
        }
    }

    /// <summary>True when the two words are one Damerau–Levenshtein step apart.</summary>
    public static bool IsOneSlip(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
        {
            return false;
        }

        var same = 0;
        while (same < left.Length && same < right.Length && left[same] == right[same])
        {
            same++;
        }

        var restLeft = left.AsSpan(same);
        var restRight = right.AsSpan(same);
        if (left.Length == right.Length)
        {
            return restLeft.Length == 0
                || restLeft[1..].SequenceEqual(restRight[1..])
                || (restLeft.Length > 1 && restLeft[0] == restRight[1] && restLeft[1] == restRight[0] && restLeft[2..].SequenceEqual(restRight[2..]));
        }

        return left.Length < right.Length ? restLeft.SequenceEqual(restRight[1..]) : restLeft[1..].SequenceEqual(restRight);
    }

    private static IEnumerable<string> Shortened(string word)
    {
        for (var left = 0; left < word.Length; left++)
        {
            yield return string.Concat(word.AsSpan(0, left), word.AsSpan(left + 1));
        }
    }

    private void Put(string key, string word)
    {
        if (!_byShortened.TryGetValue(key, out var words))
        {
            _byShortened[key] = words = new List<string>(1);
        }

        words.Add(word);
    }
}
