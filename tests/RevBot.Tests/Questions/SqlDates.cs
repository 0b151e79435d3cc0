using System.Globalization;

namespace RevBot.Tests.Questions;

/// <summary>The days of a reading ("1 Oct – 31 Dec 2026", "until 3 May 2026") as SQL writes them.</summary>
internal static class SqlDates
{
    public static (string? From, string? To) Span(string words)
    {
        if (words.Split(" – ") is [var first, var last])
        {
            return (Day(first.Split(' ').Length == 3 ? first : $"{first} {last.Split(' ')[^1]}"), Day(last));
        }

        return words switch
        {
            _ when words.StartsWith("from ", StringComparison.Ordinal) => (Day(words[5..]), null),
            _ when words.StartsWith("until ", StringComparison.Ordinal) => (null, Day(words[6..])),
            _ => (Day(words), Day(words)),
        };
    }

    public static string Day(string words) => DateOnly.ParseExact(words, "d MMM yyyy", CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
