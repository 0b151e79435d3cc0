using System.Collections.Frozen;
using System.Globalization;

namespace RevBot.Intents.Ask.Periods;

/// <summary>The words of the calendar: numbers, units, months, seasons, weekdays.</summary>
internal static class CalendarWords
{
    private static readonly FrozenDictionary<string, int> Numbers = new Dictionary<string, int>
    {
        ["a"] = 1,
        ["an"] = 1,
        ["one"] = 1,
        ["two"] = 2,
        ["couple"] = 2,
        ["three"] = 3,
        ["few"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["dozen"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["eighteen"] = 18,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>
    {
        ["first"] = 1,
        ["1st"] = 1,
        ["second"] = 2,
        ["2nd"] = 2,
        ["third"] = 3,
        ["3rd"] = 3,
        ["fourth"] = 4,
        ["4th"] = 4,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Months = Enumerable.Range(1, 12)
        .SelectMany(month => new[]
        {
            (Word: CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month).ToLowerInvariant(), Month: month),
            (Word: CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month).ToLowerInvariant(), Month: month),
        })
        .Append((Word: "sept", Month: 9))
        .DistinctBy(pair => pair.Word)
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Month);

    private static readonly FrozenDictionary<string, DayOfWeek> Weekdays = Enum.GetValues<DayOfWeek>()
        .SelectMany(day => Shortened(day).Append(day.ToString().ToLowerInvariant()).Select(word => (Word: word, Day: day)))
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Day);

    /// <summary>"sat" and "sun" are other words, too.</summary>
    private static string[] Shortened(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => ["mon"],
        DayOfWeek.Tuesday => ["tue", "tues"],
        DayOfWeek.Wednesday => ["wed", "weds"],
        DayOfWeek.Thursday => ["thu", "thur", "thurs"],
        DayOfWeek.Friday => ["fri"],
        _ => [],
    };

    /// <summary>Every word of a calendar that may be misspelt.</summary>
    public static IEnumerable<string> All =>
    [
        .. Numbers.Keys, .. Ordinals.Keys, .. Months.Keys, .. Weekdays.Keys,
        "day", "week", "month", "quarter", "year", "half", "spring", "summer", "autumn", "winter", "today", "yesterday", "tomorrow", "fortnight", "last", "next", "previous", "fiscal", "calendar", "ago", "since", "until", "between",
    ];

    /// <summary>A whole number of up to four digits, in figures or words.</summary>
    public static int? Number(string word) =>
        Numbers.TryGetValue(word, out var number) || (word.Length <= 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number)) ? number : null;

    public static int? Ordinal(string word) => Ordinals.TryGetValue(word, out var number) ? number : null;

    public static int? Month(string word) => Months.TryGetValue(word, out var month) ? month : null;

    /// <summary>"15", "15th", "1st".</summary>
    public static int? DayOfMonth(string word)
    {
        var digits = word.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
        return digits.Length is 1 or 2 && word.Length - digits.Length is 0 or 2 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is > 0 and < 32
            ? day
            : null;
    }

    public static int? Year(string word) =>
        word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and < 2100 ? year : null;

    public static DayOfWeek? Weekday(string word) => Weekdays.TryGetValue(word, out var day) ? day : null;

    /// <summary>First month of a northern season.</summary>
    public static int? Season(string word) => word switch
    {
        "spring" => 3,
        "summer" => 6,
        "autumn" or "fall" => 9,
        "winter" => 12,
        _ => null,
    };

    public static PeriodUnit? Unit(string stem) => stem switch
    {
        "day" => PeriodUnit.Day,
        "week" or "wk" or "workweek" => PeriodUnit.Week,
        "month" or "mo" or "mth" => PeriodUnit.Month,
        "quarter" or "qtr" => PeriodUnit.Quarter,
        "half" => PeriodUnit.Half,
        "year" or "yr" => PeriodUnit.Year,
        _ => null,
    };
}
