using System.Globalization;
using System.Text.RegularExpressions;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Alerts.Backtest;
using RevBot.Pipeline.Alerts.Rules;

namespace RevBot.Intents.Backtest;

/// <summary>What is to be played through the past.</summary>
/// <param name="Words">The rule, as it was called.</param>
/// <param name="Rule">Null where no rule is called so.</param>
/// <param name="Threshold">One more to test; null for none.</param>
/// <param name="Unit">What it counts, where that was said.</param>
/// <param name="Days">How far back; 0 for a number that is none.</param>
public sealed partial record BacktestWish(string Words, AlertKindInfo? Rule, decimal? Threshold, string? Unit, int Days)
{
    /// <summary>Half a year.</summary>
    public const int UsualDays = 180;

    /// <summary>Null for a sentence that asks for something else.</summary>
    /// <param name="plain">Without punctuation at its end.</param>
    public static BacktestWish? Read(string plain)
    {
        if (Asks().Match(plain) is not { Success: true } match)
        {
            return null;
        }

        var rest = (match.Groups["rule"].Value + match.Groups["tail"].Value).Trim();
        var (days, threshold, unit) = (UsualDays, (decimal?)null, (string?)null);
        if (Period().Match(rest) is { Success: true } first)
        {
            (days, rest) = (DaysOf(first), rest[..first.Index].Trim());
        }

        if (Limit().Match(rest) is { Success: true } limit && ReadNumber(limit.Groups["count"].Value) is { } count)
        {
            (threshold, unit, rest) = (count, UnitOf(limit.Groups["unit"].Value), rest[..limit.Index].Trim());
        }

        if (Period().Match(rest) is { Success: true } last)
        {
            (days, rest) = (DaysOf(last), rest[..last.Index].Trim());
        }

        // “What would this rule have done?”: the one that there is most to tell of.
        var words = Nameless().IsMatch(rest) ? AlertKinds.Of(AlertKind.StalledDeal).Title : rest;
        var rule = RuleNames.Find(words);
        return rule is null && !match.Groups["plainly"].Success && !SaysRule().IsMatch(rest) ? null : new BacktestWish(words, rule, threshold, unit, days);
    }

    /// <summary>What is wrong with a wish, in a sentence that names the field, the value and the fix; null when it can be done.</summary>
    public string? Problem() =>
        Rule is null ? RuleNames.Unknown(Words)
        : Rule.Kind == AlertKind.SlowStage ? "Slow stages are told of whole stages, not of deals: there are no deals to hold against the rest. Ask “which stages are slowing down?”, or back-test stalled deals."
        : !RuleBacktest.Kinds.Contains(Rule.Kind) ? $"The rule “{Rule.Title}” is not told of single deals: there are none to hold against the rest. These can be tested: {string.Join(", ", RuleBacktest.Kinds.Order().Select(kind => AlertKinds.Of(kind).Key))}."
        : Days is < RuleBacktest.LeastDays or > RuleBacktest.MostDays ? $"A rule is played through {RuleBacktest.LeastDays} to {RuleBacktest.MostDays} days. Say it like: back-test {Rule.Title} over 90 days."
        : Threshold is null ? null
        : Rule.Unit is null ? $"The rule “{Rule.Title}” has no threshold. Say it like: back-test {Rule.Title}."
        : Unit is not null && !Rule.Unit.EndsWith(Unit, StringComparison.Ordinal) ? $"The rule “{Rule.Title}” counts {(Rule.Unit == "amount" ? "money" : Rule.Unit)}, not {Unit}."
        : Threshold < Rule.Range.Least || Threshold > Rule.Range.Most ? $"The rule “{Rule.Title}” can be tested at {CountText.Number(Rule.Range.Least)} to {CountText.Number(Rule.Range.Most)}{(Rule.Unit == "amount" ? "" : $" {Rule.Unit}")}, not at {CountText.Number(Threshold.Value)}."
        : null;

    private static int DaysOf(Match match) =>
        int.TryParse(match.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count * (match.Groups["unit"].Value.ToLowerInvariant() switch { "week" => 7, "month" => 30, "quarter" => 91, "year" => 365, _ => 1 })
            : 0;

    private static string? UnitOf(string said) => said.ToLowerInvariant() switch
    {
        "" => null,
        "%" or "percent" or "per cent" => "percent",
        "time" or "times" or "push" or "pushes" => "times",
        _ => "days",
    };

    private static decimal? ReadNumber(string text)
    {
        var size = char.ToLowerInvariant(text[^1]) switch { 'k' => 1_000m, 'm' => 1_000_000m, _ => 1 };
        return decimal.TryParse(size == 1 ? text : text[..^1], NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000_000_000m ? number * size : null;
    }

    [GeneratedRegex(@"^(?:(?<plainly>(?:please |can you |could you )?(?:back-?test|back test)) (?<rule>.+)|(?:please )?(?:try out|test|play through) (?<rule>.+)|what would (?<rule>.+?) have (?:done|told|fired|said|found|caught)(?<tail> .*)?|how (?:often|many times) would (?<rule>.+?) have (?:fired|spoken|told|alerted|gone off)(?<tail> .*)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    [GeneratedRegex(@" (?:over|in|for|during|within|through)(?: the)?(?: last| past)? (?<count>\d{1,4}) (?<unit>day|week|month|quarter|year)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Period();

    [GeneratedRegex(@" (?:at|from|with(?: a (?:threshold|limit) of)?|of) (?:\$|€|£)?(?<count>\d[\d,]*(?:\.\d+)?[km]?) ?(?:(?<unit>%|percent|per cent|days?|times?|push(?:es)?)|(?:business|work|working) (?<unit>days?))?(?: on)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Limit();

    [GeneratedRegex("^(?:the|this|that) (?:rule|alert)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nameless();

    [GeneratedRegex(" (?:rule|alert)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaysRule();
}
