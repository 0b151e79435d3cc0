using System.Collections.Frozen;

namespace RevBot.Intents.Ask.Words;

/// <summary>Common words of English. What is one of them is never taken for a slip of another, so that "by shoe size" is not read as "show size"; what they mean is not known.</summary>
internal static class EnglishWords
{
    private static readonly FrozenSet<string> Words = WordList.Load("english-words.txt");

    public static bool Contains(string word) => Words.Contains(word);
}
