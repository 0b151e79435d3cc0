using System.Text.RegularExpressions;

namespace RevBot.Intents.Leakage;

/// <summary>Finds "where are deals breaking down", "where do we lose deals", "where is the leak" in a sentence and puts one phrase in its place that the question parser knows, so that filters and periods around it are read as in any question.</summary>
internal static partial class LeakageWords
{
    /// <summary>What the parser reads in the place of the phrase; asked like this it is the same question.</summary>
    public const string Phrase = "funnel leak";

    /// <summary>The sentence with <see cref="Phrase"/> in it; null when it does not ask where deals break down.</summary>
    public static string? Rewrite(string text)
    {
        foreach (var pattern in (ReadOnlySpan<Regex>)[Breaking(), Losing(), Broken(), BrokenPart(), Leak()])
        {
            if (pattern.Match(text) is { Success: true } match)
            {
                // "How leaky is Discovery, conversion by segment", "where did we lose the Globex deal": a figure is named, or one deal.
                if (Figure().IsMatch(text[..match.Index] + text[(match.Index + match.Length)..]) || OneDeal().IsMatch(text[(match.Index + match.Groups["mid"].Length)..]))
                {
                    return null;
                }

                if (ByStage().IsMatch(match.Value))
                {
                    // "At which stage did we lose the most deals": the stage is asked for, by how many.
                    return null;
                }

                // What stands inside the phrase may say whose deals are meant.
                var inside = Habit().Replace(Funnel().Replace(match.Groups["mid"].Value, " "), " ").Trim();
                return $"{Lead().Replace(text[..match.Index], string.Empty)}{Phrase} {inside}{Funnel().Replace(text[(match.Index + match.Length)..], " ")}".Trim();
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"\b(?:where(?: ?abouts)?|wher|whre|whare|(?:at|in|on|during) (?:which|what) (?:stage|point|step|phase|part|place)s?(?: (?:of|in) (?:the |our )?(?:sales )?(?:funnel|process|pipeline|cycle))?)(?:'s|s)?(?<mid> .{0,60}?)\b(?:break|breaks|breaking|brake|brakes|braking|breakin|broken|broke|die|dies|dying|fail|fails|failing|drop|drops|dropping|fall|falls|falling|go wrong|goes wrong|going wrong|get lost|gets lost|getting lost|leak|leaks|leaking|collapse|collapses|collapsing|stumble|stumbling|derail|derailing|fizzle|fizzling|crumble|crumbling|unravel|unravelling|slip through the cracks|slipping through the cracks|(?:come|coming|comes|came) (?:undone|unstuck|apart|to grief|off the rails)|(?:go|goes|going) (?:off the rails|south|sideways|astray|missing))\b(?:[ -](?:down|apart|off|out|through|over(?! ?[$€£\d])|away|the cracks))*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Breaking();

    [GeneratedRegex(
        @"\b(?:where(?: ?abouts)?|wher|whre|(?:at|in|on|during) (?:which|what) (?:stage|point|step|phase|part|place)(?: (?:of|in) (?:the |our )?(?:sales )?(?:funnel|process|pipeline|cycle))?)(?:,? (?:in|of|along) (?:the |our )?(?:sales )?(?:funnel|process|pipeline|cycle),?)?(?<mid>(?: exactly| mostly| usually| typically)*(?: (?:do|are|did|have|r))? (?:we|i|you|they|my team|our team|my reps|our reps)(?: (?:tend to|usually|typically|mostly|generally|keep|actually|are))*) (?:lose|loose|losing|loosing|lost|bleed|bleeding|leak|leaking|shed|shedding)\b(?>(?: (?:the most|most|the|our|so many|all|of|all our))*)(?>(?: (?:deals|opportunities|opps|money|revenue|pipeline|business|them))?)(?! to\b| time\b| touch\b| sight\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Losing();

    [GeneratedRegex(
        @"\b(?:what|which (?:stage|part)s?)(?:'s|s| is| are)? (?:broken|breaking|not working|wrong|going wrong)(?: down)?(?: (?:in|with|about))?(?<mid> (?:the |our |my )?(?:sales )?(?:funnel|pipeline|process))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Broken();

    /// <summary>"Which part of the process is broken".</summary>
    [GeneratedRegex(
        @"\b(?:which|what) (?:stage|part|step|bit|point)s? (?:of|in) (?:the |our |my )?(?:sales )?(?:funnel|pipeline|process) (?:is|are|isn't|aren't|has|have|got)(?<mid>) ?(?:the most |most |been |become )?(?:broken|breaking|failing|leaking|leaky|not working|working|gone wrong|going wrong|letting us down)(?: down)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BrokenPart();

    [GeneratedRegex(@"^(?:at|in|on|during) (?:which|what) stages?\b.*\b(?:the most|most|the fewest|the least|more)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ByStage();

    [GeneratedRegex(@"\bconver(?:sion|t)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b(?:lose|lost|losing) (?:the |that |our |my )?(?!most |best |big)(?:[\w'’&.-]+ ){1,4}(?:deal|opportunity|opp|account|renewal)\b(?! (?:size|type|value))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OneDeal();

    /// <summary>What says how often and no more.</summary>
    [GeneratedRegex(@"\b(?:(?:tend|seem|start|appear|like)s? to|(?:starting|tending|beginning) to|usually|typically|mostly|generally|keep|keeps|always|actually|exactly|really)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Habit();

    [GeneratedRegex(
        @"\b(?:(?:where|what|show me|find)(?:'s|s| is| are)? )?(?:the |our |any |a )?(?:(?:biggest|worst|main|pipeline|funnel|sales|deal|deals|revenue|most) )*leak(?:s|age|ages|y|ing)?\b(?<mid>(?: (?:in|of|from) (?:the |our |my )?(?:sales )?(?:funnel|pipeline|process))?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leak();

    /// <summary>What leads up to the question and says nothing.</summary>
    [GeneratedRegex(@"(?:\b(?:any idea|do you know|can you (?:tell|show) (?:me|us)|could you (?:tell|show) (?:me|us)|show (?:me|us)|tell (?:me|us)|i wonder|wondering|i want to (?:know|see)|i need to (?:know|see)|help me (?:see|find|understand)|let me (?:know|see)|find out)\s+)+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:in |of |from )?(?:the |our )?(?:sales )?(?:funnel|process)\b|\b(?:in |of |from )(?:the |our )?(?:sales )?pipeline\b|\b(?:is|are|the) (?:the |our )?pipeline\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Funnel();
}
