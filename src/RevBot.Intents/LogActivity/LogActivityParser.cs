using System.Text.RegularExpressions;

namespace RevBot.Intents.LogActivity;

/// <summary>Cuts "log a call with Acme yesterday: they want a pilot, next step send proposal Friday" into deal, day, words and next step. Pure.</summary>
public static partial class LogActivityParser
{
    private const string Lead = @"^(?:(?:please|pls|hey|hi|ok|okay|so|now|can you|could you|would you|can i|i want to|i'd like to|i need to|let me|let's|just)[, ]+)*";
    private const string Kinds = @"(?<kind>calls?|phone calls?|meetings?|demos?|visits?|e-?mails?|activity|activities)";

    /// <summary>Null for any other sentence.</summary>
    public static LogActivityCall? Parse(string text)
    {
        if (text.Length > 3500 || (Logging().Match(text) is { Success: true } logging ? logging : Having().Match(text)) is not { Success: true } match)
        {
            return null;
        }

        var (deal, words, step) = (match.Groups["deal"], match.Groups["text"].Value.Trim(), (string?)null);
        if (Next().Match(words) is { Success: true } next)
        {
            step = words[(next.Index + next.Length)..].Trim(' ', ',', '.');
            words = words[..next.Index].Trim(' ', ',', ';', '.');
        }

        return new LogActivityCall(text, KindOf(match.Groups["kind"].Value), deal.Success ? deal.Index : 0, deal.Success ? deal.Length : 0)
        {
            When = match.Groups["when"] is { Success: true, Value: var when } ? when : null,
            Text = words.Length > 0 ? words : null,
            NextStep = string.IsNullOrEmpty(step) ? null : step,
        };
    }

    private static string KindOf(string said) => said.ToLowerInvariant() switch
    {
        ['m', ..] or ['d', ..] or ['v', ..] => "Meeting",
        ['e', ..] => "E-mail",
        _ => "Call",
    };

    [GeneratedRegex(Lead + @"(?:log|record|note|enter|register|add|capture)(?: (?:a|an|my|the|our|another|today's))?(?: (?<when>yesterday)'s)? " + Kinds + @"(?: (?<when>yesterday|today|this morning|last \w+|on [\w ]+?))?(?: (?:with|for|on|at|about|to) (?:the |our |my )?(?:deal )?(?<deal>""[^""]+""|#\S+?|[^:]+?)(?: deal)?(?: (?<when>yesterday|today|this morning|last (?:mon|tues|wednes|thurs|fri)day))?)?\s*(?:(?::| - |, ?(?=they|she|he|we|next step)|\bsaying\b)\s*(?<text>.*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Logging();

    [GeneratedRegex(@"^(?:i |we )?(?:just )?(?:had|did) (?:a|another) (?:good |great |quick |short )?" + Kinds + @" with (?:the |our |my )?(?<deal>""[^""]+""|#\S+?|[^:]+?)(?: (?<when>yesterday|today|this morning))?\s*(?::| - )\s*(?<text>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Having();

    [GeneratedRegex(@"(?:^|[,;.]|\band\b)\s*(?:the )?next step(?: is)?:?\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Next();
}
