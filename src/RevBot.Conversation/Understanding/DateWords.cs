using System.Globalization;
using System.Text.RegularExpressions;

namespace RevBot.Conversation.Understanding;

/// <summary>Reads days as people write them: <c>Friday</c>, <c>15 Dec</c>, <c>end of month</c>, <c>in 2 weeks</c>. What has no year or month lies ahead; what has two readings (<c>03/04/2026</c>) is read as the person's country writes it, and not at all when that is not known.</summary>
public static partial class DateWords
{
    private const string MonthNames = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    private const string FullDays = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private const string ShortDays = "mon|tues?|wed|thurs?|thu|fri|sat|sun";

    private const string Pattern =
        @"(?<![\p{L}\p{N}])(?:"
        + @"(?<iso>\d{4}-\d{1,2}-\d{1,2})"
        + @"|(?<a>\d{1,2})(?<separator>[/.\-])(?<b>\d{1,2})\k<separator>(?<year>\d{4}|\d{2})"
        + @"|(?<a>\d{1,2})(?<separator>/)(?<b>\d{1,2})"
        + @"|(?<day>\d{1,2})(?:st|nd|rd|th|\.)?(?:\s+of)?[\s\-]+(?<month>" + MonthNames + @")\.?(?:[,\s\-]\s*(?<year>\d{4}))?"
        + "|(?<month>" + MonthNames + @")\.?\s+(?:the\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<year>\d{4}))?"
        + @"|(?:the\s+)?end\s+of\s+(?:the\s+)?(?:(?<which>this|next)\s+)?(?<span>week|month|quarter|year)"
        + @"|(?:the\s+)?end\s+of\s+(?<endOf>" + MonthNames + @")(?:\s+(?<year>\d{4}))?"
        + @"|(?<span>week|month|quarter|year)[\s\-]end"
        + "|(?<short>eow|eom|eoq|eoy)"
        + @"|in\s+(?<count>\d{1,3}|an?|one|two|three|four|five|six|a\s+couple\s+of)\s+(?<unit>day|week|month|quarter|year)s?"
        + @"|(?<count>\d{1,3}|an?|one|two|three|four|five|six)\s+(?<unit>day|week|month|quarter|year)s?\s+from\s+(?:now|today)"
        + @"|(?<near>today|tomorrow|yesterday|day\s+after\s+tomorrow)"
        + @"|(?:(?<which>this|next|coming)\s+)?(?<weekday>" + FullDays + ")"
        + @"|(?<which>this|next|coming)\s+(?<weekday>" + ShortDays + ")"
        + @"|(?<=\b(?:on|by|until|till|due|for|to|before|:)\s)(?<weekday>" + ShortDays + ")"
        + @"|the\s+(?<only>\d{1,2})(?:st|nd|rd|th)"
        + @")(?![\p{L}\p{N}%]|[/\-]\d|[.,]\d)";

    /// <summary>Reads the whole text as one day; a leading "on" or "by" is passed over. Alone, a month is its last day and <c>15th</c> or <c>Fri</c> the next one.</summary>
    public static bool TryRead(string text, DateSense dates, out DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(text);
        var said = Preposition().Replace(text.Trim().TrimEnd('.', '!', '?'), "");
        var read = Find(said, dates) is { Start: 0 } found && found.Length == said.Length ? found.Date : ReadAlone(said, dates.Today);
        date = read ?? default;
        return read is not null;
    }

    /// <summary>The same words looking back, for days that lie in the past: a <c>20 Nov</c> that was read as next year's. Words that speak of the future, or name the year, keep their reading.</summary>
    public static DateOnly BackBefore(string text, DateOnly read, DateSense dates)
    {
        ArgumentNullException.ThrowIfNull(text);
        var latest = dates.Today;
        if (read <= latest || Ahead().IsMatch(text))
        {
            return read;
        }

        foreach (var seenFrom in (ReadOnlySpan<DateOnly>)[latest.AddDays(-6), latest.AddYears(-1).AddDays(1)])
        {
            if (TryRead(text, dates with { Today = seenFrom }, out var back) && back <= latest)
            {
                return back;
            }
        }

        return read;
    }

