using System.Globalization;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Reads single days: "1 May 2025", "May 1st", "2025-05-01", "the 15th of June", "Monday".</summary>
internal sealed class DayReader(Sentence sentence, DateOnly today)
{
    public (PeriodReading Reading, int Count) Read(int at)
    {
        var word = sentence[at];
        if (word.Length is >= 8 and <= 10 && DateOnly.TryParseExact(word, ["yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return (PeriodMaker.Day(iso, word), 1);
        }

        if (CalendarWords.Weekday(word) is { } weekday)
        {
            var past = today.AddDays(-(((int)today.DayOfWeek - (int)weekday + 7) % 7));
            var label = sentence.Written(at, 1);
            return (new PeriodReading(new Period(past, past, label), Single(past == today ? past : past.AddDays(7), label), PeriodUnit.Day), 1);
        }

        if (word is "christmas" or "xmas")
        {
            return (Near(25, 12, sentence.Written(at, 1)), sentence[at + 1] is "day" ? 2 : 1);
        }

        int day, month, count;
        if ((CalendarWords.DayOfMonth(word) ?? (sentence[at + 1] == "of" ? CalendarWords.Ordinal(word) : null)) is { } before)
        {
            var of = sentence[at + 1] == "of" ? 2 : 1;
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

    /// <summary>The newest such day for what happened, the next for what is expected.</summary>
    private PeriodReading Near(int day, int month, string label)
    {
        var thisYear = new DateOnly(today.Year, month, Math.Min(day, DateTime.DaysInMonth(today.Year, month)));
        return new PeriodReading(Single(thisYear <= today ? thisYear : thisYear.AddYears(-1), label), Single(thisYear >= today ? thisYear : thisYear.AddYears(1), label), PeriodUnit.Day);
    }

    private static Period Single(DateOnly day, string label) => new(day, day, label);
}
