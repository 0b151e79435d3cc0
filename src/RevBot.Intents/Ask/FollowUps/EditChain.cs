using System.Text.RegularExpressions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Cuts a sentence that does several things with an answer, one after the other: "without the comparison, but by region", "turn it round: highest first", "any amount again, only EMEA". Whether each piece does something is not decided here.</summary>
internal static partial class EditChain
{
    /// <summary>No longer sentence only does something with an answer.</summary>
    private const int Longest = 120;

    private const int Most = 4;

    /// <summary>The pieces in order; fewer than two when there is but one thing to do.</summary>
    public static List<string> Of(string text)
    {
        if (text.Length > Longest || !Cut().IsMatch(text))
        {
            return [];
        }

        List<string> steps = [.. Cut().Split(text).Select(step => Tie().Replace(step.Trim(' ', ',', '.', '!', '?'), string.Empty)).Where(step => step.Any(char.IsLetterOrDigit))];
        return steps.Count <= Most ? steps : [];
    }

    /// <summary>True for an order or a split, which a sentence read as a whole reads as well: "just the three at the top, by rep".</summary>
    public static bool IsOrder(string reworded) => reworded.Split(' ')[0] is "top" or "bottom" or "highest" or "lowest" or "best" or "worst" or "by" or "only" or "vs";

    /// <summary>True for a piece that takes something back, which a sentence read as a whole passes over.</summary>
    public static bool TakesBack(string step) => Back().IsMatch(step);

    [GeneratedRegex(@"\s*(?:[,;:](?=\s)|\.{2,}|…|\.(?=\s)|\?(?=\s)|\s[-–—]+\s|\s&\s)\s*|\s+(?:but|and then|and|then)\s+(?=(?:by|per|only|just|without|w/o|no|not|drop|remove|show|split|sort|sorted|rank|top|bottom|in|for|as|from|closing|vs|against|with|all|the|lose|put|bring|ditch|scrap|forget|hide|exclude|include|add|make|keep|leave|switch|use|take|go|weight|compare|flip|turn|over|under|above|below|at least|at most|last|this|next|q[1-4]|h[12]|\p{L}+'s)\b|\p{L}+ (?:not|only|rather)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cut();

    [GeneratedRegex(@"^(?:(?:and|but|so|then|ok|okay|please|pls|thanks|thx|cheers|great|cool|also|now|instead)[ ,]+)+(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tie();

    [GeneratedRegex(@"^(?:no|without|w/o|drop|remove|forget|ditch|undo|ignore|skip|stop|don'?t|never ?mind|any|all|every|lift|clear|lose|cancel|scrap|take|leave|lose|make (?:it|that|this|them)|raise|lower|bump|\p{L}+ (?:not|rather than|instead of) \p{L}+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Back();
}