    /// <summary>The first day named at or after <paramref name="start"/>.</summary>
    public static FoundDate? Find(string text, DateSense dates, int start = 0)
    {
        for (var match = Shape().Match(text, start); match.Success; match = match.NextMatch())
        {
            if (Read(match, dates) is { } date)
            {
                return new FoundDate(match.Index, match.Length, date);
            }
        }

        return null;
    }

    /// <summary>The text with its days in figures written out, so that everybody reads them alike: "since 03/04" of a Briton is "since 3 Apr". A pair of figures alone is only a day behind a word such as "since".</summary>
    public static string SpellOut(string text, DateOrder? order) => Figures().Replace(Glued().Replace(text, " - "), match =>
        InOrder(match.Groups["a"].Value, match.Groups["b"].Value, match.Groups["separator"].Value, order) is ( >= 1 and <= 31 and var day, >= 1 and <= 12 and var month)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{day} {CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month)}{(Value(match, "year") is { } year ? $" {FullYear(year)}" : "")}")
            : match.Value);

    /// <summary>The two days that "03/04" may be; none for what has one reading, or none.</summary>
    public static IReadOnlyList<DateOnly> ReadBothWays(string text, DateOnly today) =>
        !TryRead(text, new DateSense(today), out _)
        && TryRead(text, new DateSense(today, DateOrder.DayFirst), out var one)
        && TryRead(text, new DateSense(today, DateOrder.MonthFirst), out var other)
            ? [one, other]
            : [];

    private static DateOnly? ReadAlone(string said, DateOnly today)
    {
        if (Lonely().Match(said) is not { Success: true } match)
        {
            return null;
        }

        return Value(match, "day") is { } day ? NextDayOfMonth(int.Parse(day, CultureInfo.InvariantCulture), today)
            : Value(match, "month") is { } month ? EndOfMonth(MonthOf(month), null, today)
            : WeekdayOf(match.Groups["weekday"].Value, null, today);
    }

    private static DateOnly? Read(Match match, DateSense dates)
    {
        var today = dates.Today;
        var year = Value(match, "year") is { } text ? FullYear(text) : (int?)null;
        return Value(match, "iso") is { } iso ? Iso(iso)
            : Value(match, "a") is { } a ? Numeric(a, match.Groups["b"].Value, match.Groups["separator"].Value, year, dates)
            : Value(match, "day") is { } day ? DayAndMonth(int.Parse(day, CultureInfo.InvariantCulture), MonthOf(match.Groups["month"].Value), year, today)
            : Value(match, "endOf") is { } month ? EndOfMonth(MonthOf(month), year, today)
            : Value(match, "span") is { } span ? EndOf(span, Value(match, "which"), today)
            : Value(match, "short") is { } brief ? EndOf(brief, null, today)
            : Value(match, "unit") is { } unit ? Later(match.Groups["count"].Value, unit, today)
            : Value(match, "near") is { } near ? Near(near, today)
            : Value(match, "weekday") is { } weekday ? WeekdayOf(weekday, Value(match, "which"), today)
            : NextDayOfMonth(int.Parse(match.Groups["only"].Value, CultureInfo.InvariantCulture), today);
    }

    private static string? Value(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? found.Value.ToLowerInvariant() : null;

    private static int FullYear(string text)
    {
        var year = int.Parse(text, CultureInfo.InvariantCulture);
        return year < 100 ? 2000 + year : year;
    }

    private static DateOnly? Iso(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static DateOnly? Numeric(string a, string b, string separator, int? year, DateSense dates) =>
        InOrder(a, b, separator, dates.Order) is var (day, month) ? DayAndMonth(day, month, year, dates.Today) : null;

    /// <summary>With slashes and dashes both orders are in use: a number over twelve tells which is the day, else the order does; with dots the day comes first.</summary>
    private static (int Day, int Month)? InOrder(string a, string b, string separator, DateOrder? order)
    {
        var (first, second) = (int.Parse(a, CultureInfo.InvariantCulture), int.Parse(b, CultureInfo.InvariantCulture));
        return separator == "." || first > 12 || first == second ? (first, second)
            : second > 12 ? (second, first)
            : order switch
            {
                DateOrder.DayFirst => (first, second),
                DateOrder.MonthFirst => (second, first),
                _ => null,
            };
    }

    private static DateOnly? DayAndMonth(int day, int month, int? year, DateOnly today)
    {
        if (month is < 1 or > 12)
        {
            return null;
        }

        if (year is { } said)
        {
            return Make(said, month, day);
        }

        var date = Make(today.Year, month, day);
        return date >= today ? date : Make(today.Year + 1, month, day) ?? date;
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is > 1900 and < 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? NextDayOfMonth(int day, DateOnly today)
    {
        var month = FirstOfMonth(today);
        return Enumerable.Range(0, 3)
            .Select(month.AddMonths)
            .Select(first => Make(first.Year, first.Month, day))
            .FirstOrDefault(date => date >= today);
    }

    private static DateOnly EndOfMonth(int month, int? year, DateOnly today) =>
        new DateOnly(year ?? (month < today.Month ? today.Year + 1 : today.Year), month, 1).AddMonths(1).AddDays(-1);

    private static DateOnly EndOf(string span, string? which, DateOnly today)
    {
        var next = which == "next" ? 1 : 0;
        var month = FirstOfMonth(today);
        return span switch
        {
            "week" or "eow" => EndOfWeek(today, next),
            "month" or "eom" => month.AddMonths(1 + next).AddDays(-1),
            "quarter" or "eoq" => month.AddMonths(-((today.Month - 1) % 3) + 3 + (3 * next)).AddDays(-1),
            _ => new DateOnly(today.Year + next, 12, 31),
        };
    }

    /// <summary>A week of work ends on Friday.</summary>
    private static DateOnly EndOfWeek(DateOnly today, int next)
    {
        var friday = Monday(today).AddDays(4);
        return (friday < today ? friday.AddDays(7) : friday).AddDays(7 * next);
    }

    private static DateOnly Later(string count, string unit, DateOnly today)
    {
        var number = count switch
        {
            "a" or "an" or "one" => 1,
            "two" or ['a', ' ', ..] => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            "six" => 6,
            _ => int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : 1,
        };
        return unit switch
        {
            "day" => today.AddDays(number),
            "week" => today.AddDays(7 * number),
            "month" => today.AddMonths(number),
            "quarter" => today.AddMonths(3 * number),
            _ => today.AddYears(number),
        };
    }

    private static DateOnly Near(string near, DateOnly today) => near switch
    {
        "today" => today,
        "tomorrow" => today.AddDays(1),
        "yesterday" => today.AddDays(-1),
        _ => today.AddDays(2),
    };

    /// <summary>"Friday" is the next one after today, "this Friday" may be today, "next Friday" is in the week after this one.</summary>
    private static DateOnly WeekdayOf(string name, string? which, DateOnly today)
    {
        var day = Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames, known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase));
        var ahead = (day - (int)today.DayOfWeek + 7) % 7;
        return which switch
        {
            "next" => Monday(today).AddDays(7 + ((day + 6) % 7)),
            "this" => today.AddDays(ahead),
            _ => today.AddDays(ahead == 0 ? 7 : ahead),
        };
    }

    private static int MonthOf(string name) =>
        1 + Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase));

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    [GeneratedRegex(@"\b(?:tomorrow|next|in|end|later|from|this|today|eo[wmqy])\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ahead();

    [GeneratedRegex(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}/.\-])(?:(?<a>\d{1,2})(?<separator>[/.\-])(?<b>\d{1,2})\k<separator>(?<year>\d{4}|\d{2})|(?<=\b(?:on|since|before|after|until|till|by|from|to|between|and|through)\s)(?<a>\d{1,2})(?<separator>/)(?<b>\d{1,2}))(?![\p{L}\p{N}%]|[/\-]\d|[.,]\d)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    /// <summary>The dash of "01.07.2026-15.08.2026", which stands between two days and in neither.</summary>
    [GeneratedRegex(@"(?<=\d[/.]\d{1,2}[/.]\d{2,4})[-–—](?=\d{1,2}[/.]\d{1,2}[/.]\d{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();

    [GeneratedRegex(@"^(?:on|by|at|until|till|before|for)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();

    [GeneratedRegex("^(?:(?<day>\\d{1,2})(?:st|nd|rd|th)|(?:in\\s+)?(?<month>" + MonthNames + ")|(?<weekday>" + ShortDays + "))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lonely();
}
