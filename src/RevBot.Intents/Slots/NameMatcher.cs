using System.Buffers;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Slots;

/// <summary>Finds names in sentences: people, accounts, deals, stages and the values of every dimension. Tolerant of case, punctuation, plurals, legal suffixes, first names, initials and one slip in words of five letters or more;
/// the longest name wins, and what fits equally well is kept, to be asked about. Made by <see cref="NameDirectory"/>.</summary>
public sealed class NameMatcher
{
    private readonly NameIndex _directory;
    private readonly DealNames _deals;
    private readonly PipelineSnapshot _snapshot;

    internal NameMatcher(NameIndex directory, DealNames deals, PipelineSnapshot snapshot)
    {
        _directory = directory;
        _deals = deals;
        _snapshot = snapshot;
    }

    /// <summary>All names in a sentence, from left to right, not overlapping. Partial names and typos are only looked for where <paramref name="mayBeLoose"/> says so (it is given the word's position).</summary>
    public List<NameHit> FindAll(IReadOnlyList<Word> words, Func<NameKind, bool>? kinds = null, Func<int, bool>? mayStart = null, Func<int, bool>? mayBeLoose = null)
    {
        var hits = new List<NameHit>();
        var search = new Search(words, kinds, mayStart, mayBeLoose);
        for (var first = 0; first < words.Count;)
        {
            var hit = search.MayUse(first, 1) ? At(search, first) : null;
            if (hit is null)
            {
                first++;
                continue;
            }

            hits.Add(hit);
            first += hit.Count;
        }

        return hits;
    }

    /// <summary>What a whole text names ("Priya", "acme inc", "#D-102"); null when nothing.</summary>
    public NameHit? Find(string text, Func<NameKind, bool>? kinds = null)
    {
        var words = WordSplitter.Split(text);
        for (var first = 0; first < words.Count; first++)
        {
            if (words[first].Text is "the" or "a" or "our")
            {
                continue;
            }

            return At(new Search(words, kinds, null, null), first) is { } hit && EndsThere(words, hit) ? hit : null;
        }

        return null;
    }

    /// <summary>Whether any name has this word, by its <see cref="Word.Stem"/>; spares a look through all of them.</summary>
    public bool HasWord(string stem) => _directory.HasWord(stem) || _deals.HasWord(stem);

    /// <summary>True when people, accounts or the company's values are called so, or by a name that begins so.</summary>
    internal bool Knows(Word word) => _directory.HasWord(word.Stem) || ((word.Stem.Length > 3 || word.IsUpper) && LongestFrom(word.Stem) > 0);

    /// <summary>The word of a name of people, accounts or the company's values that a misspelt one was meant to be.</summary>
    internal (string Word, int Cost)? NearestWord(string stem) => _directory.NearestWord(stem);

    /// <summary>The stage, segment or other value of the company that is called by its beginning.</summary>
    internal string? Beginning(string stem) => _directory.Beginning(stem);

    /// <summary>Deals whose name, together with the account's, may have all these words, by their <see cref="Word.Stem"/>; spares a look through all of them.</summary>
    internal IEnumerable<Deal> DealsThatMayHave(IEnumerable<string> stems) =>
        _deals.MayHave(stems).Where(position => position < _snapshot.Deals.Length).Select(position => _snapshot.Deals.Span[position]);

    /// <summary>False when this word stands in no name, not even misspelt; spares a look for names in a sentence that may have nothing else unknown.</summary>
    public bool MayName(Word word) => word.Text[0] == '#' || LongestFrom(word.Stem) > 0 || HasWord(word.Stem) || NearWords(word.Stem).Count > 0;

    /// <summary>The best name that begins at a word.</summary>
    private NameHit? At(Search search, int first)
    {
        var words = search.Words;
        if (words[first].Text[0] == '#' && words[first].Text.Length > 1)
        {
            return search.Kinds?.Invoke(NameKind.Deal) != false && DealNames.ById(words[first].Text[1..], _snapshot) is { } deal
                ? new NameHit(first, 1, NameQuality.Exact, [deal])
                : null;
        }

        var longest = LongestFrom(words[first].Stem);
        var most = Math.Min(NameIndex.LongestName, words.Count - first);
        if (words[first].Quote is var quote and > 0)
        {
            var quoted = 1;
            while (first + quoted < words.Count && words[first + quoted].Quote == quote)
            {
                quoted++;
            }

            return first > 0 && words[first - 1].Quote == quote ? null : Look(search, first, quoted, longest) ?? LookMisspelt(search, first, quoted, longest);
        }

        NameHit? loose = null;
        for (var count = most; count > 0; count--)
        {
            if (words[first + count - 1].Quote > 0 || !search.MayUse(first, count))
            {
                continue;
            }

            var isLoose = search.MayBeLoose(first, count);
            var hit = Look(search, first, count, longest) is { } found && (isLoose || found.Quality <= NameQuality.Normalized) ? found
                : isLoose ? LookMisspelt(search, first, count, longest) : null;
            if (hit is { Quality: <= NameQuality.Normalized })
            {
                return hit;
            }

            // A whole name spelt right beats a longer one spelt wrong; a part of a name only counts when there is nothing better.
            loose = (loose, hit) switch
            {
                (null, _) => hit,
                (_, null) => loose,
                _ => hit.Count == loose.Count && hit.Quality < loose.Quality ? hit : loose,
            };
        }

        return loose;
    }

