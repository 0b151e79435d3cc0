using System.Collections.Frozen;

namespace RevBot.Intents.Ask.Words;

/// <summary>Common words of English. What is one of them is never taken for a slip of another, so that "by shoe size" is not read as "show size"; what they mean is not known.</summary>
internal static class EnglishWords
{
    private static readonly FrozenSet<string> Words = Load();

    public static bool Contains(string word) => Words.Contains(word);

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(EnglishWords).Assembly.GetManifestResourceStream("english-words.txt") ?? throw new InvalidOperationException("The list of English words is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
