using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Reads one period that begins with a word: "today", "YTD", "the rest of the year", "the week of 2 November"; what is counted from today, called by a name or a single day in readers of their own.</summary>
internal sealed class SinglePeriodReader(Sentence sentence, FiscalCalendar fiscal, DateOnly today)
{
    private readonly PeriodMaker _make = new(fiscal, today);
    private readonly NamedPeriodReader _named = new(sentence, fiscal, today);
    private readonly RelativePeriodReader _relative = new(sentence, fiscal, today);
    private readonly DayReader _days = new(sentence, today);

    /// <summary>The period that begins with a word, the small words before it and "so far" behind it included; null when none does.</summary>
    public PeriodSpan? Read(int at)
    {
        if (sentence[at] is "on" or "of" && sentence[at - 1] is "up" or "down" or "ahead")
        {
            // "Up on last quarter" holds something against it.
            return null;
        }

        var first = at;
        var lead = 0;
        while ((sentence[first] is "the" or "in" or "during" or "over" or "within" or "for" or "on" or "of" or "throughout" or "our" or "across" && lead < 3) || (sentence[first] is "whole" or "all" or "entirety" && sentence[first + 1] == "of" && lead < 2))
        {
            first++;
            lead++;
        }

        var (reading, count) = ReadBare(first) is { Count: > 0 } bare ? bare : ReadWhole(first);
        if (count == 0)
        {
            (reading, count) = ReadTheUnit(first, lead);
        }

        if (count == 0)
        {
            return null;
        }

        // "the" and "in" before it belong to it; so do "so far" and "to date" behind.
        var end = first + count;
        if (sentence[end] is "so" or "thus" && sentence[end + 1] == "far")
        {
            end += 2;
        }
        else if (sentence[end] == "to" && sentence[end + 1] is "date" or "now")
        {
            end += 2;
        }

        else if (sentence[end] is "started" or "began" or "begun")
        {
            // "since October started".
            end++;
        }
        else
        {
            end += GoneBy(end);
        }

        var sofar = end > first + count && reading.Happened.End > today;
        return new PeriodSpan(at, end - at, sofar ? reading with { Happened = reading.Happened with { End = today } } : reading);
    }

    /// <summary>"Quota for the full year", "the whole quarter", "annual target": all of the one that runs.</summary>
    private (PeriodReading Reading, int Count) ReadWhole(int at)
    {
        if ((sentence[at] is "annual" or "yearly" || (sentence[at] is "quarterly" or "monthly" && sentence[at - 1] is "the" or "our" or "my" or "their" or "his" or "her" or "its")) && sentence.Stem(at + 1) is "target" or "quota" or "goal" or "budget" or "attainment" or "plan" or "number" or "objective")
        {
            // "The annual target for 2025" says which year.
            return Enumerable.Range(0, sentence.Count).Any(word => sentence[word] is "last" or "this" or "next" or "previous" or "prior" or "current" || CalendarWords.Year(sentence[word]) is not null) ? default
                : sentence[at] == "quarterly" ? (_make.Current(PeriodUnit.Quarter, false, "this quarter"), 1) : sentence[at] == "monthly" ? (_make.Current(PeriodUnit.Month, false, "this month"), 1) : (_make.Current(PeriodUnit.Year, false, "this year"), 1);
        }

        var unit = at + (sentence[at + 1] is "fiscal" or "calendar" or "financial" or "current" ? 2 : 1);
        return sentence[at] is "full" or "whole" or "entire" or "complete" && sentence[unit] == sentence.Stem(unit) && CalendarWords.Unit(sentence[unit]) is PeriodUnit.Week or PeriodUnit.Month or PeriodUnit.Quarter or PeriodUnit.Year
            && sentence[at - 1] is not ("a" or "an" or "one" or "last" or "past" or "previous" or "prior" or "first" or "next" or "each" or "every" or "per" or "by" or "recent" or "latest" or "single" or "another" or "more" or "that" or "this" or "same") && !sentence.Has("ago") && sentence[unit + 1] is not ("of" or "before" or "prior" or "ago" or "earlier" or "after")
            ? (_make.Current(CalendarWords.Unit(sentence[unit]) ?? PeriodUnit.Year, false, $"this {sentence[unit]}"), unit + 1 - at) : default;
    }

