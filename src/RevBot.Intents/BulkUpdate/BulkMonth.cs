using System.Globalization;
using System.Text.RegularExpressions;
using RevBot.Intents.UpdateDeal;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.BulkUpdate;

/// <summary>Reads a month or a quarter that many deals are put off to: each keeps its day. One without a year is this one or the next that comes.</summary>
internal static partial class BulkMonth
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Null for what is neither.</summary>
    public static FieldStep.SameDay? Read(string text, DateOnly today, FiscalCalendar fiscal)
    {
        if (Shape().Match(text.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        var year = match.Groups["year"] is { Success: true, Value: var figures } ? int.Parse(figures, CultureInfo.InvariantCulture) : (int?)null;
        if (match.Groups["month"] is { Success: true, Value: var name })
        {
            var month = Array.FindIndex(Months, known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase)) + 1;
            return new FieldStep.SameDay(year ?? (month < today.Month ? today.Year + 1 : today.Year), month);
        }

        if (match.Groups["near"] is { Success: true, Value: var near })
        {
            var next = near.StartsWith("next", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            if (match.Groups["unit"].Value.StartsWith("month", StringComparison.OrdinalIgnoreCase))
            {
                return Of(thisMonth.AddMonths(next), false);
            }

            return Of(fiscal.StartOfQuarter(fiscal.FiscalYearOf(today), fiscal.QuarterOf(today)).AddMonths(3 * next), true);
        }

        var quarter = int.Parse(match.Groups["quarter"].Value, CultureInfo.InvariantCulture);
        var start = fiscal.StartOfQuarter(year ?? fiscal.FiscalYearOf(today), quarter);
        return Of(year is null && start.AddMonths(3) <= today ? start.AddYears(1) : start, true);
    }

    private static FieldStep.SameDay Of(DateOnly month, bool isQuarter) => new(month.Year, month.Month, isQuarter);

    [GeneratedRegex(
        @"^(?:the )?(?:(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?|(?<near>next|this) (?<unit>month|quarter)|q(?<quarter>[1-4]))(?:,? (?:of )?(?<year>20\d\d))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
