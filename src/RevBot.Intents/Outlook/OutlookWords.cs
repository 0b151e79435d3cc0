using System.Text.RegularExpressions;

namespace RevBot.Intents.Outlook;

/// <summary>Finds "what does next quarter look like", "will we make the quarter", "outlook" in a sentence and leaves what stands around it, so that periods and filters are read as in any question.</summary>
internal static partial class OutlookWords
{
    /// <summary>What the parser reads in the place of the phrase.</summary>
    public const string Phrase = "forecast";

    /// <summary>What the sentence says beside asking for an outlook, and whether it asks for one outright; null when it does not ask.</summary>
    public static (string Around, bool Outright)? Find(string text)
    {
        text = Running().Replace(text, "this ${unit}");
        if (Outlook().Match(text) is { Success: true } outlook)
        {
            return (Without(text, outlook, " "), true);
        }

        if (Expect().Match(text) is { Success: true } expect)
        {
            return (Without(text, expect, " "), false);
        }

        if (Make().Match(text) is { Success: true } make)
        {
            var (goal, before) = (make.Groups["goal"].Value, make.Groups["of"].Value);
            var period = Period().IsMatch(goal) ? $"{(before.Contains("next", StringComparison.OrdinalIgnoreCase) ? "next" : "this")} {goal}" : before;
            return (Without(text, make, $" {make.Groups["who"].Value} {period} "), true);
        }

        if (End().Match(text) is { Success: true } end)
        {
            return (Without(text, end, $" {end.Groups["mid"].Value} "), true);
        }

        if (Turns().Match(text) is { Success: true } turns)
        {
            return (Without(text, turns, $" {turns.Groups["mid"].Value} "), false);
        }

        return Look().Match(text) is { Success: true } look ? (Without(text, look, $" {look.Groups["mid"].Value} "), false) : null;
    }

    /// <summary>"How is the quarter shaping up": the one that runs.</summary>
    public static string Dated(string around) => Bare().Replace(around, "this ${unit}");

    [GeneratedRegex(@"\bthe (?<unit>quarter|qtr|month|year)\b(?! (?:\d|before|after|of|that|prior|just|end|ended|ending|starting|we))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    /// <summary>"The rest of the quarter", "the quarter we're in": what it will be as a whole.</summary>
    [GeneratedRegex(@"\b(?:the )?(?:rest|remainder|balance|remaining (?:part|weeks|days)) of (?:the |this |our )?(?:current |running )?(?<unit>quarter|qtr|month|year)\b|\bthe (?<unit>quarter|qtr|month|year) (?:that |which )?we(?:'re|’re|re| are)(?: currently| now)? in\b|\bthe (?:current|running|present|ongoing) (?<unit>quarter|qtr|month|year)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Running();

    private static string Without(string text, Match match, string instead) => Small().Replace($"{text[..match.Index]}{instead}{text[(match.Index + match.Length)..]}", " ").Trim();

    [GeneratedRegex(@"\b(?:(?:what(?:'s|s| is)|show me|give me|how(?:'s|s| is)) )?(?:the |our |my )?(?:sales |revenue |business )?(?:(?:outlook|prognosis)\b(?: (?:for|on|of|look(?:s|ing)?(?: like)?(?: for)?))?|(?:big )?(?:picture|prospects?) (?:for|of|on)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Outlook();

    [GeneratedRegex(
        @"\b(?:will|wil|are|is|can|could|do|does|am|odds|odds of|odds that|chance|chances|chance of|chances of|likelihood|probability|likelihood of|probability of)\b(?<who>(?:(?!\bneed)[^?.!]){0,40}?)\b(?:make|making|hit|hitting|reach|reaching|meet|meeting|get to|getting to|on track for|on course for|on pace for|on track to (?:make|hit|reach|meet))\b(?<of>(?:\s+(?:the|our|my|their|its|this|next|that|q[1-4]|[a-z-]+'s?|quarter'?s?|month'?s?|year'?s?|sales|revenue))*?)\s+(?<goal>quarter|qtr|month|year|number|numbers|target|targets|quota|quotas|goal|goals|plan|budget|it)\b(?!')",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Make();

    [GeneratedRegex(@"\b(?:where|how)\b(?: (?:will|do|does|are|is|ll|would|might|could)|'ll|'s)(?<mid>[^?.!]{0,40}?)\b(?:land|landing|end up|ending up|end|finish|turn out|come out|close out|pan out)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex End();

    /// <summary>"How this quarter will turn out", "how do you see next quarter going", "is next quarter looking good".</summary>
    [GeneratedRegex(
        @"\bhow (?<mid>(?!much|many|long|far|old|did)[^?.!]{0,40}?) (?:will|would|might|could|is going to|is gonna) (?:land|end up|end|finish|turn out|come out|close out|pan out|look|go|be|shape up)\b(?: like)?"
        + @"|\bhow do (?:you|we|they|people) see (?<mid>[^?.!]{0,40}?) (?:going|playing out|shaping up|turning out|ending|developing)\b"
        + @"|\b(?:is|are|does|do|will)\b(?<mid>[^?.!]{0,40}?)\b(?:look|looks|looking|shaping up|shape up) (?:to be |like )?(?:a )?(?:good|bad|healthy|strong|weak|ok|okay|fine|promising|grim|solid|bleak|rosy|safe|better|bright|dire|decent|great)\b(?: (?:one|quarter|month))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Turns();

    [GeneratedRegex(
        @"\b(?:what's|whats|whts|what|wht|wat|how's|hows|how)\b(?<mid>[^?.!]{0,60}?)\b(?:look|looks|looking|lookin|shape|shapes|shaping|shapin|panning|pan)\b(?: (?:like|up|out|for us|good|bad|so far|right now|now|from (?:here|where (?:you|we) (?:sit|stand|are)|today)))*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Look();

    /// <summary>"What can we expect next quarter": what comes is asked, whatever is named beside it.</summary>
    [GeneratedRegex(@"\bwhat (?:can|should|could|do|might) (?:we|i|you) (?:expect|be expecting|look forward to|count on|bank on)\b(?: (?:for|from|in|of|out of|by))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Expect();

    /// <summary>Words that hold the phrase together and would be read as something else.</summary>
    [GeneratedRegex(@"\b(?:(?:do|would|did) (?:you|we|they|people) (?:think|reckon|guess|believe|feel|expect|say|figure|see)(?: that)?|(?:you|we|they|people) (?:think|reckon|guess|believe|expect|say)(?: that)?|(?:we|they|it|things|i)'ll|how likely|how probable|(?:what are|what's|what is|whats) the(?: (?:odds|chances?|likelihood|probability)(?: of| that)?)?|it that|(?:the )?(?:odds|chances?|likelihood|probability)(?: of| that)?|going to|gonna|likely to|expected to|about to|on track to|we|us|things|it all|all|likely|set to|bound to|supposed to|headed|heading|any idea(?: of| about| on)?|(?:do|does) (?:you|anyone|anybody) (?:know|have (?:any|an) idea)|a (?:sense|feel|feeling|picture|view|read) (?:of|for|on)|get|ends?)\b|[?!]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Small();

    [GeneratedRegex(@"^(?:quarter|qtr|month|year)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Period();
}
