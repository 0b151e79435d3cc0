using System.Text;

namespace RevBot.Channels.Slack;

/// <summary>Reads what people write in Slack: references to people, rooms and links as words, entities decoded, mentions of the bot gone.</summary>
internal static class SlackText
{
    /// <param name="botUserId">Whose mentions are taken out; null when it is not known.</param>
    /// <param name="startsWithMention">True when the message is known to be a mention: then the reference it starts with is the bot's.</param>
    public static string ToPlain(string text, string? botUserId, bool startsWithMention = false)
    {
        if (text.AsSpan().IndexOfAny('<', '&', '\u00A0') < 0)
        {
            return text.Trim();
        }

        var builder = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var open = rest.IndexOf('<');
            var close = open < 0 ? -1 : rest[open..].IndexOf('>');
            if (close < 0)
            {
                builder.Append(rest);
                break;
            }

            builder.Append(rest[..open]);
            var reference = rest.Slice(open + 1, close - 1);
            rest = rest[(open + close + 1)..];
            var isBot = reference is ['@', ..] && (IdOf(reference).SequenceEqual(botUserId) || (startsWithMention && botUserId is null && IsBlank(builder)));
            if (isBot)
            {
                rest = rest.TrimStart();
                if (IsBlank(builder))
                {
                    rest = rest.TrimStart(",:").TrimStart();
                }
            }
            else
            {
                AppendReference(builder, reference);
            }
        }

        return builder.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&amp;", "&").Replace('\u00A0', ' ').ToString().Trim();
    }

    public static bool Mentions(string text, string userId) =>
        text.Contains($"<@{userId}>", StringComparison.Ordinal) || text.Contains($"<@{userId}|", StringComparison.Ordinal);

    private static void AppendReference(StringBuilder builder, ReadOnlySpan<char> reference)
    {
        var bar = reference.IndexOf('|');
        var label = bar < 0 ? default : reference[(bar + 1)..];
        switch (reference)
        {
            case ['@', ..]:
                builder.Append('@').Append(label.IsEmpty ? IdOf(reference) : label.TrimStart('@'));
                break;
            case ['#', ..]:
                builder.Append('#').Append(label.IsEmpty ? IdOf(reference) : label.TrimStart('#'));
                break;
            case ['!', ..]:
                builder.Append(label.IsEmpty ? string.Concat("@", IdOf(reference)) : label);
                break;
            default:
                builder.Append(label.IsEmpty ? (bar < 0 ? reference : reference[..bar]) : label);
                break;
        }
    }

    /// <summary>What stands between the mark and the label.</summary>
    private static ReadOnlySpan<char> IdOf(ReadOnlySpan<char> reference)
    {
        var bar = reference.IndexOf('|');
        return bar < 0 ? reference[1..] : reference[1..bar];
    }

    private static bool IsBlank(StringBuilder builder)
    {
        for (var i = 0; i < builder.Length; i++)
        {
            if (!char.IsWhiteSpace(builder[i]))
            {
                return false;
            }
        }

        return true;
    }
}
