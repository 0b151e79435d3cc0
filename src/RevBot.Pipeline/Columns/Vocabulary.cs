namespace RevBot.Pipeline.Columns;

/// <summary>Numbers for words, in order of arrival and never taken back, so that all versions of a pipeline mean the same by them. 0 is no word.</summary>
internal sealed class Vocabulary
{
    public const int None = 0;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _ordinals = new(StringComparer.Ordinal) { [""] = None };
    private string[] _words = [""];

    /// <summary>How many numbers there are.</summary>
    public int Count { get; private set; } = 1;

    public string this[int ordinal] => _words[ordinal];

    /// <summary>The number of a word; -1 when it has none.</summary>
    public int Find(string word)
    {
        lock (_lock)
        {
            return _ordinals.GetValueOrDefault(word, -1);
        }
    }

    /// <summary>The number of a word, new when need be.</summary>
    public int OrdinalOf(string? word)
    {
        if (string.IsNullOrEmpty(word))
        {
            return None;
        }

        lock (_lock)
        {
            if (!_ordinals.TryGetValue(word, out var ordinal))
            {
                ordinal = Count;
                if (ordinal == _words.Length)
                {
                    Array.Resize(ref _words, 2 * ordinal);
                }

                _words[ordinal] = word;
                _ordinals[word] = ordinal;
                Count++;
            }

            return ordinal;
        }
    }
}
