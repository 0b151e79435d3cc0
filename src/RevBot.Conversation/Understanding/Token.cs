namespace RevBot.Conversation.Understanding;

/// <summary>One word of an <see cref="Utterance"/> and where it starts in its normalized text.</summary>
public readonly record struct Token(string Text, int Start)
{
    /// <summary>Splits at spaces and punctuation; what may stand inside a word or a number (<c>it's</c>, <c>D-102</c>, <c>1,234.50</c>, <c>$80k</c>) stays together.</summary>
    public static IReadOnlyList<Token> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>();
        var at = 0;
        while (at < text.Length)
        {
            if (!Belongs(text, at))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && Belongs(text, at))
            {
                at++;
            }

            tokens.Add(new Token(text[start..at], start));
        }

        return tokens;
    }

    private static bool Belongs(string text, int at) =>
        char.IsLetterOrDigit(text[at])
        || char.IsSurrogate(text[at])
        || text[at] is '$' or '€' or '£' or '#' or '%' or '&' or '@' or '_' or '+'
        || (text[at] is '\'' or '-' or '.' or ',' or '/' or ':' && Inside(text, at));

    private static bool Inside(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
}
