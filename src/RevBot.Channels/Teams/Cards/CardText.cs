using System.Text;

namespace RevBot.Channels.Teams.Cards;

/// <summary>Writes names, notes and figures into a card so that they stay what they are: no markup, no mention, no date function is read in them.</summary>
internal static class CardText
{
    /// <summary>Unseen; parts what a client would take for a mention or a function.</summary>
    private const char Apart = '\u200C';

    /// <summary>For places where clients read no markdown: still, mentions and <c>{{DATE(…)}}</c> are read everywhere.</summary>
    public static string Literal(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '{') < 0)
        {
            return text;
        }

        var builder = new StringBuilder(text.Length + 4);
        for (var at = 0; at < text.Length; at++)
        {
            builder.Append(text[at]);
            var rest = text.AsSpan(at + 1);
            if ((text[at] == '{' && rest is ['{', ..])
                || (text[at] == '<' && rest.TrimStart('/').StartsWith("at", StringComparison.OrdinalIgnoreCase)))
            {
                builder.Append(Apart);
            }
        }

        return builder.ToString();
    }

    /// <summary>For places where some clients read markdown and others do not: no name becomes a link, and nobody sees a backslash.</summary>
    public static string Either(string text) => Literal(text).Replace("](", $"]{Apart}(", StringComparison.Ordinal);

    /// <summary>For places where markdown is read. Only what would be markup gets a backslash, for not every client takes one away.</summary>
    public static string Markdown(string text)
    {
        var literal = Literal(text);
        var builder = new StringBuilder(literal.Length + 8);
        for (var at = 0; at < literal.Length; at++)
        {
            if (IsMarkup(literal, at))
            {
                builder.Append('\\');
            }

            builder.Append(literal[at]);
        }

        return builder.ToString();
    }

    private static bool IsMarkup(string text, int at)
    {
        var (before, sign, after) = (at > 0 ? text[at - 1] : '\n', text[at], at + 1 < text.Length ? text[at + 1] : '\n');
        return sign switch
        {
            '*' or '~' => !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after)),
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            '\\' => char.IsPunctuation(after) || char.IsSymbol(after),
            '[' => text.IndexOf("](", at, StringComparison.Ordinal) > 0,
            '`' => true,
            '<' => char.IsLetter(after) || after is '/' or '!',
            '#' => IsLineStart(text, at) && (char.IsWhiteSpace(after) || after == '#'),
            '>' or '-' or '+' => IsLineStart(text, at) && (sign is '>' || char.IsWhiteSpace(after)),
            '.' or ')' => char.IsWhiteSpace(after) && IsNumberAtLineStart(text, at),
            _ => false,
        };
    }

    private static bool IsLineStart(string text, int at) => text.AsSpan(0, at).TrimEnd(' ') is [] or [.., '\n'];

    private static bool IsNumberAtLineStart(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return start < at && IsLineStart(text, start);
    }
}
