namespace RevBot.Intents.Slots;

/// <summary>One bit of 64 for how each word of a name begins. Whether a name may have a word is then told by a look at a number, not at the name.</summary>
internal static class WordMarks
{
    /// <summary>All bits for a name that is not plain ASCII: its words may be written in other ways.</summary>
    public static ulong Of(string name)
    {
        var (marks, before) = (0UL, ' ');
        for (var at = 0; at < name.Length; at++)
        {
            if (!char.IsAscii(name[at]))
            {
                return ulong.MaxValue;
            }

            if (name[at] == '\'')
            {
                // "O'Brien" is one word.
                continue;
            }

            if (!char.IsAsciiLetterOrDigit(before))
            {
                marks |= OfBeginning(name.AsSpan(at));
            }

            before = name[at];
        }

        return marks;
    }

    /// <summary>The bit that every name with this word has; none when the word cannot be told so.</summary>
    public static ulong OfBeginning(ReadOnlySpan<char> word)
    {
        if (word is [] || !char.IsAsciiLetterOrDigit(word[0]))
        {
            return 0;
        }

        var next = word[1..].TrimStart('\'') is [var sign, ..] && char.IsAsciiLetterOrDigit(sign) ? char.ToUpperInvariant(sign) : 0;
        return 1UL << (((31 * char.ToUpperInvariant(word[0])) + next) & 63);
    }
}
