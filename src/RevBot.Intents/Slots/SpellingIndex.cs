using System.Numerics;

namespace RevBot.Intents.Slots;

/// <summary>Finds the known word a misspelt one was meant to be. Words are kept by how they begin and with the letters they have, so that only a few are compared letter by letter, however many are known.</summary>
internal sealed class SpellingIndex
{
    private const int ShortenedCost = 7;
    private const int CheapestSlip = 5;

    private readonly Dictionary<(char First, int Length), List<(string Word, uint Letters)>> _words = [];

    /// <summary>Adds a word, once; of one letter there is nothing to correct.</summary>
    public void Add(string word)
    {
        if (word.Length > 1)
        {
            if (!_words.TryGetValue((word[0], word.Length), out var words))
            {
                _words[(word[0], word.Length)] = words = [];
            }

            words.Add((word, LettersOf(word)));
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

        var letters = LettersOf(said);
        for (var first = 'a'; first <= 'z'; first++)
        {
            var own = first == said[0];
            if (!own && first != said[1] && !(anyStart && said.Length > 3))
            {
                continue;
            }

            for (var length = Math.Max(2, said.Length - (own ? 4 : 1)); length <= said.Length + (own ? 5 : 1); length++)
            {
                if (_words.TryGetValue((first, length), out var words))
                {
                    Weigh(words, own, length);
                }
            }
        }

        return best;

        void Weigh(List<(string Word, uint Letters)> words, bool own, int length)
        {
            var limit = SlipCost.Limit(Math.Max(said.Length, own ? length : length - 1));

            // A slip adds a letter, takes one away, or puts one in the place of another.
            var most = own ? limit / CheapestSlip : 2;
            foreach (var (word, its) in words)
            {
                var cost = BitOperations.PopCount(letters ^ its) <= most ? SlipCost.Between(said, word, limit) : int.MaxValue;
                if (own && cost > ShortenedCost && said.Length > 2 && (letters & ~its) == 0 && SlipCost.IsShortened(said, word))
                {
                    cost = ShortenedCost + length - said.Length;
                }

                if (cost == int.MaxValue)
                {
                    continue;
                }

                cost += handicap?.Invoke(word) ?? 0;
                if (best is not { } so || cost < so.Cost || (cost == so.Cost && string.CompareOrdinal(word, so.Word) < 0))
                {
                    best = (word, cost);
                }
            }
        }
    }

    /// <summary>One bit for each letter of the alphabet a word has.</summary>
    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word)
        {
            letters |= char.IsAsciiLetterLower(letter) ? 1u << (letter - 'a') : 0;
        }

        return letters;
    }
}
