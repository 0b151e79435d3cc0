using System.Globalization;

namespace RevBot.Tests.Questions;

/// <summary>What people call the week, month, quarter or year a day is in.</summary>
internal static class TimeLabel
{
    public static string Of(string dimension, DateOnly day) => dimension switch
    {
        "week" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)).ToString("'week of' d MMM yyyy", CultureInfo.InvariantCulture),
        "month" => day.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        "quarter" => string.Create(CultureInfo.InvariantCulture, $"Q{((day.Month - 1) / 3) + 1} {day.Year}"),
        _ => day.ToString("yyyy", CultureInfo.InvariantCulture),
    };
}
