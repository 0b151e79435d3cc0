using System.Text.RegularExpressions;

namespace RevBot.Intents.PipelineChanges;

/// <summary>Finds "what changed", "pipeline movement", "bridge the pipeline" in a sentence and puts a phrase in its place that the question parser knows, so that filters and periods around it are read as in any question.</summary>
internal static partial class ChangeWords
{
    /// <summary>Things that happened: periods are then read as what is over.</summary>
    private const string Phrase = "created pipeline";

    /// <summary>The sentence with the phrase in it; null when it does not ask what changed.</summary>
    public static string? Rewrite(string text) => Asked().Match(text) is { Success: true } match
        ? $"{Phrase} {Rest().Replace($"{text[..match.Index]} {string.Concat(match.Groups["whose"].Captures)} {text[(match.Index + match.Length)..]}", " ")}".Trim()
        : null;

    /// <summary>"all dates", "the whole pipeline": all open deals are looked at, whenever they are expected to close.</summary>
    public static bool AsksForAllDates(string text) => AllDates().IsMatch(text);

    [GeneratedRegex(
        @"\b(?:what(?:'s|s| is| has| have|'ve| else)?(?: been)?(?: all| itself| exactly| actually)? (?:chang(?:ed|ing)|different|moved|shifted|changes|changed and moved)(?: (?:in|on|with|about|for|from))?"
        + @"|(?:which|what) changes (?:have |has |had )?(?:been )?(?:happened|occurred|made|come|came|taken place|took place|were made|there were|there have been)(?: (?:in|on|to|with) (?:the|our|my) (?:pipeline|deals|funnel))?|(?:the |any |all )?changes (?=since\b)"
        + @"|what(?:'s|s| is| are) (?:the )?changes(?: (?:in|on|to))?|what(?:'s|s| has| have|'ve| is)?(?: been)? (?:happened|happening|going on|gone on) (?:(?:to|in|with|on) (?:the|our|my) (?:pipeline|deals|funnel)|(?=since\b))"
        + @"|what(?:'s|s| is| are)? new (?:in (?:the|our|my) (?:pipeline|funnel) )?(?=since\b)|what (?:did|have|had) (?:i|we) miss(?:ed)?(?: (?:in (?:the|our|my) (?:pipeline|funnel)|while i was (?:away|out|off|gone)))?"
        + @"|(?:has |have |did )?(?:anything|something) (?:new|chang(?:ed|e|ing)|happen(?:ed)?|moved?|shift(?:ed)?)(?: (?:in|on|with|to|about|for))?(?= (?:the|our|my|since|this|last|today|yesterday|pipeline)\b)"
        + @"|how (?:(?:did|has|have) )?(?<whose>(?:(?!much\b|many\b)[\w'’&-]+ ){0,5}?)(?:open )?(?:pipeline|pipe|funnel)(?:'s|’s)?(?<whose> (?:in|of|for|from) (?:(?!much\b)[\w'’&-]+ ){0,3}?[\w'’&-]+)?(?: has| have)?(?: been)? (?:changed?|changing|moved?|moving|shift(?:ed|ing)?|evolved?|developed?)|(?:show me |give me )?(?:the |a |our )?(?:pipeline|deal) (?:changes?|movements?|bridge|waterfall|walk)|(?:pipeline )?(?:bridge|waterfall)(?: (?:of|for))?(?: (?:the|our|my))?(?: pipeline)?"
        + @"|(?:(?:any|the|all|list|show|what|which|biggest|main|key) )*(?:changes|movements?|differences?) (?:in|to|on|of|within) (?:(?:the|our|my|open|sales) )*(?<whose>(?:(?!and\b|by\b|per\b)[\w'&-]+ ){0,2}?)(?:pipeline|pipe|funnel|deals)|(?:the |our )?(?:pipeline|pipe|funnel) (?:changes?|movements?|moves|delta|diff|differences?)|(?:any|the|all|list(?: the)?|show me|see) changes(?: (?:in|on|to|for|of))?|(?<=\b(?:week|today|yesterday|month|quarter)'?s )changes)(?!\s+(?:by|per|over time))\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\b(?:walk|talk|take|run|guide) (?:me|us) through\b|\b(?:catch me up on|fill me in on|update me on|tell me about|give me|show me|tell me|i (?:want|need|would like) to (?:see|know))\b|\bfor me\b|\bsince (?:the|our|my) (?:last|previous|latest) (?:pipeline |deal |weekly )?(?:review|meeting|call)\b|\b(?:for |of )?(?:all dates|all close dates|the (?:whole|entire) pipeline|all open deals)\b|\?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rest();

    [GeneratedRegex(@"\b(?:all dates|all close dates|the (?:whole|entire) pipeline|all open deals)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AllDates();
}
