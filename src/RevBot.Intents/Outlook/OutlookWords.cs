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
        if (Outlook().Match(text) is { Success: true } outlook)
        {
            return (Without(text, outlook, " "), true);
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

        return Look().Match(text) is { Success: true } look ? (Without(text, look, $" {look.Groups["mid"].Value} "), false) : null;
    }

    private static string Without(string text, Match match, string instead) => Small().Replace($"{text[..match.Index]}{instead}{text[(match.Index + match.Length)..]}", " ").Trim();

    [GeneratedRegex(@"\b(?:(?:what(?:'s|s| is)|show me|give me|how(?:'s|s| is)) )?(?:the |our |my )?(?:sales |revenue )?outlook\b(?: (?:for|on|of))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Outlook();

    [GeneratedRegex(
        @"\b(?:will|wil|are|is|can|could|do|does|am|odds|odds of|odds that|chance|chances|chance of|chances of|likelihood|probability|likelihood of|probability of)\b(?<who>(?:(?!\bneed)[^?.!]){0,40}?)\b(?:make|making|hit|hitting|reach|reaching|meet|meeting|get to|getting to|on track for|on course for|on pace for|on track to (?:make|hit|reach|meet))\b(?<of>(?:\s+(?:the|our|my|their|its|this|next|that|q[1-4]|[a-z-]+'s?|quarter'?s?|month'?s?|year'?s?|sales|revenue))*?)\s+(?<goal>quarter|qtr|month|year|number|numbers|target|targets|quota|quotas|goal|goals|plan|budget|it)\b(?!')",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Make();

    [GeneratedRegex(@"\b(?:where|how)\b(?: (?:will|do|does|are|is|ll)|'ll|'s)(?<mid>[^?.!]{0,40}?)\b(?:land|landing|end up|ending up|end|finish|turn out|come out|close out|pan out)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(
        @"\b(?:what's|whats|whts|what|wht|wat|how's|hows|how)\b(?<mid>[^?.!]{0,60}?)\b(?:look|looks|looking|lookin|shape|shapes|shaping|shapin|panning|pan)\b(?: (?:like|up|out|for us|good|bad|so far|right now|now))*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Look();

    /// <summary>Words that hold the phrase together and would be read as something else.</summary>
    [GeneratedRegex(@"\b(?:how likely|how probable|(?:what are|what's|what is|whats) the(?: (?:odds|chances?|likelihood|probability)(?: of| that)?)?|it that|(?:the )?(?:odds|chances?|likelihood|probability)(?: of| that)?|going to|gonna|likely to|expected to|about to|on track to|we|us|things|it all|all|likely)\b|[?!]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Small();

    [GeneratedRegex(@"^(?:quarter|qtr|month|year)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Period();
}
