using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask;

/// <summary>Finds the periods a sentence names: ranges, rolling spans and units counted from today here; quarters, months and years by name, and single days, in readers of their own.</summary>
internal sealed class PeriodReader(Sentence sentence, FiscalCalendar fiscal, DateOnly today)
{
    private readonly PeriodMaker _make = new(fiscal, today);
    private readonly NamedPeriodReader _named = new(sentence, fiscal, today);
    private readonly DayReader _days = new(sentence, today);

    /// <summary>All periods, from left to right; their words are taken.</summary>
    public List<PeriodSpan> ReadAll()
    {
        var spans = new List<PeriodSpan>();
        for (var at = 0; at < sentence.Count;)
        {
            if (sentence.IsFree(at) && (ReadRange(at) ?? ReadOne(at)) is { } span && sentence.AreFree(span.First, span.Count))
            {
                sentence.Take(span.First, span.Count);
                spans.Add(span);
                at = span.First + span.Count;
            }
            else
            {
                at++;
            }
        }

        return spans;
    }

    /// <summary>The one period that begins with a word, or null; nothing is taken.</summary>
    public PeriodSpan? ReadAt(int at) => ReadOne(at);

    /// <summary>"between 1 May and 15 June", "from March to May", "since Monday", "before Q3", "after 1 June".</summary>
    private PeriodSpan? ReadRange(int at)
    {
        var opener = sentence[at];
        if (ReadDays(at) is { } days)
        {
            return days;
        }

        if (opener is "between" or "from" && (ReadNow(at + 1) ?? ReadOne(at + 1)) is { } first)
        {
            var second = first.First + first.Count;
            return sentence[second] is "and" or "to" or "until" or "till" or "through" or "thru" && ReadOne(second + 1) is { } last
                ? Between(at, first, last)
                : opener == "from" && sentence[second] is "on" or "onward" or "onwards" ? Since(at, first, 1)
                : opener == "from" && first.Reading.Unit == PeriodUnit.Day ? Since(at, first, 0) : null;
        }

        if (opener is "up" && sentence[at + 1] is "to" or "until" or "till" && ReadOne(at + 2) is { Reading.Expected.End: { } upTo } last2)
        {
            var words = last2.First + last2.Count - at;
            return new PeriodSpan(at, words, new PeriodReading(new Period(null, upTo, sentence.Written(at, words)), PeriodUnit.Span));
        }

        if (opener is "since" or "starting" && ReadOne(at + 1) is { } start)
        {
            return Since(at, start, 0);
        }

        if (opener is "until" or "till" or "before" or "after" or "by" && ReadOne(at + 1) is { } limit && !(opener == "by" && sentence[at + 1] is "week" or "month" or "quarter" or "year"))
        {
            var count = limit.First + limit.Count - at;
            var label = sentence.Written(at, count);
            var until = limit.Reading.Expected;
            return opener switch
            {
                "before" when EndsIt(at + 1) && until.End is { } day => new PeriodSpan(at, count, new PeriodReading(new Period(null, day, label), PeriodUnit.Span)),
                "before" when until.Start is { } day => new PeriodSpan(at, count, new PeriodReading(new Period(null, day.AddDays(-1), label), PeriodUnit.Span)),
                "after" when until.End is { } day => new PeriodSpan(at, count, new PeriodReading(new Period(day.AddDays(1), null, label), PeriodUnit.Span)),
                "until" or "till" or "by" when until.End is { } day => new PeriodSpan(at, count, new PeriodReading(new Period(null, day, label), PeriodUnit.Span)),
                _ => null,
            };
        }

        if (ReadOne(at) is not { Reading.Unit: not PeriodUnit.Span } left)
        {
            return null;
        }

        // "May to July", "Jan-Mar 2025"; "Q2 and Q3" are one span where they follow each other and are not compared.
        var joint = left.First + left.Count;
        var dashed = joint < sentence.Count && sentence.Words[joint].Start > 0 && sentence.Text[(sentence.Words[joint].Start - 1)..sentence.Words[joint].Start] is "-" or "–" or "—";
        if (!dashed && sentence[joint] is not ("to" or "through" or "thru" or "until" or "till" or "and" or "plus") || ReadOne(dashed ? joint : joint + 1) is not { } right)
        {
            return null;
        }

        if (sentence[joint] is not ("and" or "plus"))
        {
            return right.Reading.Expected.Start > left.Reading.Expected.Start || (NamesYear(right) && !NamesYear(left)) ? Between(at, left, right) : null;
        }

        return left.Reading.Unit == right.Reading.Unit && left.Reading.Unit != PeriodUnit.Day && Between(at, left, right) is var both
            && both.Reading.Happened is { Start: { } from, End: { } to } && to.DayNumber - from.DayNumber < Durations.Days(2, left.Reading.Unit) + 8 && !IsCompared() ? both : null;
    }

