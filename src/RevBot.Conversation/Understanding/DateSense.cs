using System.Globalization;

namespace RevBot.Conversation.Understanding;

/// <summary>How somebody's dates are meant: which day it is, and which of the two numbers in 3/4 is the day.</summary>
/// <param name="Order">Null when nobody can tell: then 3/4 is not read.</param>
public readonly record struct DateSense(DateOnly Today, DateOrder? Order = null)
{
    /// <summary>As people with this locale write dates; null for one that is not known, says no country, or begins with the year.</summary>
    /// <param name="locale">As in <c>en-GB</c>.</param>
    public static DateOrder? OrderOf(string? locale)
    {
        if (locale is not { Length: > 3 and <= 35 } || !TryFind(locale, out var culture) || culture.IsNeutralCulture)
        {
            return null;
        }

        var pattern = culture.DateTimeFormat.ShortDatePattern;
        var (day, month, year) = (pattern.IndexOf('d', StringComparison.Ordinal), pattern.IndexOf('M', StringComparison.Ordinal), pattern.IndexOf('y', StringComparison.Ordinal));
        return day < 0 || month < 0 || (year >= 0 && year < Math.Min(day, month)) ? null
            : month < day ? DateOrder.MonthFirst
            : DateOrder.DayFirst;
    }

    private static bool TryFind(string locale, out CultureInfo culture)
    {
        try
        {
            culture = CultureInfo.GetCultureInfo(locale, predefinedOnly: true);
            return true;
        }
        catch (CultureNotFoundException)
        {
            culture = CultureInfo.InvariantCulture;
            return false;
        }
    }
}
