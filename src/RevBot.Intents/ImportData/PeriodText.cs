using System.Globalization;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.ImportData;

/// <summary>A quota's period as a file writes it: 2026-Q1, Q1 2026, FY26 Q3, 2026-03, Mar 2026, FY2026, 2026.</summary>
internal static class PeriodText
{
    private static readonly string[] Months = ["yyyy-MM", "MMM yyyy", "MMMM yyyy", "MM/yyyy"];

    public static (DateOnly Start, DateOnly End)? Read(string text, FiscalCalendar fiscal)
    {
        if (DateOnly.TryParseExact(text, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return (month, month.AddMonths(1).AddDays(-1));
        }

        int? year = null;
        int? quarter = null;
        foreach (var part in text.ToUpperInvariant().Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is ['Q', >= '1' and <= '4'] && quarter is null)
            {
                quarter = part[1] - '0';
            }
            else if (year is null && int.TryParse(part.StartsWith("FY", StringComparison.Ordinal) ? part[2..] : part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is (> 1990 and < 2200) or (> 0 and < 100))
            {
                year = number < 100 ? 2000 + number : number;
            }
            else
            {
                return null;
            }
        }

        if (year is not { } found)
        {
            return null;
        }

        var start = quarter is { } which ? fiscal.StartOfQuarter(found, which) : fiscal.StartOfYear(found);
        return (start, start.AddMonths(quarter is null ? 12 : 3).AddDays(-1));
    }
}
