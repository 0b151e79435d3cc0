using System.Text.RegularExpressions;

namespace RevBot.Intents.HandleLeads;

/// <summary>Cuts "accept lead Jane Doe", "return Jane Doe: not our region", "qualify Jane Doe" and "convert Jane Doe to a deal" into wish, lead and reason. Pure.</summary>
internal static partial class LeadCallParser
{
    private const int LongestSentence = 500;
    private const string Polite = @"^(?:(?:please|pls|hey|ok|okay|so|now|can you|could you|would you|will you|can i|i want to|i'd like to|i need to|i will|i'll|let's|let me|we should|we can|go ahead and|just)[, ]+)*";
    private const string Lead = @"(?:the )?(?:(?<word>lead) )?(?<lead>.+?)";
    private const string Why = @"(?:: ?(?<why>.+)|,? (?:because(?: of)?|due to|since|as|reason:?) (?<why>.+)|,? - (?<why>.+))?$";

    private static readonly (Func<Regex> Pattern, LeadWish Wish)[] Patterns =
    [
        (Converting, LeadWish.Convert),
        (Assigning, LeadWish.Assign),
        (Accepting, LeadWish.Accept),
        (SendingBack, LeadWish.Return),
        (Returning, LeadWish.Return),
        (Disqualifying, LeadWish.Disqualify),
        (MarkingMql, LeadWish.MarketingQualify),
        (MarkingSql, LeadWish.SalesQualify),
        (Qualifying, LeadWish.SalesQualify),
        (Answering, LeadWish.Answer),
        (Showing, LeadWish.Show),
    ];

    /// <summary>Null for another sentence.</summary>
    public static LeadCall? Parse(string text)
    {
        if (text.Length > LongestSentence)
        {
            return null;
        }

        foreach (var (pattern, wish) in Patterns)
        {
            if (pattern().Match(text) is { Success: true } match && match.Groups["lead"] is { Length: > 0 } lead)
            {
                return new LeadCall(text, wish, lead.Index, lead.Length, match.Groups["word"].Success)
                {
                    Reason = match.Groups["why"] is { Success: true } why ? why.Value.Trim().TrimEnd('.') : null,
                    To = match.Groups["to"] is { Success: true } to ? to.Value.Trim() : null,
                };
            }
        }

        return null;
    }

    [GeneratedRegex(Polite + @"(?:convert|turn|make) " + Lead + @"(?: (?:in)?to)? (?:an? )?(?:new )?(?:deal|opportunity|opp)(?: (?:out )?of it)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Converting();

    [GeneratedRegex(Polite + @"(?:assign|give|hand(?: over)?|pass|route|reassign) (?:the )?(?<word>lead) (?<lead>.+?) (?:over )?to (?<to>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Assigning();

    [GeneratedRegex(Polite + @"(?:(?:accept|take on|claim|pick up) " + Lead + @"|take (?:the )?(?<word>lead) (?<lead>.+?)|(?:mark|set) " + Lead + @" (?:as|to) (?:an? )?(?:sal|accepted))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Accepting();

    [GeneratedRegex(Polite + @"(?:send|give|hand|push) " + Lead + @" back(?: to (?:marketing|the queue))?" + Why, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SendingBack();

    [GeneratedRegex(Polite + @"(?:return|reject|send back|give back|hand back|push back|recycle) " + Lead + @"(?: to (?:marketing|the queue))?" + Why, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Returning();

    [GeneratedRegex(Polite + @"(?:(?:disqualify|unqualify) " + Lead + @"|(?:mark|set) " + Lead + @" (?:as|to) disqualified)" + Why, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Disqualifying();

    [GeneratedRegex(Polite + @"(?:(?:mark|set|qualify) " + Lead + @" (?:as|to) (?:an? )?(?:mql|marketing[- ]qualified)|hand " + Lead + @" to sales)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MarkingMql();

    [GeneratedRegex(Polite + @"(?:mark|set|qualify) " + Lead + @" (?:as|to) (?:an? )?(?:sql|qualified|sales[- ]qualified)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MarkingSql();

    [GeneratedRegex(Polite + "qualify " + Lead + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Qualifying();

    [GeneratedRegex(Polite + @"(?:i(?:'ve| have)? )?(?:(?:just )?)(?:called|answered|contacted|reached|e?-?mailed|spoke (?:to|with)|talked (?:to|with)) (?:the )?(?<word>lead) (?<lead>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answering();

    [GeneratedRegex(Polite + @"(?:(?:show(?: me)?|open|see|tell me about|what about|who is|how is) )?(?:the )?(?<word>lead) (?<lead>[^?]+?)\??$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Showing();
}
