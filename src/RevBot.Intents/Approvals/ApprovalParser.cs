using System.Text.RegularExpressions;

namespace RevBot.Intents.Approvals;

/// <summary>Cuts "ask for an exception for Acme to Proposal until 1 Dec: the board meets on Friday", "approve Acme" and "decline Acme: too early" into their parts. Pure.</summary>
public static partial class ApprovalParser
{
    private const int Longest = 500;
    private const string Lead = @"^(?:(?:please|pls|hey|ok|okay|so|now|can you|could you|would you|i want to|i'd like to|i would like to|i need to|let me|we need to|let's)[, ]+)*";
    private const string Tail = @"(?: until (?<until>[^:]+?))?(?:(?:: ?|,? because |,? since |,? as |, )(?<why>.+))?$";

    /// <summary>Null for another sentence.</summary>
    public static ApprovalCall? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
        {
            return null;
        }

        if (Waits().IsMatch(text))
        {
            return new ApprovalCall(ApprovalWishKind.Waiting, text);
        }

        return Call(ApprovalWishKind.Ask, Asks().Match(text), text) ?? Call(ApprovalWishKind.Ask, Lets().Match(text), text)
            ?? Call(ApprovalWishKind.Decline, Declines().Match(text), text) ?? Call(ApprovalWishKind.Approve, Approves().Match(text), text);
    }

    private static ApprovalCall? Call(ApprovalWishKind kind, Match match, string text) => !match.Success ? null : new ApprovalCall(
        kind, text, match.Groups["deal"].Index, match.Groups["deal"].Length, Words(match.Groups["stage"]), Words(match.Groups["until"]), Words(match.Groups["why"]));

    private static string? Words(Group group) => group.Success && group.Value.Trim().TrimEnd('.', '?', '!') is { Length: > 0 } words ? words : null;

    [GeneratedRegex(Lead + @"(?:(?:ask|request|apply|get|file|raise|need|i need|we need)(?: me| us)?(?: for)? )?(?:for )?(?:an? |the |your )?(?:exception|waiver|approval)(?: for| on| of)? (?:the )?(?:deal )?(?<deal>[^:]+?)(?: deal)?(?:,? (?:to(?: go| move| get| enter)?(?: in)?(?:to)?|into|in|for) (?:the )?(?<stage>[^:,]+?)(?: stage)?)?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    [GeneratedRegex(Lead + @"let (?:the )?(?:deal )?(?<deal>[^:]+?)(?: deal)? (?:through|pass)(?:,? (?:to|into|in) (?:the )?(?<stage>[^:,]+?)(?: stage)?)?" + Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lets();

    [GeneratedRegex(Lead + @"(?:approve|sign off(?: on)?|grant|give (?:the )?(?:ok|okay|green light)(?: to| for)?|ok|green-?light) (?:the )?(?:(?:exception|approval|request|waiver|discount)(?: for| of| on)? (?:the )?)?(?:deal )?(?<deal>[^:]+?)(?: deal|'s (?:exception|request|discount))?(?:: ?(?<why>.+))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Approves();

    [GeneratedRegex(Lead + @"(?:decline|reject|deny|turn down|refuse) (?:the )?(?:(?:exception|approval|request|waiver|discount)(?: for| of| on)? (?:the )?)?(?:deal )?(?<deal>[^:]+?)(?: deal|'s (?:exception|request|discount))?(?:(?:: ?|,? because |, )(?<why>.+))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declines();

    [GeneratedRegex(Lead + @"(?:(?:show|list|give|see)(?: me)? )?(?:(?:what|which|who|which deals|is there anything|anything)(?: (?:is|are|that))?(?: (?:still|there))? (?:waits?|waiting|need|needs|pending)(?: for| on)? (?:my|our|an?|the|me to)(?: (?:approval|approve|ok|okay|sign-?off|answer))?|what (?:do|must|should) (?:i|we) (?:have to |need to )?approve|(?:my|our|the|all|any)? ?(?:open|pending|waiting) (?:approvals?|exceptions?|approval requests|requests)|my approvals|approvals(?: waiting)?(?: for me)?|do i have (?:to approve anything|anything to approve))(?: today| now)?\??$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Waits();
}
