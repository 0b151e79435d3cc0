using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Reads periods that are counted from today: "this quarter", "last 6 weeks", "next March", "two months ago".</summary>
internal sealed class RelativePeriodReader(Sentence sentence, FiscalCalendar fiscal, DateOnly today)
{
    private readonly PeriodMaker _make = new(fiscal, today);
    private readonly NamedPeriodReader _named = new(sentence, fiscal, today);

    /// <summary>"this quarter", "last 6 weeks", "next March", "last Friday", "previous fiscal year".</summary>
    public (PeriodReading Reading, int Count) Read(int at, string word)
    {
        if (sentence[at + 2] == "of" && _named.Read(at) is { Count: > 0 } named)
        {
            // "the last quarter of 2025".
            return named;
        }

        var back = word is "last" or "past" or "previous" or "prior" or "trailing" or "rolling" or "prev";
        var ahead = word is "next" or "coming" or "upcoming" or "following";
        var next = at + 1;
        var (calendar, whole) = (false, false);
        if (sentence[next] is "fiscal" or "calendar" or "full" or "complete" or "whole" or "completed" or "finished" || (sentence[next] == "closed" && CalendarWords.Unit(sentence.Stem(next + 1)) is not null))
        {
            calendar = sentence[next] == "calendar";
            whole = sentence[next] is "full" or "complete" or "whole" or "completed" or "finished" or "closed";
            next++;
        }

        if (CalendarWords.Number(sentence[next]) is { } number && (back || ahead) && CalendarWords.Year(sentence[next]) is null)
        {
            if (number >= 20 && CalendarWords.Number(sentence[next + 1]) is { } ones and < 10 && !char.IsDigit(sentence[next][0]))
            {
                // "fifty-two".
                number += ones;
                next++;
            }

            next += sentence[next + 1] == "of" ? 2 : 1;
            if (sentence[next] is "couple" or "few" && CalendarWords.Number(sentence[next]) is { } more)
            {
                number = more;
                next += sentence[next + 1] == "of" ? 2 : 1;
            }

            if (sentence[next] is "full" or "calendar" or "fiscal" or "business" or "complete" or "whole")
            {
                whole |= sentence[next] is "full" or "complete" or "whole";
                next++;
            }

            return CalendarWords.Unit(sentence.Stem(next)) is { } rolled ? (whole && back && rolled != PeriodUnit.Day ? _make.WholeBefore(number, rolled, Label(next)) : _make.Rolling(number, rolled, back, Label(next)), next + 1 - at) : default;
        }

        if (sentence[next] == "fortnight")
        {
            return (_make.Rolling(2, PeriodUnit.Week, !ahead, Label(next)), next + 1 - at);
        }

        if (sentence[next] == "half" && sentence[next + 1] == "year")
        {
            return (back ? _make.Rolling(6, PeriodUnit.Month, true, Label(next + 1)) : ahead ? _make.Rolling(6, PeriodUnit.Month, false, Label(next + 1)) : _make.Current(PeriodUnit.Half, false, Label(next + 1)), next + 2 - at);
        }

        if (CalendarWords.Unit(sentence.Stem(next)) is { } unit)
        {
            var reading = word is "past" or "trailing" or "rolling" ? _make.Rolling(1, unit, true, Label(next))
                : back ? _make.Whole(unit, -1, calendar, Label(next))
                : ahead ? _make.Whole(unit, 1, calendar, Label(next))
                : _make.Current(unit, calendar, Label(next));
            if (sentence.Words[next].IsPossessive && _named.Read(next + 1, reading.Expected.Start) is { Count: > 0 } inside)
            {
                // "last year's Q3".
                return (inside.Reading, next + 1 + inside.Count - at);
            }

            return (reading, next + 1 - at);
        }

        var side = back ? -1 : ahead ? 1 : 0;
        if (CalendarWords.Weekday(sentence[next]) is { } weekday)
        {
            var day = today.AddDays(-(((int)today.DayOfWeek - (int)weekday + 7) % 7));
            if (side == 0)
            {
                // "This Tuesday": the one of this week for what happened, the next for what is expected.
                return (new PeriodReading(new Period(day, day, Label(next)), new Period(day < today ? day.AddDays(7) : day, day < today ? day.AddDays(7) : day, Label(next)), PeriodUnit.Day), next + 1 - at);
            }

            return (PeriodMaker.Day(side > 0 ? day.AddDays(7) : day == today && back ? day.AddDays(-7) : day, Label(next)), next + 1 - at);
        }

        if (CalendarWords.Month(sentence[next]) is { } month)
        {
            return (_make.MonthNear(month, side, Label(next)), next + 1 - at);
        }

        if (CalendarWords.Season(sentence[next]) is { } season)
        {
            return (_make.SeasonNear(season, side, Label(next)), next + 1 - at);
        }

        return NamedPeriodReader.QuarterOf(sentence[next]) is { } quarter ? (_make.QuarterNear(quarter, side, Label(next)), next + 1 - at) : default;

        string Label(int last) => sentence.Written(at, last + 1 - at);
    }

    /// <summary>"two months ago", "the week before last": one unit, whole, so far back.</summary>
    public (PeriodReading Reading, int Count) ReadAgo(int at)
    {
        if (CalendarWords.Unit(sentence.Stem(at)) is { } before && sentence[at + 1] == "before" && sentence[at + 2] == "last")
        {
            return (_make.Whole(before, -2, false, sentence.Written(at, 3)), 3);
        }

        if (CalendarWords.Unit(sentence.Stem(at)) is { } behind && sentence[at + 1] == "after" && sentence[at + 2] == "next")
        {
            return (_make.Whole(behind, 2, false, sentence.Written(at, 3)), 3);
        }

        return CalendarWords.Number(sentence[at]) is { } number && CalendarWords.Unit(sentence.Stem(at + 1)) is { } unit && sentence[at + 2] is "ago" or "back"
            ? (unit == PeriodUnit.Day ? PeriodMaker.Day(today.AddDays(-number), sentence.Written(at, 3)) : _make.Whole(unit, -number, false, sentence.Written(at, 3)), 3)
            : default;
    }
}
