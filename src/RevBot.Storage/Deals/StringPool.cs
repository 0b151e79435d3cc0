using System.Diagnostics.CodeAnalysis;

namespace RevBot.Storage.Deals;

/// <summary>Keeps one copy of words that many deals share (stages, owners, sources); used by one thread.</summary>
internal sealed class StringPool
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    [return: NotNullIfNotNull(nameof(word))]
    public string? Share(string? word)
    {
        if (word is null)
        {
            return null;
        }

        if (_words.TryGetValue(word, out var kept))
        {
            return kept;
        }

        _words.Add(word);
        return word;
    }
}
