using System.Net;
using System.Text.RegularExpressions;

namespace RevBot.Tests.Journeys;

/// <summary>The figures and words of what a door shows, without the way it shows them: markup, bars, column lines, button numbers and the time of day.</summary>
internal static partial class Facts
{
    public static string Of(string shown)
    {
        // A chart below a heading may say the heading once more: the first line, or the "by team" of a further answer.
        var lines = Clock().Replace(Bare(shown), "hh:mm").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var words = string.Join('\n', lines.Where((line, at) => at == 0 || (line != lines[0] && !(line.Contains(" by ", StringComparison.Ordinal) && lines.AsSpan(0, at).Contains(line))))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ':', '·', '•')).Where(word => word.Length > 0);
        return string.Join(' ', words.Order(StringComparer.Ordinal));
    }

    /// <summary>The words in their order, one space apart.</summary>
    public static string Plain(string shown) => string.Join(' ', Bare(shown).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Bare(string shown) => Looks().Replace(WebUtility.HtmlDecode(shown).Replace("\u200B", string.Empty, StringComparison.Ordinal).Replace("\u200C", string.Empty, StringComparison.Ordinal), string.Empty);

    [GeneratedRegex(@"[*~_`█▇▒─]|(?<=[\s·])–(?=\s|$)|^\[\d+\] .*$", RegexOptions.Multiline)]
    private static partial Regex Looks();

    // In a chat of one's own the moment is told by one's own clock, where a platform tells the time zone.
    [GeneratedRegex(@"(?:\b\d{1,2} \w{3} \d{4} )?\b\d\d:\d\d\b(?: your time)?")]
    private static partial Regex Clock();
}
