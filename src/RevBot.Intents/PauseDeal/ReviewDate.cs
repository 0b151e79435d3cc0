using System.Text.RegularExpressions;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.PauseDeal;

/// <summary>Reads the day a deal comes back: any day, "2 weeks" from today, and the first day of "February" or "next quarter", since until then it is paused.</summary>
internal static partial class ReviewDate
{
    /// <summary>The words as a wish for the review date.</summary>
    public static FieldWish Wish(PauseCall call, WriteContext context) => new(PauseRules.Until, Words(call.Until ?? "", context), call.UntilStart);

    private static string Words(string said, WriteContext context)
    {
        var words = said.Trim();
        if (Length().IsMatch(words))
        {
            return $"in {words}";
        }

        if (Month().Match(words) is { Success: true } month)
        {
            return $"1 {month.Groups["month"].Value} {month.Groups["year"].Value}".TrimEnd();
        }

        return Next().Match(words) is { Success: true } next ? DealValues.Canonical(After(next.Groups["span"].Value.ToLowerInvariant(), context.Company.Fiscal, context.Today)) : words;
    }

    /// <summary>The first day of the next week, month, quarter or fiscal year.</summary>
    private static DateOnly After(string span, FiscalCalendar fiscal, DateOnly today) => span switch
    {
        "week" => fiscal.StartOfWeek(today).AddDays(7),
        "month" => new DateOnly(today.Year, today.Month, 1).AddMonths(1),
        "quarter" => fiscal.StartOfQuarter(fiscal.FiscalYearOf(today), fiscal.QuarterOf(today)).AddMonths(3),
        _ => fiscal.StartOfYear(fiscal.FiscalYearOf(today) + 1),
    };

    [GeneratedRegex(@"^(?:\d{1,3}|an?|one|two|three|four|five|six|a couple of) (?:day|week|month|quarter|year)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    [GeneratedRegex(@"^(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?: (?<year>\d{4}))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex("^(?:the )?next (?<span>week|month|quarter|year)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Next();
}
