using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Reads days of a week that is named beside them: "Monday to Wednesday this week", "last week, Mon-Fri", "Tuesday of last week".</summary>
internal sealed class WeekdayRangeReader(Sentence sentence, FiscalCalendar fiscal, DateOnly today)
{
    public PeriodSpan? Read(int at)
    {
        if (WeekAt(at) is { } ahead && DaysAt(at + ahead.Count) is { } inside)
        {
            return Make(at, ahead.Count + inside.Count, ahead.Monday, inside);
        }

        return DaysAt(at) is { } days && WeekAt(at + days.Count) is { } week ? Make(at, days.Count + week.Count, week.Monday, days) : null;
    }

    private PeriodSpan? Make(int at, int count, DateOnly monday, (DayOfWeek First, DayOfWeek Last, int Count) days)
    {
        var (first, last) = (Day(monday, days.First), Day(monday, days.Last));
        return first > last ? null : new PeriodSpan(at, count, new PeriodReading(new Period(first, last, sentence.Written(at, count)), first == last ? PeriodUnit.Day : PeriodUnit.Span));
    }

    private static DateOnly Day(DateOnly monday, DayOfWeek day) => monday.AddDays(((int)day - (int)monday.DayOfWeek + 7) % 7);

    private (DayOfWeek First, DayOfWeek Last, int Count)? DaysAt(int at)
    {
        var lead = 0;
        while (sentence[at + lead] is "from" or "between" or "on" or "of" && lead < 2)
        {
            lead++;
        }

        if (CalendarWords.Weekday(sentence[at + lead]) is not { } first || (sentence[at + lead] == "wed" && DayReader.IsCut(sentence, at + lead)))
        {
            return null;
        }

        var joint = at + lead + 1;
        var second = joint + (sentence[joint] is "to" or "and" or "through" or "thru" or "until" or "till" ? 1 : 0);
        return CalendarWords.Weekday(sentence[second]) is { } last ? (first, last, second + 1 - at) : (first, first, lead + 1);
    }

    private (DateOnly Monday, int Count)? WeekAt(int at)
    {
        var lead = sentence[at] is "of" or "in" ? 1 : 0;
        lead += sentence[at + lead] is "the" ? 1 : 0;
        int? shift = sentence[at + lead] switch
        {
            "this" or "current" or "running" => 0,
            "last" or "past" or "previous" => -1,
            "next" or "coming" => 1,
            _ => null,
        };
        return shift is { } weeks && sentence[at + lead + 1] is "week" or "weeks" or "wk" ? (fiscal.StartOfWeek(today).AddDays(7 * weeks), lead + 2) : null;
    }
}
