using System.Buffers;
using System.Text;

namespace RevBot.Channels.Slack;

/// <summary>Writes plain text into Slack's markup so that it shows as it is: nothing in a CRM value can mention, link or format.</summary>
internal static class SlackMrkdwn
{
    /// <summary>Breaks a markup character's effect without being seen.</summary>
    private const char Breaker = '\u200B';

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>*_~`:");

    /// <summary>Slack's three entities. Enough for notification text; for blocks take <see cref="Literal"/>.</summary>
    public static string Escape(string text) => text.AsSpan().IndexOfAny('&', '<', '>') < 0
        ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>The text as it is: entities escaped, and asterisks, underscores, tildes, backticks, quote marks and emoji codes without effect.</summary>
    public static string Literal(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
        {
            return text;
        }

        var builder = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '>' && (i == 0 || text[i - 1] == '\n'))
            {
                builder.Append(Breaker);
            }

            AppendEscaped(builder, character);
            if (character is '`' || (character is '*' or '_' or '~' && !IsInsideWord(text, i)) || (character == ':' && StartsEmoji(text, i)))
            {
                builder.Append(Breaker);
            }
        }

        return builder.ToString();
    }

    public static string Bold(string text) => Wrap(text, '*');

    public static string Struck(string text) => Wrap(text, '~');

    /// <summary>A block of fixed-width text; only entities and backticks have an effect in it.</summary>
    public static string Fixed(string text)
    {
        var builder = new StringBuilder("```\n", text.Length + 16);
        foreach (var character in text)
        {
            AppendEscaped(builder, character);
            if (character == '`')
            {
                builder.Append(Breaker);
            }
        }

        return builder.Append("\n```").ToString();
    }

    /// <summary>The most that a code point takes once it is written by any of these; line ends pay for the marks around each line.</summary>
    public static int Cost(Rune rune) => rune.Value switch
    {
        '&' or '>' => 6,
        '<' => 4,
        '\n' => 4,
        '*' or '_' or '~' or '`' or ':' => 2,
        _ => 1,
    };

    /// <summary>Marks each line by itself, since Slack's marks do not reach over a line end.</summary>
    private static string Wrap(string text, char mark) => string.Join('\n', text.Split('\n').Select(line =>
        string.IsNullOrWhiteSpace(line) ? line : $"{mark}{Literal(line.Trim())}{mark}"));

    private static void AppendEscaped(StringBuilder builder, char character) => _ = character switch
    {
        '&' => builder.Append("&amp;"),
        '<' => builder.Append("&lt;"),
        '>' => builder.Append("&gt;"),
        _ => builder.Append(character),
    };

    /// <summary>Slack gives no meaning to a mark between two letters: <c>legal_review</c> can stay as it is.</summary>
    private static bool IsInsideWord(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);

    private static bool StartsEmoji(string text, int i)
    {
        var end = i + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '+' or '-'))
        {
            end++;
        }

        return end > i + 1 && end < text.Length && text[end] == ':';
    }
}
