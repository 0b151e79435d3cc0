using System.Text.RegularExpressions;

namespace RevBot.Intents.WhoChanged;

/// <summary>Reads "who changed the close date of Acme?", "who moved Acme to Proposal and when?", "when was Acme's owner changed, by whom?".</summary>
internal static partial class WhoChangedParser
{
    private const string Polite = @"^(?:(?:please|hey|hi|ok|okay|so|and|but|well)[, ]+)*(?:(?:can|could|would) you (?:tell|show) me |(?:do|does) (?:you|anybody|anyone|somebody) know |(?:tell|show|remind) me |i(?:'d| would)? (?:want|like|need) to know )?";
    private const string Who = @"who(?:'s|s| has| had| was it (?:that|who)| is it (?:that|who)| was the (?:one|person|last|last person|last one) (?:that|who|to))?(?: (?:last|just|actually|most recently|recently))? ";
    private const string Change = @"(?<verb>chang(?:ed?|ing)|edit(?:ed)?|updated?|alter(?:ed)?|modif(?:y|ied)|set|touch(?:ed)?|mov(?:ed?|ing)|push(?:ed)?(?: (?:out|back))?|pull(?:ed)? (?:in|forward)|adjust(?:ed)?|rais(?:ed?)|increased?|lower(?:ed)?|reduced?|cut|entered|wrote|put|fill(?:ed)?(?: in)?|removed?|clear(?:ed)?|delet(?:ed?))";
    private const string Done = @"(?<verb>changed|edited|updated|altered|modified|set|touched|moved|pushed(?: (?:out|back))?|pulled (?:in|forward)|adjusted|raised|increased|lowered|reduced|cut|entered|written|put|filled(?: in)?|removed|cleared|deleted)";
    private const string Value = @"(?: (?:(?:back )?to|from|by) .+?)?";
    private const string Tail = @"(?: (?:last|lately|recently|most recently|the last time|again|then))?(?:,? (?:and )?(?:when|by whom|by who|who|how|who by|by which person|from what to what|at what time|on (?:what|which) day|through which (?:door|channel))(?: (?:was (?:it|that)|did (?:it|that)|exactly))?)*(?: please)?$";

    private static readonly Func<Regex>[] Patterns =
    [
        FieldOfDeal, DealsField, WasFieldOfDeal, WasDealsField, DealTo, WasDealTo, WhatOn, Deal, WasDeal,
    ];

    /// <summary>Every way the sentence may be taken apart, the likeliest first: whether its words name a field, a stage and a deal is for the reader to say.</summary>
    public static IEnumerable<WhoChangedCall> Parse(string text)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern().Match(text) is { Success: true } match)
            {
                var deal = match.Groups["deal"];
                yield return new WhoChangedCall(text[..deal.Index], deal.Value, text[(deal.Index + deal.Length)..], Words(match, "field"), Words(match, "stage"), Words(match, "verb") ?? "");
            }
        }
    }

    private static string? Words(Match match, string group) => match.Groups[group] is { Success: true, Value: var words } ? words.ToLowerInvariant() : null;

    [GeneratedRegex(Polite + Who + Change + @" (?:the |its |our )?(?<field>.+?) (?:of|on|for|in|at) (?:the |our )?(?<deal>.+?)(?: (?:deal|opportunity|opp))?" + Value + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FieldOfDeal();

    [GeneratedRegex(Polite + Who + Change + @" (?:the |our )?(?<deal>.+?)(?:'s|’s|s') (?:deal's )?(?<field>.+?)" + Value + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DealsField();

    [GeneratedRegex(Polite + @"(?:(?:(?:when|who and when|when and by whom|on what day),? (?:was|were|has))|by whom was) (?:the |our )?(?<field>.+?) (?:of|on|for|in|at) (?:the |our )?(?<deal>.+?)(?: (?:deal|opportunity|opp))? (?:been )?(?:last |most recently )?" + Done + Value + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WasFieldOfDeal();

    [GeneratedRegex(Polite + @"(?:(?:(?:when|who and when|when and by whom|on what day),? (?:was|were|has))|by whom was) (?:the |our )?(?<deal>.+?)(?:'s|’s|s') (?<field>.+?) (?:been )?(?:last |most recently )?" + Done + Value + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WasDealsField();

    [GeneratedRegex(Polite + Who + @"(?<verb>moved?|advanced?|progressed|pushed|put|took|brought|dragged|sent|set|changed|shifted|promoted) (?:the |our )?(?<deal>.+?)(?: (?:deal|opportunity|opp))? (?:from .+? )?(?:back )?(?:in|to|into|on ?to) (?:the )?(?<stage>.+?)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DealTo();

    [GeneratedRegex(Polite + @"(?:(?:when|who and when|when and by whom),? was|by whom was) (?:the |our )?(?<deal>.+?)(?: (?:deal|opportunity|opp))? (?:last )?(?<verb>moved|advanced|pushed|put|taken|brought|sent|set|changed|shifted) (?:from .+? )?(?:back )?(?:in|to|into|on ?to) (?:the )?(?<stage>.+?)" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WasDealTo();

    [GeneratedRegex(Polite + @"(?:who (?:has )?(?<verb>changed|edited|did|updated) what (?:on|in|for|at|to|of|with)|what (?:was|has been|got) (?<verb>changed|edited|updated) (?:on|in|for|at|about)) (?:the |our )?(?<deal>.+?)(?: (?:deal|opportunity|opp))?(?:,? (?:and )?(?:by whom|when|who (?:did|changed) (?:it|that|what)))*(?: please)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WhatOn();

    [GeneratedRegex(Polite + Who + @"(?<verb>changed|edited|updated|altered|modified|touched|moved|reopened|paused|resumed|reassigned|handed over|took over) (?:the |our )?(?<deal>.+?)(?: (?:deal|opportunity|opp))?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Deal();

    [GeneratedRegex(Polite + @"(?:(?:when|who and when|when and by whom),? was|by whom was) (?:the |our )?(?<deal>.+?)(?: (?:deal|opportunity|opp))? (?:last )?(?<verb>changed|edited|updated|moved|reopened|paused|resumed|reassigned|touched)(?:,? (?:and )?(?:by whom|who by|when|who))+(?: please)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WasDeal();
}
