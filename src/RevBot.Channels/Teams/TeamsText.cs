using System.Net;
using System.Text;
using RevBot.Channels.Teams.Protocol;

namespace RevBot.Channels.Teams;

/// <summary>Reads what people write in Teams: mentions of the bot gone, those of others as their names, entities decoded.</summary>
internal static class TeamsText
{
    private const string OpenMark = "<at";
    private const string CloseMark = "</at>";

    /// <summary>Nobody mentions more people; reading on would hold everybody else up.</summary>
    private const int MostMentions = 50;

    public static string ToPlain(Activity activity)
    {
        var text = activity.Text ?? string.Empty;
        foreach (var mention in MentionsIn(activity).Take(MostMentions))
        {
            if (Find(text, mention) is not { } found)
            {
                continue;
            }

            var (start, length) = found;
            var rest = text[(start + length)..];
            if (IsBot(mention, activity))
            {
                // What parts the address from the sentence goes with it.
                var isAtStart = IsBlank(text.AsSpan(0, start));
                text = string.Concat(text.AsSpan(0, start), isAtStart ? rest.AsSpan().TrimStart().TrimStart(",:") : rest);
            }
            else
            {
                text = string.Concat(text.AsSpan(0, start), mention.Mentioned?.Name is { Length: > 0 } name ? WebUtility.HtmlEncode(name) : NameIn(mention.Text), rest);
            }
        }

        return WebUtility.HtmlDecode(WithoutMarks(text)).Replace('\u00A0', ' ').Trim();
    }

    /// <summary>The words of a message as Teams shows it, its paragraphs and breaks as lines.</summary>
    public static string OfHtml(string html)
    {
        var (text, lastClosed) = (new StringBuilder(html.Length), html.LastIndexOf('>'));
        for (var at = 0; at < html.Length;)
        {
            // A sign that nothing closes is one that somebody wrote.
            if (html[at] != '<' || at > lastClosed)
            {
                text.Append(html[at++]);
                continue;
            }

            var end = html.IndexOf('>', at);
            var tag = html.AsSpan(at + 1, end - at - 1).Trim("/ ").ToString();
            var name = tag.Split(' ')[0].ToUpperInvariant();
            text.Append(name is "BR" or "P" or "DIV" or "LI" or "TR" ? "\n" : string.Empty);
            at = end + 1;
        }

        var lines = WebUtility.HtmlDecode(text.ToString()).Replace('\u00A0', ' ').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines);
    }

    /// <summary>Whether the message is addressed to the bot by name.</summary>
    public static bool IsMentioned(Activity activity) => MentionsIn(activity).Any(mention => IsBot(mention, activity));

    private static IEnumerable<Entity> MentionsIn(Activity activity) =>
        (activity.Entities ?? []).Where(entity => "mention".Equals(entity?.Type, StringComparison.OrdinalIgnoreCase));

    private static bool IsBot(Entity mention, Activity activity) => mention.Mentioned?.Id is { Length: > 0 } id && id == activity.Recipient?.Id;

    /// <summary>The very text the mention names; else, since clients add attributes, the first mark around the same name.</summary>
    private static (int Start, int Length)? Find(string text, Entity mention)
    {
        if (mention.Text is { Length: > 0 } exact && text.IndexOf(exact, StringComparison.Ordinal) is >= 0 and var at)
        {
            return (at, exact.Length);
        }

        var name = mention.Text is { Length: > 0 } marked ? NameIn(marked) : mention.Mentioned?.Name;
        for (var from = 0; Next(text, from) is var (start, inner, end); from = end)
        {
            if (text.AsSpan(inner, end - CloseMark.Length - inner).SequenceEqual(name))
            {
                return (start, end - start);
            }
        }

        return null;
    }

    private static string NameIn(string? marked) =>
        marked is not null && Next(marked, 0) is var (_, inner, end) ? marked[inner..(end - CloseMark.Length)] : marked ?? string.Empty;

    /// <summary>Marks no mention explains are read as the name in them.</summary>
    private static string WithoutMarks(string text)
    {
        var from = 0;
        for (var marks = 0; marks < MostMentions && Next(text, from) is var (start, inner, end); marks++)
        {
            text = string.Concat(text.AsSpan(0, start), text.AsSpan(inner, end - CloseMark.Length - inner), text.AsSpan(end));
            from = start;
        }

        return text;
    }

    /// <summary>The next mark: where it starts, where its name starts, and where it ends.</summary>
    private static (int Start, int Inner, int End)? Next(string text, int from)
    {
        var start = from - 1;
        do
        {
            start = text.IndexOf(OpenMark, start + 1, StringComparison.OrdinalIgnoreCase);
        }
        while (start >= 0 && start + OpenMark.Length < text.Length && text[start + OpenMark.Length] != '>' && !char.IsWhiteSpace(text[start + OpenMark.Length]));

        var inner = start < 0 ? -1 : text.IndexOf('>', start);
        var close = inner < 0 ? -1 : text.IndexOf(CloseMark, inner, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? null : (start, inner + 1, close + CloseMark.Length);
    }

    private static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                return false;
            }
        }

        return true;
    }
}
