namespace RevBot.Intents.Slots;

/// <summary>Finds the known word a misspelt one was meant to be. Words are kept by how they begin, so that only a few are compared, however many are known.</summary>
internal sealed class SpellingIndex
{
    private const int ShortenedCost = 7;

    private readonly Dictionary<(char First, int Length), List<string>> _words = [];

    /// <summary>Adds a word once; plain letters only, the rest is never corrected.</summary>
    public void Add(string word)
    {
        if (word.Length > 1)
        {
            if (!_words.TryGetValue((word[0], word.Length), out var words))
            {
                _words[(word[0], word.Length)] = words = [];
            }

            words.Add(word);
        }
    }

    /// <summary>The nearest word and what it costs; null when none is near enough.</summary>
    /// <param name="anyStart">Whether the first letter may be any other; of long lists it is right, or swapped with the next.</param>
    /// <param name="handicap">What a word costs beside its slips, so that of two the likelier is taken.</param>
    public (string Word, int Cost)? Nearest(string said, bool anyStart, Func<string, int>? handicap = null)
    {
        (string Word, int Cost)? best = null;
        if (said.Length < 2)
        {
            return null;
        }

        Span<char> firsts = stackalloc char[26];
        var count = 0;
        for (var first = 'a'; first <= 'z'; first++)
        {
            if (first == said[0] || first == said[1] || (anyStart && said.Length > 3))
            {
                firsts[count++] = first;
            }
        }

        for (var at = 0; at < count; at++)
        {
            var own = firsts[at] == said[0];
            for (var length = Math.Max(2, said.Length - (own ? 4 : 1)); length <= said.Length + (own ? 5 : 1); length++)
            {
                if (_words.TryGetValue((firsts[at], length), out var words))
                {
                    foreach (var word in words)
                    {
                        Weigh(word);
                    }
                }
            }
        }

        return best;

        void Weigh(string word)
        {
            var limit = SlipCost.Limit(Math.Max(said.Length, word[0] == said[0] ? word.Length : word.Length - 1));
            var cost = SlipCost.Between(said, word, limit);
            if (word[0] == said[0] && cost > ShortenedCost && said.Length > 2 && SlipCost.IsShortened(said, word))
            {
                cost = ShortenedCost + word.Length - said.Length;
            }

            if (cost == int.MaxValue)
            {
                return;
            }

            cost += handicap?.Invoke(word) ?? 0;
            if (best is not { } so || cost < so.Cost || (cost == so.Cost && string.CompareOrdinal(word, so.Word) < 0))
            {
                best = (word, cost);
            }
        }
    }
}
