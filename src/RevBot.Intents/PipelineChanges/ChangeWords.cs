using System.Text.RegularExpressions;

namespace RevBot.Intents.PipelineChanges;

/// <summary>Finds "what changed", "pipeline movement", "bridge the pipeline" in a sentence and puts a phrase in its place that the question parser knows, so that filters and periods around it are read as in any question.</summary>
internal static partial class ChangeWords
{
    /// <summary>Things that happened: periods are then read as what is over.</summary>
    private const string Phrase = "created pipeline";

    /// <summary>The sentence with the phrase in it; null when it does not ask what changed.</summary>
    public static string? Rewrite(string text) => Asked().Match(text) is { Success: true } match
        ? $"{Phrase} {Rest().Replace(text[..match.Index] + " " + text[(match.Index + match.Length)..], " ")}".Trim()
        : null;

    /// <summary>"all dates", "the whole pipeline": all open deals are looked at, whenever they are expected to close.</summary>
    public static bool AsksForAllDates(string text) => AllDates().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:what(?:'s|s| is| has| have|'ve)?(?: been)? (?:changed|changing|different|moved|changes|changed and moved)(?: (?:in|on|with|about|for))?|what(?:'s|s| is| are) (?:the )?changes(?: (?:in|on|to))?|what happened (?:to|in|with) (?:the|our|my) (?:pipeline|deals)|how (?:did|has|have) (?:the |our |my )?(?:open )?pipeline (?:change|changed|move|moved)|(?:show me |give me )?(?:the |a |our )?(?:pipeline|deal) (?:changes?|movements?|bridge|waterfall|walk)|(?:pipeline )?(?:bridge|waterfall)(?: (?:of|for))?(?: (?:the|our|my))?(?: pipeline)?|changes (?:in|to) (?:the|our|my) pipeline)(?!\s+(?:by|per|over time))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\bfor me\b|\bsince (?:the|our|my) (?:last|previous|latest) (?:pipeline |deal |weekly )?(?:review|meeting|call)\b|\b(?:for |of )?(?:all dates|all close dates|the (?:whole|entire) pipeline|all open deals)\b|\?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rest();

    [GeneratedRegex(@"\b(?:all dates|all close dates|the (?:whole|entire) pipeline|all open deals)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AllDates();
}