    private bool IsCompared() => Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "vs" or "versus" or "compare" or "compared" or "comparing" or "against" or "between" or "v" or "difference");

    /// <summary>"now" where a span begins.</summary>
    private PeriodSpan? ReadNow(int at) => sentence[at] is "now" or "here" ? new PeriodSpan(at, 1, PeriodMaker.Day(today, "now")) : null;

    /// <summary>"1–15 October", "between 1 and 15 November", "Dec 10-24": one month said for both days.</summary>
    private PeriodSpan? ReadDays(int at)
    {
        var start = at + (sentence[at] is "between" or "from" ? 1 : 0);
        start += sentence[start] == "the" ? 1 : 0;
        var ahead = CalendarWords.Month(sentence[start]) is not null ? 1 : 0;
        if (CalendarWords.DayOfMonth(sentence[start + ahead]) is not { } first)
        {
            return null;
        }

        var second = start + ahead + 1;
        second += sentence[second] is "to" or "and" or "until" or "till" or "through" or "thru" ? 1 : 0;
        second += sentence[second] == "the" ? 1 : 0;
        if (CalendarWords.DayOfMonth(sentence[second]) is not { } last || last <= first || (second == start + ahead + 1 && sentence.Words[second].Start - sentence.Words[second - 1].End > 3))
        {
            return null;
        }

        var (reading, count) = ahead == 0 ? _days.Read(second) : CalendarWords.Month(sentence[start]) is not null ? _days.Read(start) : default;
        if (count == 0 || (ahead == 1 && sentence.Words[second].Start - sentence.Words[second - 1].End > 3 && sentence[second - 1] is not ("to" or "and" or "through")))
        {
            return null;
        }

        var words = (ahead == 0 ? second + count : second + 1) - at;
        var label = sentence.Written(at, words);
        return new PeriodSpan(at, words, new PeriodReading(Stretch(reading.Happened), Stretch(reading.Expected), PeriodUnit.Span));

        Period Stretch(Period day) => ahead == 0
            ? new Period(day.End?.AddDays(first - last), day.End, label)
            : new Period(day.Start, day.Start?.AddDays(last - first), label);
    }

    /// <summary>"the end of the year": what lies before it is the year itself.</summary>
    private bool EndsIt(int at) => sentence[at] == "end" || sentence[at + 1] == "end" || (sentence[at] == "the" && sentence[at + 1] == "end");

    private PeriodSpan Between(int at, PeriodSpan first, PeriodSpan last)
    {
        var count = last.First + last.Count - at;
        var end = last.Reading.Expected.End;
        var start = first.Reading.Expected.Start;
        if (start > end && start is { } late && !NamesYear(first))
        {
            // "from November to February": the November before that February.
            start = late;
            while (start > end)
            {
                start = start.Value.AddYears(-1);
            }
        }
        else if (start is { } early && end is { } close && !NamesYear(first) && NamesYear(last) && early.Year != close.Year)
        {
            // "between 1 May and 15 June 2025": one year said for both.
            start = early.AddYears(close.Year - early.Year);
            start = start > end ? start.Value.AddYears(-1) : start;
        }
        else if (!NamesYear(first) && !NamesYear(last) && first.Reading.Happened.Start is { } happenedStart && last.Reading.Happened.End is { } happenedEnd)
        {
            happenedStart = happenedStart > happenedEnd ? happenedStart.AddYears(-1) : happenedStart;
            var label = sentence.Written(at, count);
            return new PeriodSpan(at, count, new PeriodReading(new Period(happenedStart, happenedEnd, label), new Period(start, end, label), PeriodUnit.Span));
        }

        return new PeriodSpan(at, count, new PeriodReading(new Period(start, end, sentence.Written(at, count)), PeriodUnit.Span));
    }

    private bool NamesYear(PeriodSpan span) =>
        Enumerable.Range(span.First, span.Count).Any(at => CalendarWords.Year(sentence[at]) is not null || sentence[at].Length > 4 && char.IsDigit(sentence[at][0]));

    private PeriodSpan? Since(int at, PeriodSpan from, int behind)
    {
        var count = from.First + from.Count + behind - at;
        var label = sentence.Written(at, count);
        return from.Reading.Happened.Start is { } start
            ? new PeriodSpan(at, count, new PeriodReading(new Period(start, today, label), new Period(from.Reading.Happened.Start, null, label), PeriodUnit.Span))
            : null;
    }

    private PeriodSpan? ReadOne(int at)
    {
        var first = at;
        var lead = 0;
        while (sentence[first] is "the" or "in" or "during" or "over" or "within" or "for" or "on" or "of" or "throughout" or "our" && lead < 3)
        {
            first++;
            lead++;
        }

        var (reading, count) = ReadBare(first);
        if (count == 0)
        {
            return null;
        }

        // "the" and "in" before it belong to it; so do "so far" and "to date" behind.
        var end = first + count;
        if (sentence[end] == "so" && sentence[end + 1] == "far")
        {
            end += 2;
        }
        else if (sentence[end] == "to" && sentence[end + 1] is "date" or "now")
        {
            end += 2;
        }

        var sofar = end > first + count && reading.Happened.End > today;
        return new PeriodSpan(at, end - at, sofar ? reading with { Happened = reading.Happened with { End = today } } : reading);
    }

    private (PeriodReading Reading, int Count) ReadBare(int at)
    {
        var word = sentence[at];
        var label = new Func<int, string>(count => sentence.Written(at, count));
        switch (word)
        {
            case "":
                return default;
            case "today":
                return (PeriodMaker.Day(today, "today"), 1);
            case "yesterday":
                return (PeriodMaker.Day(today.AddDays(-1), "yesterday"), 1);
            case "day" when sentence[at + 1] == "before" && sentence[at + 2] == "yesterday":
                return (PeriodMaker.Day(today.AddDays(-2), label(3)), 3);
            case "ltm" or "ttm":
                return (_make.Rolling(12, PeriodUnit.Month, back: true, label(1)), 1);
            case "week" when sentence[at + 1] is "of" or "starting" or "commencing" or "beginning" && WeekOf(at) is { } week:
                return week;
            case "fiscal" or "calendar" or "business" or "financial" when CalendarWords.Unit(sentence.Stem(at + 1)) is not null && sentence[at + 2] == "to" && sentence[at + 3] == "date":
                return ReadBare(at + 1) is var (toDate, words) ? (toDate, words + 1) : default;
            case "start" or "beginning" when sentence[at + 1] == "of" && ReadUnitOrNamed(at + 2) is { Count: > 0 } begun:
                return (begun.Reading, begun.Count + 2);
            case "rest" or "remainder" when sentence[at + 1] == "of" && ReadUnitOrNamed(at + 2) is { Count: > 0 } left:
                return (new PeriodReading(new Period(today, left.Reading.Expected.End, label(left.Count + 2)), PeriodUnit.Span), left.Count + 2);
            case "fiscal" or "calendar" when NamedPeriodReader.QuarterOf(sentence[at + 1]) is not null && _named.Read(at + 1) is { Count: > 0 } plain:
                return (plain.Reading, plain.Count + 1);
            case "year" or "quarter" or "month" or "week" when sentence[at + 1] == "end" || (sentence[at + 1] == "so" && sentence[at + 2] == "far"):
                return (_make.Current(CalendarWords.Unit(word) ?? PeriodUnit.Year, false, label(2)), sentence[at + 1] == "end" ? 2 : 1);
            case "tomorrow":
                return (PeriodMaker.Day(today.AddDays(1), "tomorrow"), 1);
            case "ytd" or "qtd" or "mtd" or "wtd":
                return (_make.Current(word[0] switch { 'y' => PeriodUnit.Year, 'q' => PeriodUnit.Quarter, 'm' => PeriodUnit.Month, _ => PeriodUnit.Week }, false, label(1)), 1);
            case "overdue":
                return (_make.Overdue(), 1);
            case "past" when sentence[at + 1] == "due":
                return (_make.Overdue(), 2);
            case "past" when sentence[at - 1] == "the" && sentence[at + 1].Length == 0:
                return (_make.Overdue(), 1);
            case "so" when sentence[at + 1] == "far" && ReadBare(at + 2) is { Count: > 0 } soFar:
                return (soFar.Reading, soFar.Count + 2);
            case "all" when sentence[at + 1] == "time":
                return (new PeriodReading(Period.AllTime, PeriodUnit.Span), 2);
            case "ever":
                return (new PeriodReading(Period.AllTime, PeriodUnit.Span), 1);
            case "recently" or "lately":
                return (_make.Rolling(30, PeriodUnit.Day, back: true, label(1)), 1);
            case "eom" or "eoq" or "eoy":
                return (_make.Current(word[2] switch { 'm' => PeriodUnit.Month, 'q' => PeriodUnit.Quarter, _ => PeriodUnit.Year }, false, label(1)), 1);
            case "end" when sentence[at + 1] == "of":
                var skip = sentence[at + 2] == "the" ? 3 : 2;
                if (CalendarWords.Unit(sentence.Stem(at + skip)) is { } ending)
                {
                    return (_make.Current(ending, false, label(skip + 1)), skip + 1);
                }

                return ReadBare(at + skip) is { Count: > 0 } ended ? (ended.Reading, ended.Count + skip) : default;
            case "this" or "current" or "last" or "past" or "previous" or "prior" or "next" or "coming" or "upcoming" or "following" or "trailing" or "rolling" or "prev":
                return ReadRelative(at, word);
        }

        if (CalendarWords.Unit(sentence.Stem(at)) is { } unit && sentence[at + 1] == "to" && sentence[at + 2] == "date")
        {
            return (_make.Current(unit, false, label(3)), 3);
        }

        return _named.Read(at) is { Count: > 0 } named ? named : _days.Read(at) is { Count: > 0 } day ? day : ReadAgo(at);
    }

    /// <summary>Behind "start of" and "rest of": "the quarter", "this year", "March".</summary>
    private (PeriodReading Reading, int Count) ReadUnitOrNamed(int at)
    {
        var skip = sentence[at] is "the" or "this" ? 1 : 0;
        return CalendarWords.Unit(sentence.Stem(at + skip)) is { } unit
            ? (_make.Current(unit, false, sentence.Written(at, skip + 1)), skip + 1)
            : ReadBare(at + skip) is { Count: > 0 } named ? (named.Reading, named.Count + skip) : default;
    }

    /// <summary>"the week of 2 November": the whole of it.</summary>
    private (PeriodReading Reading, int Count)? WeekOf(int at)
    {
        var day = at + 2 + (sentence[at + 2] == "the" ? 1 : 0);
        if (_days.Read(day) is not { Count: > 0 } said)
        {
            return null;
        }

        var label = sentence.Written(at, day + said.Count - at);
        return (new PeriodReading(Week(said.Reading.Happened), Week(said.Reading.Expected), PeriodUnit.Week), day + said.Count - at);

        Period Week(Period of) => of.Start is { } first ? new Period(fiscal.StartOfWeek(first), fiscal.StartOfWeek(first).AddDays(6), label) : of;
    }

    /// <summary>"two months ago", "the week before last": one unit, whole, so far back.</summary>
    private (PeriodReading Reading, int Count) ReadAgo(int at)
    {
        if (CalendarWords.Unit(sentence.Stem(at)) is { } before && sentence[at + 1] == "before" && sentence[at + 2] == "last")
        {
            return (_make.Whole(before, -2, false, sentence.Written(at, 3)), 3);
        }

        return CalendarWords.Number(sentence[at]) is { } number && CalendarWords.Unit(sentence.Stem(at + 1)) is { } unit && sentence[at + 2] is "ago" or "back"
            ? (unit == PeriodUnit.Day ? PeriodMaker.Day(today.AddDays(-number), sentence.Written(at, 3)) : _make.Whole(unit, -number, false, sentence.Written(at, 3)), 3)
            : default;
    }

    /// <summary>"this quarter", "last 6 weeks", "next March", "last Friday", "previous fiscal year".</summary>
    private (PeriodReading Reading, int Count) ReadRelative(int at, string word)
    {
        if (sentence[at + 2] == "of" && _named.Read(at) is { Count: > 0 } named)
        {
            // "the last quarter of 2025".
            return named;
        }

        var back = word is "last" or "past" or "previous" or "prior" or "trailing" or "rolling" or "prev";
        var ahead = word is "next" or "coming" or "upcoming" or "following";
        var next = at + 1;
        var calendar = false;
        if (sentence[next] is "fiscal" or "calendar" or "full" or "complete" or "whole")
        {
            calendar = sentence[next] == "calendar";
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
                next++;
            }

            return CalendarWords.Unit(sentence.Stem(next)) is { } rolled ? (_make.Rolling(number, rolled, back, Label(next)), next + 1 - at) : default;
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
            return (PeriodMaker.Day(side > 0 || (side == 0 && day < today) ? day.AddDays(7) : day == today && back ? day.AddDays(-7) : day, Label(next)), next + 1 - at);
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
}
