using System.Globalization;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Reads single days: "1 May 2025", "May 1st", "2025-05-01", "the 15th of June", "Monday".</summary>
internal sealed class DayReader(Sentence sentence, DateOnly today)
{
    /// <summary>"By 24 December", "by Friday", "by the end of March": true for words that name a day.</summary>
    public static bool Names(Sentence sentence, int first, int count) => Enumerable.Range(first, count)
        .Any(at => CalendarWords.DayOfMonth(sentence[at]) is not null || CalendarWords.Weekday(sentence[at]) is not null || sentence[at] is "today" or "tomorrow" or "end" or "christmas" or "xmas");

    /// <summary>"We'd" is no Wednesday.</summary>
    public static bool IsCut(Sentence sentence, int at) => sentence.Written(at, 1).AsSpan().ContainsAny("'\u2019\u02BC");

    public (PeriodReading Reading, int Count) Read(int at)
    {
        var word = sentence[at];
        if (word.Length is >= 8 and <= 10 && DateOnly.TryParseExact(word, ["yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return (PeriodMaker.Day(iso, word), 1);
        }

        if (CalendarWords.Weekday(word) is { } weekday && (word != "wed" || !IsCut(sentence, at)))
        {
            var past = today.AddDays(-(((int)today.DayOfWeek - (int)weekday + 7) % 7));
            var label = sentence.Written(at, 1);
            return (new PeriodReading(new Period(past, past, label), Single(past == today ? past : past.AddDays(7), label), PeriodUnit.Day), 1);
        }

        if (word is "christmas" or "xmas")
        {
            return sentence[at + 1] is "eve" ? (Near(24, 12, sentence.Written(at, 2)), 2) : (Near(25, 12, sentence.Written(at, 1)), sentence[at + 1] is "day" ? 2 : 1);
        }

        if (word == "new" && sentence[at + 1] == "year" && sentence[at + 2] is "eve" or "day")
        {
            return (sentence[at + 2] is "eve" ? Near(31, 12, sentence.Written(at, 3)) : Near(1, 1, sentence.Written(at, 3)), 3);
        }

        int day, month, count;
        if ((CalendarWords.DayOfMonth(word) ?? (sentence[at + 1] == "of" ? CalendarWords.Ordinal(word) : null)) is { } before)
        {
            var of = sentence[at + 1] == "of" ? 2 : 1;
            if (InMonth(at, before) is { Count: > 0 } inMonth)
            {
                return inMonth;
            }

            if (CalendarWords.Month(sentence[at + of]) is not { } named)
            {
                return default;
            }

            (day, month, count) = (before, named, of + 1);
        }
        else if (CalendarWords.Month(word) is { } named && CalendarWords.DayOfMonth(sentence[at + 1]) is { } after)
        {
            (day, month, count) = (after, named, 2);
        }
        else
        {
            return default;
        }

        if (CalendarWords.Year(sentence[at + count]) is { } year)
        {
            return day <= DateTime.DaysInMonth(year, month) ? (PeriodMaker.Day(new DateOnly(year, month, day), sentence.Written(at, count + 1)), count + 1) : default;
        }

        if (day > DateTime.DaysInMonth(2024, month))
        {
            return default;
        }

        return (Near(day, month, sentence.Written(at, count)), count);
    }

    /// <summary>"Before the new year": the first day of one.</summary>
    public PeriodReading NewYear(string label) => Near(1, 1, label);

    /// <summary>"the 10th of this month", "by the 15th".</summary>
    private (PeriodReading Reading, int Count) InMonth(int at, int day)
    {
        if (char.IsDigit(sentence[at][^1]))
        {
            return default;
        }

        var of = at + 1 + (sentence[at + 1] is "of" ? 1 : 0);
        var the = sentence[of] == "the" ? 1 : 0;
        int? shift = sentence[of + the] switch { "this" or "current" or "running" => 0, "last" or "previous" or "past" => -1, "next" or "coming" => 1, "month" when the > 0 => 0, _ => null };
        if (shift is { } months && (sentence[of + the] == "month" || sentence[of + the + 1] is "month" or "mth" or "mo"))
        {
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(months);
            var count = of + the + (sentence[of + the] == "month" ? 1 : 2) - at;
            return day <= DateTime.DaysInMonth(first.Year, first.Month) ? (PeriodMaker.Day(first.AddDays(day - 1), sentence.Written(at, count)), count) : default;
        }

        // Alone it is the newest such day, or the next; "the 90th percentile" and "the 1st quarter" are none.
        if (sentence[at - 1] != "the" || CalendarWords.Month(sentence[at + 1]) is not null || sentence[at + 1] is "of"
            || !(sentence[at - 2] is "on" or "by" or "until" or "till" or "since" or "before" or "after" or "from" or "to" or "and" or "than" or "through" or "between")
            || CalendarWords.Unit(sentence.Stem(at + 1)) is not null || sentence.Stem(at + 1) is "percentile" or "pctile" or "time" or "deal" or "stage" or "step" or "place")
        {
            return default;
        }

        var newest = new DateOnly(today.Year, today.Month, Math.Min(day, DateTime.DaysInMonth(today.Year, today.Month)));
        newest = newest > today ? newest.AddMonths(-1) : newest;
        return (new PeriodReading(Single(newest, sentence.Written(at, 1)), Single(newest == today ? newest : newest.AddMonths(1), sentence.Written(at, 1)), PeriodUnit.Day), 1);
    }

    /// <summary>The newest such day for what happened, the next for what is expected.</summary>
    private PeriodReading Near(int day, int month, string label)
    {
        var thisYear = new DateOnly(today.Year, month, Math.Min(day, DateTime.DaysInMonth(today.Year, month)));
        return new PeriodReading(Single(thisYear <= today ? thisYear : thisYear.AddYears(-1), label), Single(thisYear >= today ? thisYear : thisYear.AddYears(1), label), PeriodUnit.Day);
    }

    private static Period Single(DateOnly day, string label) => new(day, day, label);
}