    /// <summary>"This summer just gone", "the summer gone by", "the month that has just ended": how many words say that it is over.</summary>
    private int GoneBy(int at)
    {
        var next = at + (sentence[at] is "that" or "which" or "thats" ? 1 : 0);
        next += next > at && sentence[next] is "has" or "have" or "is" ? 1 : 0;
        return sentence[next] == "just" && sentence[next + 1] is "gone" or "past" or "ended" or "finished" or "over" or "been" or "passed" ? next + 2 + (sentence[next + 2] == "by" ? 1 : 0) - at
            : sentence[at] == "gone" && sentence[at + 1] == "by" ? 2 : 0;
    }

    /// <summary>"Of the year", "for the month": the one that runs; "in the quarter just ended": the one before. "Within two weeks" looks back for what happened and ahead for what is expected.</summary>
    private (PeriodReading Reading, int Count) ReadTheUnit(int at, int lead)
    {
        if (lead > 0 && sentence[at - 1] == "within" && Durations.Read(sentence, at) is { IsOpen: false } said && sentence[at + said.Count] is not ("of" or "ago"))
        {
            var label = sentence.Written(at - 1, said.Count + 1);
            return (new PeriodReading(_make.Rolling(said.Number, said.Unit, back: true, label).Happened, _make.Rolling(said.Number, said.Unit, back: false, label).Expected, PeriodUnit.Span), said.Count);
        }

        if (lead < 2 || sentence[at - 1] != "the" || sentence[at] != sentence.Stem(at) || CalendarWords.Unit(sentence.Stem(at)) is not { } unit || unit is PeriodUnit.Day or PeriodUnit.Half
            || sentence[at + 1] is "before" or "prior" or "after" or "of" or "preceding" or "earlier" or "end" or "to" or "with" || (sentence[at + 1] is "over" or "on" or "by" && CalendarWords.Unit(sentence.Stem(at + 2)) is not null) || (sentence[at + 1] == "that" && sentence[at + 2] is not ("just" or "has")))
        {
            return default;
        }

        var just = at + 1 + (sentence[at + 1] is "that" or "we" or "which" ? 1 : 0);
        just += sentence[just] is "has" or "have" ? 1 : 0;
        var over = sentence[just] == "just" && sentence[just + 1] is "ended" or "gone" or "finished" or "closed" or "past" or "over" ? just + 1 - at : 0;
        return (over > 0 ? _make.Whole(unit, -1, false, $"last {sentence[at]}") : _make.Current(unit, false, $"this {sentence[at]}"), 1 + over);
    }