    private static bool EndsThere(List<Word> words, NameHit hit)
    {
        for (var at = hit.First + hit.Count; at < words.Count; at++)
        {
            if (!LegalSuffixes.Contains(words[at].Text) && words[at].Stem is not ("deal" or "opportunity" or "account" or "team" or "stage"))
            {
                return false;
            }
        }

        return true;
    }

    private NameHit? Look(Search search, int first, int count, int longest)
    {
        var words = search.Words;
        if (count > longest || (count == 1 && words[first].Text.Length == 1))
        {
            return null;
        }

        var length = count - 1;
        for (var at = first; at < first + count; at++)
        {
            length += words[at].Stem.Length;
        }

        var buffer = ArrayPool<char>.Shared.Rent(length);
        try
        {
            var end = 0;
            for (var at = first; at < first + count; at++)
            {
                if (at > first)
                {
                    buffer[end++] = ' ';
                }

                words[at].Stem.CopyTo(0, buffer, end, words[at].Stem.Length);
                end += words[at].Stem.Length;
            }

            return Best(buffer.AsSpan(0, end), TextOf, search.Kinds, words[first], count) is { } found
                ? new NameHit(first, count, found.Quality, found.Things)
                : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }

        string TextOf() => count == 1 ? words[first].Text : string.Join(' ', words.Skip(first).Take(count).Select(word => word.Text));
    }

    /// <summary>Tries the names that differ by one slip in one word.</summary>
    private NameHit? LookMisspelt(Search search, int first, int count, int longest)
    {
        var words = search.Words;
        List<NamedThing>? things = null;
        var best = NameQuality.Typo;
        for (var wrong = first; wrong < first + count; wrong++)
        {
            foreach (var right in search.Near[wrong] ??= NearWords(words[wrong].Stem))
            {
                if (count > (wrong == first ? LongestFrom(right) : longest))
                {
                    continue;
                }

                var key = string.Join(' ', Enumerable.Range(first, count).Select(at => at == wrong ? right : words[at].Stem));
                if (Best(key, () => key, search.Kinds, words[first], count) is not { } found)
                {
                    continue;
                }

                if (things is null || found.Quality < best)
                {
                    (things, best) = ([.. found.Things], found.Quality);
                }
                else if (found.Quality == best)
                {
                    things.AddRange(found.Things.Except(things));
                }
            }
        }

        return things is null ? null : new NameHit(first, count, NameQuality.Typo, things);
    }

    /// <summary>Most words of a sentence begin no name; they are done with after this.</summary>
    private int LongestFrom(string stem) => Math.Max(_directory.LongestFrom(stem), _deals.LongestFrom(stem));

    private IReadOnlyList<string> NearWords(string stem) => stem.Length < TypoIndex.ShortestWord || char.IsDigit(stem[0])
        ? []
        : [.. _directory.NearWords(stem).Concat(_deals.NearWords(stem)).Distinct(StringComparer.Ordinal)];

    private (NameQuality Quality, List<NamedThing> Things)? Best(ReadOnlySpan<char> key, Func<string> textOf, Func<NameKind, bool>? kinds, Word firstWord, int count)
    {
        var directory = Kept(_directory.Look(key, textOf), kinds, firstWord, count);
        var deals = Kept(_deals.Look(key, textOf, _snapshot), kinds, firstWord, count);
        if (directory is not { } first || deals is not { } second)
        {
            return directory ?? deals;
        }

        // An account and its only deal often share a name; both are kept when they fit equally.
        return first.Quality == second.Quality
            ? (first.Quality, [.. first.Things, .. second.Things])
            : first.Quality < second.Quality ? first : second;
    }

    /// <summary>Only things of the kinds asked for; initials count only when they are written as such: "DR", never "dr" or "is".</summary>
    private static (NameQuality Quality, List<NamedThing> Things)? Kept((NameQuality Quality, List<NamedThing> Things)? found, Func<NameKind, bool>? kinds, Word firstWord, int count)
    {
        if (found is not { } all)
        {
            return null;
        }

        var initials = count == 1 && all.Quality == NameQuality.Partial && firstWord.Text.Length <= 3 && !firstWord.IsUpper;
        var kept = kinds is null && !initials
            ? all.Things
            : all.Things.FindAll(thing => kinds?.Invoke(thing.Kind) != false && !(initials && thing.Kind == NameKind.Person && IsInitials(thing, firstWord.Text)));
        return kept.Count == 0 ? null : (all.Quality, kept);
    }

    private static bool IsInitials(NamedThing thing, string text) => !thing.Name.StartsWith(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>One pass over a sentence: where names may stand, and what was found out about its words so far.</summary>
    private sealed record Search(IReadOnlyList<Word> Words, Func<NameKind, bool>? Kinds, Func<int, bool>? Usable, Func<int, bool>? Loose)
    {
        /// <summary>The known words one slip away from each word; null where nobody has looked yet.</summary>
        public IReadOnlyList<string>?[] Near { get; } = new IReadOnlyList<string>?[Words.Count];

        public bool MayUse(int first, int count) => Usable is null || All(Usable, first, count);

        public bool MayBeLoose(int first, int count) => Loose is null || All(Loose, first, count);

        private static bool All(Func<int, bool> holds, int first, int count)
        {
            for (var at = first; at < first + count; at++)
            {
                if (!holds(at))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
