using System.Runtime.InteropServices;

namespace RevBot.Intents.Slots;

/// <summary>Names by every form people use for them. A look-up is a look in a table, however many names there are; nothing is compared one by one.</summary>
public sealed class NameIndex
{
    /// <summary>The longest name, in words, that is found inside a sentence.</summary>
    public const int LongestName = 8;

    private readonly Dictionary<string, NameForm> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _longest = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly TypoIndex _typos = new();
    private readonly SpellingIndex _spelling = new();
    private readonly List<string> _values = [];

    /// <summary>Makes a thing findable under its name, in full and without legal suffixes.</summary>
    public void Add(NamedThing thing, string name)
    {
        var words = WordSplitter.Split(name);
        if (words.Count == 0)
        {
            return;
        }

        var key = Join(words, words.Count);
        Put(key, thing, NameQuality.Exact, words.TrueForAll(word => word.Text == word.Stem) ? key : string.Join(' ', words.Select(word => word.Text)));
        var kept = words.Count;
        while (kept > 1 && LegalSuffixes.Contains(words[kept - 1].Text))
        {
            kept--;
        }

        if (kept < words.Count)
        {
            Put(Join(words, kept), thing, NameQuality.Normalized, null);
        }

        foreach (var word in words)
        {
            if (_words.Add(word.Stem) && word.Stem.Length > 2)
            {
                _spelling.Add(word.Stem);
                if (thing.Kind is not (NameKind.Account or NameKind.Person or NameKind.Deal))
                {
                    _values.Add(word.Stem);
                }
            }

            if (!char.IsDigit(word.Stem[0]))
            {
                _typos.Add(word.Stem);
            }
        }

        if (words.Count > 1 && words.Count <= 3 && thing.Kind != NameKind.Deal)
        {
            // "midmarket" for "Mid-Market"; nobody writes a deal's name so, and there are many.
            Put(string.Concat(words.Take(kept).Select(word => word.Stem)), thing, NameQuality.Normalized, null);
        }
    }

    /// <summary>Makes a thing findable under a part of its name: a first name, initials, the first word of a company.</summary>
    public void AddPart(NamedThing thing, string part) => Put(WordSplitter.KeyOf(part), thing, NameQuality.Partial, null);

    /// <summary>Makes a person findable under what they may be called beside their name; who is really called so comes first.</summary>
    public void AddNickname(NamedThing thing, string nickname) => Put(WordSplitter.KeyOf(nickname), thing, NameQuality.Typo, null);

    /// <summary>The number of words of the longest form that begins with this one; 0 when none does.</summary>
    internal int LongestFrom(string stem) => _longest.GetValueOrDefault(stem);

    /// <summary>What exactly these words name, best quality first; null when nothing.</summary>
    /// <param name="textOf">The words as they were said, for telling an exact name from one with other endings.</param>
    internal (NameQuality Quality, List<NamedThing> Things)? Look(ReadOnlySpan<char> key, Func<string> textOf)
    {
        if (!_forms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var form))
        {
            return null;
        }

        var text = textOf();
        var best = NameQuality.Typo;
        List<NamedThing>? things = null;
        for (; form is not null; form = form.Next)
        {
            var quality = form.Quality == NameQuality.Exact && form.Text != text ? NameQuality.Normalized : form.Quality;
            if (things is null || quality < best)
            {
                things = [form.Thing];
                best = quality;
            }
            else if (quality == best && !things.Contains(form.Thing))
            {
                things.Add(form.Thing);
            }
        }

        // The newest form stands first, and things come in the order they were added.
        things?.Reverse();
        return things is null ? null : (best, things);
    }

    /// <summary>Whether any whole name has this word.</summary>
    internal bool HasWord(string stem) => _words.Contains(stem);

    /// <summary>The word of a whole name that a misspelt one was meant to be.</summary>
    internal (string Word, int Cost)? NearestWord(string stem) => _spelling.Nearest(stem, anyStart: false);

    /// <summary>The one value of a company (a stage, a segment …) that is called by its beginning: "negot", "ent"; null when none is, or several are.</summary>
    internal string? Beginning(string stem)
    {
        string? found = null;
        foreach (var value in _values)
        {
            if (value.Length > stem.Length + 1 && value.StartsWith(stem, StringComparison.Ordinal))
            {
                if (found is not null && found != value)
                {
                    return null;
                }

                found = value;
            }
        }

        return found;
    }

    internal IReadOnlyList<string> NearWords(string stem) => _typos.Near(stem);

    private static string Join(List<Word> words, int count)
    {
        if (count == 1)
        {
            return words[0].Stem;
        }

        var length = count - 1;
        for (var at = 0; at < count; at++)
        {
            length += words[at].Stem.Length;
        }

        return string.Create(length, (words, count), static (key, said) =>
        {
            for (var at = 0; at < said.count; at++)
            {
                var stem = said.words[at].Stem;
                stem.CopyTo(key);
                if (at < said.count - 1)
                {
                    key[stem.Length] = ' ';
                    key = key[(stem.Length + 1)..];
                }
            }
        });
    }

    private void Put(string key, NamedThing thing, NameQuality quality, string? text)
    {
        if (key.Length == 0)
        {
            return;
        }

        ref var forms = ref CollectionsMarshal.GetValueRefOrAddDefault(_forms, key, out _);
        forms = new NameForm(thing, quality, text, forms);

        var space = key.IndexOf(' ', StringComparison.Ordinal);
        var beginnings = _longest.GetAlternateLookup<ReadOnlySpan<char>>();
        ref var longest = ref CollectionsMarshal.GetValueRefOrAddDefault(beginnings, key.AsSpan(0, space < 0 ? key.Length : space), out _);
        longest = Math.Max(longest, key.AsSpan().Count(' ') + 1);
    }

    /// <summary>One way to name a thing; most have no <paramref name="Next"/> of the same words.</summary>
    private sealed record NameForm(NamedThing Thing, NameQuality Quality, string? Text, NameForm? Next);
}