    /// <summary>The period without the words around it.</summary>
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
            case "week" or "wk" when sentence[at + 1] is "of" or "starting" or "commencing" or "beginning" && WeekOf(at, 2) is { } week:
                return week;
            case "wc" when WeekOf(at, 1) is { } glued:
                return glued;
            case "mid" or "middle" when sentence[at - 1] is "since" or "from" or "until" or "till" or "by" or "before" or "after" or "to" or "between" or "and" or "the" && ReadMiddle(at) is { Count: > 0 } middle:
                return middle;
            case "fiscal" or "calendar" or "business" or "financial" when CalendarWords.Unit(sentence.Stem(at + 1)) is not null && sentence[at + 2] == "to" && sentence[at + 3] == "date":
                return ReadBare(at + 1) is var (toDate, words) ? (toDate, words + 1) : default;
            case "first" or "last" or "final" when ReadPart(at) is { Count: > 0 } part:
                return part;
            case "start" or "beginning" when sentence[at + 1] == "of" && ReadUnitOrNamed(at + 2) is { Count: > 0 } begun:
                return (begun.Reading, begun.Count + 2);
            case "rest" or "remainder" when sentence[at + 1] == "of" && ReadUnitOrNamed(at + 2) is { Count: > 0 } left:
                return (new PeriodReading(new Period(today, left.Reading.Expected.End, label(left.Count + 2)), PeriodUnit.Span), left.Count + 2);
            case "fiscal" or "calendar" when NamedPeriodReader.QuarterOf(sentence[at + 1]) is not null && _named.Read(at + 1) is { Count: > 0 } plain:
                return (plain.Reading, plain.Count + 1);
            case "year" or "quarter" or "month" or "week" when sentence[at + 1] == "end" || (sentence[at + 1] == "so" && sentence[at + 2] == "far" && sentence[at - 1] is not ("per" or "by" or "each" or "every")):
                return (_make.Current(CalendarWords.Unit(word) ?? PeriodUnit.Year, false, label(2)), sentence[at + 1] == "end" ? 2 : 1);
            case "later" when sentence[at + 1] == "this" && CalendarWords.Unit(sentence.Stem(at + 2)) is { } running:
                return (new PeriodReading(new Period(today, _make.Current(running, false, label(3)).Expected.End, label(3)), PeriodUnit.Span), 3);
            case "new" when sentence[at + 1] == "year" && sentence[at - (sentence[at - 1] == "the" ? 2 : 1)] is "after" or "before" or "until" or "till" or "by" or "since" or "to":
                return (_days.NewYear(label(2)), 2);
            case "new" when sentence[at + 1] == "year" && sentence[at - 1] == "the":
                return (_make.Whole(PeriodUnit.Year, 1, false, label(2)), 2);
            case "earlier" when sentence[at + 1] == "this" && CalendarWords.Unit(sentence.Stem(at + 2)) is { } begunUnit:
                return (_make.Current(begunUnit, false, label(3)), 3);
            case "most" or "latest" when Finished(at) is { Count: > 0 } finished:
                return finished;
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
            case "all" when sentence[at + 1] is "time" or "years":
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
            case "present" when CalendarWords.Unit(sentence.Stem(at + 1)) is not null:
                return _relative.Read(at, "current");
            case "this" or "current" or "last" or "past" or "previous" or "prior" or "next" or "coming" or "upcoming" or "following" or "trailing" or "rolling" or "prev":
                return _relative.Read(at, word);
        }

        if (CalendarWords.Unit(sentence.Stem(at)) is { } unit && sentence[at + 1] == "to" && sentence[at + 2] == "date")
        {
            return (_make.Current(unit, false, label(3)), 3);
        }

        return _named.Read(at) is { Count: > 0 } named ? named : _days.Read(at) is { Count: > 0 } day ? day : _relative.ReadAgo(at);
    }

    /// <summary>"The most recent full quarter", "latest completed month": the one that is over.</summary>
    private (PeriodReading Reading, int Count) Finished(int at)
    {
        var next = at + (sentence[at] == "most" && sentence[at + 1] == "recent" ? 2 : 1);
        return sentence[next] is "full" or "complete" or "completed" or "closed" or "finished" or "whole" && CalendarWords.Unit(sentence.Stem(next + 1)) is { } unit && unit != PeriodUnit.Day
            ? (_make.Whole(unit, -1, false, sentence.Written(at, next + 2 - at)), next + 2 - at) : default;
    }

    /// <summary>"the first two months of the year", "the last 2 weeks of Q3".</summary>
    private (PeriodReading Reading, int Count) ReadPart(int at)
    {
        // "The first week of November" is one of them.
        var one = CalendarWords.Unit(sentence.Stem(at + 1)) is PeriodUnit.Week or PeriodUnit.Month or PeriodUnit.Day ? 1 : 0;
        var number = one > 0 ? 1 : CalendarWords.Number(sentence[at + 1]);
        if (number is not { } units || CalendarWords.Unit(sentence.Stem(at + 2 - one)) is not { } unit)
        {
            return default;
        }

        if (sentence[at] == "first" && unit == PeriodUnit.Month && units is > 3 and < 12 && sentence[at + 3] is not ("of" or "in"))
        {
            // "In the first six months": only a year has so many.
            var year = _make.Whole(PeriodUnit.Year, 0, false, sentence.Written(at, 3)).Happened;
            return (new PeriodReading(year with { End = PeriodMaker.Add(year.Start ?? today, unit, units).AddDays(-1) }, PeriodUnit.Span), 3);
        }

        if (sentence[at + 3 - one] != "of" || ReadUnitOrNamed(at + 4 - one) is not { Count: > 0 } whole)
        {
            return default;
        }

        var words = whole.Count + 4 - one;
        var label = sentence.Written(at, words);
        var first = sentence[at] == "first";
        return (new PeriodReading(Part(whole.Reading.Happened), Part(whole.Reading.Expected), PeriodUnit.Span), words);

        Period Part(Period of) => of is not { Start: { } start, End: { } end } ? of
            : first ? new Period(start, Earlier(PeriodMaker.Add(start, unit, units).AddDays(-1), end), label)
            : new Period(PeriodMaker.Add(end.AddDays(1), unit, -units), end, label);

        static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
    }

    /// <summary>"Since the middle of last month", "since mid-October": the day halfway, where one end of a period is told.</summary>
    private (PeriodReading Reading, int Count) ReadMiddle(int at)
    {
        var of = sentence[at + 1] == "of" ? 2 : 1;
        if (ReadUnitOrNamed(at + of) is not { Count: > 0 } whole)
        {
            return default;
        }

        var label = sentence.Written(at, whole.Count + of);
        return (new PeriodReading(Half(whole.Reading.Happened with { End = whole.Reading.Happened.Start == whole.Reading.Expected.Start ? whole.Reading.Expected.End : whole.Reading.Happened.End }), Half(whole.Reading.Expected), PeriodUnit.Day), whole.Count + of);

        Period Half(Period of) => of is not { Start: { } start, End: { } end } ? of
            : (end.DayNumber - start.DayNumber) switch
            {
                < 27 => new Period(start.AddDays((end.DayNumber - start.DayNumber) / 2), start.AddDays((end.DayNumber - start.DayNumber) / 2), label),
                < 32 => new Period(start.AddDays(14), start.AddDays(14), label),
                < 95 => new Period(start.AddMonths(1).AddDays(14), start.AddMonths(1).AddDays(14), label),
                _ => new Period(start.AddMonths(6), start.AddMonths(6), label),
            };
    }

    /// <summary>Behind "start of" and "rest of": "the quarter", "this year", "March".</summary>
    private (PeriodReading Reading, int Count) ReadUnitOrNamed(int at)
    {
        var skip = sentence[at] is "the" or "this" ? 1 : 0;
        skip += sentence[at + skip] is "fiscal" or "calendar" or "financial" or "business" or "current" && CalendarWords.Unit(sentence.Stem(at + skip + 1)) is not null ? 1 : 0;
        return CalendarWords.Unit(sentence.Stem(at + skip)) is { } unit
            ? (_make.Current(unit, false, sentence.Written(at, skip + 1)), skip + 1)
            : ReadBare(at + skip) is { Count: > 0 } named ? (named.Reading, named.Count + skip) : default;
    }

    /// <summary>"the week of 2 November": the whole of it.</summary>
    private (PeriodReading Reading, int Count)? WeekOf(int at, int skip)
    {
        var day = at + skip + (sentence[at + skip] == "the" ? 1 : 0);
        if (_days.Read(day) is not { Count: > 0 } said)
        {
            return null;
        }

        var label = sentence.Written(at, day + said.Count - at);
        return (new PeriodReading(Week(said.Reading.Happened), Week(said.Reading.Expected), PeriodUnit.Week), day + said.Count - at);

        Period Week(Period of) => of.Start is { } first ? new Period(fiscal.StartOfWeek(first), fiscal.StartOfWeek(first).AddDays(6), label) : of;
    }
}
