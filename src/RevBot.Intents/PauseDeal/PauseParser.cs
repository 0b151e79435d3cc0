using System.Text.RegularExpressions;

namespace RevBot.Intents.PauseDeal;

/// <summary>Cuts "pause Acme until 1 Feb: budget freeze", "put Acme on hold for 2 weeks because legal is away" and "resume Acme" into deal, review date and reason. Pure.</summary>
public static partial class PauseParser
{
    private const string Lead = @"^(?:(?:please|pls|hey|ok|okay|so|now|can you|could you|would you|will you|can we|i want to|i'd like to|i need to|let's|we should|we can|we need to|we have to|go ahead and|just)[, ]+)*";
    private const string Span = @"(?:\d{1,3}|an?|one|two|three|four|five|six|a couple of) (?:day|week|month|quarter|year)s?";

    /// <summary>What begins the reason, or the review date, behind the deal.</summary>
    private const string Mark = @"(?:,? (?:until|till|til|because(?: of)?|due to|owing to|on account of|reason(?: is)?:?|since|as|while|for|-) |: ?|, )";

    /// <summary>Ways to cut the sentence, the longest name of a deal first: names hold all sorts of words. None for another sentence.</summary>
    public static IReadOnlyList<PauseCall> Parse(string text)
    {
        if (text.Length > 500)
        {
            return [];
        }

        if (Resuming().Match(text) is { Success: true } resumed)
        {
            return [Call(text, resumed.Groups["deal"], true)];
        }

        if (Holding().Match(text) is { Success: true } held)
        {
            return [WithTail(Call(text, held.Groups["deal"], false) with { HasVerb = held.Groups["verb"].Success }, held.Groups["tail"].Index)];
        }

        if (Pausing().Match(text) is not { Success: true } paused)
        {
            return [];
        }

        var (start, calls) = (paused.Groups["rest"].Index, new List<PauseCall>());
        foreach (var end in Marks().Matches(text, start).Select(mark => mark.Index).Where(end => end > start).Append(text.Length).Reverse())
        {
            calls.Add(WithTail(new PauseCall(text, start, Trimmed(text, start, end) - start, false), end));
        }

        return calls;
    }

    private static PauseCall Call(string text, Group deal, bool resumes) => new(text, deal.Index, deal.Length, resumes);

    /// <summary>"Acme deal" is Acme.</summary>
    private static int Trimmed(string text, int start, int end) =>
        text.AsSpan(start, end - start).EndsWith(" deal", StringComparison.OrdinalIgnoreCase) ? end - " deal".Length : end;

    /// <summary>Reads what follows the deal: the review date and the reason, in either order.</summary>
    private static PauseCall WithTail(PauseCall call, int at)
    {
        var text = call.Said;
        if (Dated().Match(text, at) is { Success: true } dated)
        {
            if (dated.Groups["span"] is { Success: true } span)
            {
                return call with { Until = span.Value, UntilStart = span.Index, Reason = ReasonFrom(text, span.Index + span.Length) };
            }

            var start = dated.Index + dated.Length;
            var mark = Reasons().Match(text, start);
            var end = mark.Success ? mark.Index : text.Length;
            return call with { Until = text[start..end], UntilStart = start, Reason = mark.Success ? Words(text[(mark.Index + mark.Length)..]) : null };
        }

        if (ReasonFrom(text, at) is not { } reason)
        {
            return call;
        }

        // "Because legal is away until Friday".
        var from = text.Length - reason.Length;
        return Ending().Match(text, from) is { Success: true } day
            ? call with { Reason = Words(text[from..day.Index]), Until = day.Groups["until"].Value, UntilStart = day.Groups["until"].Index }
            : call with { Reason = reason };
    }

    private static string? ReasonFrom(string text, int at) => Reasons().Match(text, at) is { Success: true } mark && mark.Index == at ? Words(text[(mark.Index + mark.Length)..]) : null;

    private static string? Words(string text) => text.Trim() is { Length: > 0 } words ? words : null;

    [GeneratedRegex(Lead + @"(?:(?:resume|un-?pause|un-?park|reactivate|un-?freeze) (?:the )?(?:deal )?(?<deal>.+?)(?: deal)?(?: again| now)?|(?:take|get|bring) (?:the )?(?<deal>.+?) (?:off|back from) (?:hold|pause|ice))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Resuming();

    [GeneratedRegex(Lead + @"(?:(?<verb>put|place|set) (?:the )?(?<deal>.+?)(?: deal)? (?:on (?:hold|pause|ice)|aside)|(?<verb>put|place) on (?:hold|ice) (?<deal>.+?)|(?<deal>.+?) (?:is|goes|went|must go|should go) (?:on hold|on ice|paused)(?=,? (?:until|till|til|because|due to|for \d) |:))(?<tail>" + Mark + ".*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Holding();

    [GeneratedRegex(Lead + "(?:pause|park) (?:the )?(?:deal )?(?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pausing();

    [GeneratedRegex(Mark, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\G,? (?:(?:until|till|til) |for (?<span>" + Span + @")(?![\p{L}\p{N}]))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(@":? (?:because(?: of)?|due to|owing to|on account of|reason(?: is)?:?) |,? (?:because(?: of)?|due to|owing to|on account of|reason(?: is)?:?|since|as|while|for|-) |: ?|,(?! ?\d{4}) ?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reasons();

    [GeneratedRegex(@",? (?:(?:until|till|til) (?<until>[^:]+)|for (?<until>" + Span + "))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
