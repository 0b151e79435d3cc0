using System.Net;
using System.Text.RegularExpressions;

namespace RevBot.Tests.Journeys;

/// <summary>The figures and words of what a door shows, without the way it shows them: markup, bars, column lines, button numbers and the time of day.</summary>
internal static partial class Facts
{
    public static string Of(string shown)
    {
        var text = WebUtility.HtmlDecode(shown).Replace("\u200B", string.Empty, StringComparison.Ordinal);
        text = Clock().Replace(Looks().Replace(text, string.Empty), "hh:mm");
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ':', '·', '•')).Where(word => word.Length > 0);
        return string.Join(' ', words.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"[*~_`█▇▒─]|(?<=[\s·])–(?=\s)|^\[\d+\] .*$", RegexOptions.Multiline)]
    private static partial Regex Looks();

    [GeneratedRegex(@"\b\d\d:\d\d\b")]
    private static partial Regex Clock();
}
