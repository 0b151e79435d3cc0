using System.Globalization;
using System.Text.RegularExpressions;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Puts what is said of how the last answer is measured into the words questions are asked in: "weight it by value", "gross, against the full quota", "starting from Proposal", "Q3, compared with that".</summary>
internal static partial class MeasureWording
{
    /// <returns>Null when it says something else.</returns>
    public static string? Of(string text, Question last) =>
        last.Measure == MeasureIds.WinRate && Valued().IsMatch(text) ? "dollar-weighted"
        : last.Measure.StartsWith("coverage.", StringComparison.Ordinal) && Gross().IsMatch(text) ? "and gross coverage"
        : last.Measure == MeasureIds.GrossCoverage && Net().IsMatch(text) ? "and coverage"
        : MeasureIds.IsByStage(last.Measure) || last.Measure == MeasureIds.ToWon ? Started().Match(text) is { Success: true } from ? $"{from.Groups["rest"].Value.Trim()} instead" : Against(text, last)
        : Against(text, last);

    /// <summary>"This year, compared with that": the days of before are what it is set against.</summary>
    private static string? Against(string text, Question last) =>
        last.Period is { Start: { } start, End: { } end } && Set().Match(text) is { Success: true } set
            ? string.Create(CultureInfo.InvariantCulture, $"{set.Groups["main"].Value.Trim(' ', ',')} vs {start:d MMMM yyyy} to {end:d MMMM yyyy}") : null;

    [GeneratedRegex(Rewording.Lead + @"(?:(?:weight|weigh|weighted|weighed|measured?|count|counted|do|show|make|calculate|take)(?: " + Rewording.It + @")? (?:by|with|on|in|using)(?: the| their| its)? (?:deal )?(?:values?|amounts?|sizes?|money|dollars?|revenue|worth)|(?:use|take) (?:the )?(?:deal )?(?:values?|amounts?|dollars?|money|sizes?)(?: (?:instead of|rather than|not)(?: the)? (?:counts?|numbers?|deals))?|(?:value|dollar|money|amount|revenue|size)[ -](?:weighted|based)|on (?:a )?(?:value|dollar|money|amount) basis)" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Valued();

    [GeneratedRegex(Rewording.Lead + @"(?:(?:as|the|make it|show|in|with) )*(?:gross(?: one| value| figure| coverage)?(?:,? (?:so |i\.?e\.? )?(?:against|on|of|to|over|vs\.?) (?:the )?(?:full|whole|entire|total|original) (?:quota|target))?|(?:against|on|over|of|to|vs\.?) (?:the )?(?:full|whole|entire|total|original) (?:quota|target)|(?:before|ignoring|without(?: counting)?|not counting) (?:the |our )?(?:wins|bookings|what (?:we|we've) (?:already )?won))" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Gross();

    [GeneratedRegex(Rewording.Lead + @"(?:(?:as|the|make it|show|in|with|back to) )*(?:net(?: one| value| figure| coverage)?(?:,? (?:against|on|of|to) what(?:'s| is) (?:left|missing|remaining))?|(?:against|on|over|of|to) (?:the )?(?:remaining|rest of the|open|missing) (?:quota|target|gap)|(?:against|on|of) what(?:'s| is) (?:left|missing|remaining)|after (?:the |our )?(?:wins|bookings))" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Net();

    /// <summary>"Starting from Proposal instead": from another stage.</summary>
    [GeneratedRegex(Rewording.Lead + @"(?:(?:starting|start|beginning|begin|counting|counted|measured|measure|going|taken)(?: " + Rewording.It + @")? (?:from|at|with|in|out of)|out of)(?: the)? (?<rest>[\p{L}\p{N}' -]+?)(?: (?:stage|onwards?|on))?" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Started();

    [GeneratedRegex(@"^\W*(?:(?:and|so|ok|okay|now|then|but|how about|what about|how (?:does|did|do|is|was|would))[, ]+)*(?<main>(?:the |in |for )?(?:(?:this|last|the (?:last|previous)|next|current|previous|prior) (?:year|quarter|month|week|half|\d+ \p{L}+)|[qh][1-4](?: (?:of )?(?:\d{4}|last year|this year))?|\d{4}|ytd|mtd|qtd|year to date|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: (?:\d{4}|last year))?)(?: so far| to date)?),? (?:is |look |doing |do )?(?:as )?(?:compared?|against|versus|vs\.?|relative|next|beside|alongside|up against|measured against|set against|stack up)(?: (?:to|with|against))? (?:that|it|this|those|these|the same)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Set();
}
