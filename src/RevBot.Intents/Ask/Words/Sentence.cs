using RevBot.Intents.Slots;

namespace RevBot.Intents.Ask.Words;

/// <summary>A question while it is read: its words, and which of them some part has understood. Parts take words independently; what nobody took is what the bot did not understand.</summary>
internal sealed class Sentence(string text, IReadOnlyList<Word> words)
{
    private readonly bool[] _taken = new bool[words.Count];

    public string Text { get; } = text;

    public IReadOnlyList<Word> Words { get; } = words;

    public int Count => Words.Count;

    /// <summary>The word as compared, or empty beyond the ends and inside quotes.</summary>
    public string this[int at] => at >= 0 && at < Words.Count && Words[at].Quote == 0 ? Words[at].Text : string.Empty;

    /// <summary>The same in the singular.</summary>
    public string Stem(int at) => at >= 0 && at < Words.Count && Words[at].Quote == 0 ? Words[at].Stem : string.Empty;

    /// <summary>Whether the word stands anywhere in it.</summary>
    public bool Has(string word) => Enumerable.Range(0, Count).Any(at => this[at] == word);

    public bool IsFree(int at) => at >= 0 && at < Words.Count && !_taken[at];

    public bool AreFree(int first, int count) => Enumerable.Range(first, count).All(IsFree);

    public void Take(int first, int count)
    {
        for (var at = Math.Max(first, 0); at < Math.Min(first + count, _taken.Length); at++)
        {
            _taken[at] = true;
        }
    }

    /// <summary>The position of the nearest word before <paramref name="at"/> that is none of the small words, or -1.</summary>
    public int Before(int at)
    {
        do
        {
            at--;
        }
        while (this[at] is "the" or "a" or "an" or "any" or "our" or "all" or "their" or "its");

        return at;
    }

    /// <summary>As it was written.</summary>
    public string Written(int first, int count) => Text[Words[first].Start..Words[first + count - 1].End];
}
