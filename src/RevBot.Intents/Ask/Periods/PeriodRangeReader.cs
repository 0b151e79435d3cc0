using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Reads periods that are told by both of their ends: "between 1 May and 15 June", "Jan-Mar 2025", "January through March of last year", "1–15 October".</summary>
internal sealed class PeriodRangeReader(Sentence sentence, SinglePeriodReader single, FiscalCalendar fiscal, DateOnly today)
{
    private readonly OpenPeriodReader _open = new(sentence, single, fiscal, today);
    private readonly WeekdayRangeReader _weekdays = new(sentence, fiscal, today);
    private readonly DayReader _days = new(sentence, today);

    /// <summary>"between 1 May and 15 June", "from March to May".</summary>
    public PeriodSpan? Read(int at)
    {
        var opener = sentence[at];
        if ((ReadDays(at) ?? _weekdays.Read(at)) is { } days)
        {
            return days;
        }

        if (opener is "between" or "from" && !(opener == "between" && Enumerable.Range(0, at).Any(word => sentence[word] is "difference" or "diff" or "delta" or "compare" or "comparison")) && (ReadNow(at + 1) ?? single.Read(at + 1)) is { } first)
        {
            var second = first.First + first.Count;
            return sentence[second] is "and" or "to" or "until" or "till" or "through" or "thru" or "up" && (ReadNow(second + 1) ?? single.Read(second + (sentence[second] == "up" ? 2 : 1))) is { } last && !(opener == "from" && Grows(first, last))
                ? Between(at, first, last)
                : opener == "from" && sentence[second] is "on" or "onward" or "onwards" ? _open.From(at, first, 1)
                : opener == "from" && first.Reading.Unit == PeriodUnit.Day ? _open.From(at, first, 0) : null;
        }

        if (_open.Read(at) is { } bounded)
        {
            return bounded;
        }

        if (single.Read(at) is not { Reading.Unit: not PeriodUnit.Span } left)
        {
            return null;
        }

        if (left.Reading.Unit == PeriodUnit.Day && sentence[left.First + left.Count] is "until" or "till" or "to" && ReadNow(left.First + left.Count + 1) is { } now)
        {
            // "60 days back until now".
            return _open.From(at, left, now.First + now.Count - left.First - left.Count);
        }

        // "May to July", "Jan-Mar 2025"; "Q2 and Q3" are one span where they follow each other and are not compared.
        var joint = left.First + left.Count;
        var gap = joint < sentence.Count ? sentence.Text[Math.Min(sentence.Words[joint - 1].End, sentence.Words[joint].Start)..sentence.Words[joint].Start] : string.Empty;
        var dashed = gap is [.., '-' or '–' or '—'] || (gap.Trim() is "-" or "–" or "—" && single.Read(joint)?.Reading.Unit == left.Reading.Unit);
        if (!dashed && sentence[joint] is not ("to" or "through" or "thru" or "until" or "till" or "and" or "plus") || single.Read(dashed ? joint : joint + 1) is not { } right)
        {
            return null;
        }

        if (sentence[joint] == "to" && sentence[at - 1] == "from" && Grows(left, right))
        {
            return null;
        }

        if (sentence[joint] is not ("and" or "plus"))
        {
            return right.Reading.Expected.Start > left.Reading.Expected.Start || (NamesYear(right) && !NamesYear(left)) ? Between(at, left, right) : null;
        }

        if (left.Reading.Unit != right.Reading.Unit)
        {
            return null;
        }

        if (left.Reading.Unit == PeriodUnit.Day)
        {
            // "Yesterday and today": one day and the next.
            return left.Reading.Happened.End?.AddDays(1) == right.Reading.Happened.Start && left.Reading.Expected.End?.AddDays(1) == right.Reading.Expected.Start && !IsCompared() ? Between(at, left, right) : null;
        }

        return Between(at, left, right) is var both && both.Reading.Happened is { Start: { } from, End: { } to } && to.DayNumber - from.DayNumber < Durations.Days(2, left.Reading.Unit) + 8 && !IsCompared() ? both : null;
    }

    /// <summary>"now" where a span begins.</summary>
    private PeriodSpan? ReadNow(int at) => sentence[at] is "now" or "here" or "date" ? new PeriodSpan(at, 1, PeriodMaker.Day(today, "now")) : null;

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
        Enumerable.Range(span.First, span.Count).Any(at => CalendarWords.Year(sentence[at]) is not null || (sentence[at].Length > 4 && char.IsDigit(sentence[at][0]))
            || (sentence[at] is "year" or "yr" && sentence[at - 1] is "last" or "this" or "next" or "previous" or "prior" or "current"));

    /// <summary>"How much did bookings grow from Q2 to Q3": two that are compared, unless every month between them is asked for.</summary>
    private bool Grows(PeriodSpan one, PeriodSpan other) => one.Reading.Unit == other.Reading.Unit && one.Reading.Unit is PeriodUnit.Month or PeriodUnit.Quarter or PeriodUnit.Half or PeriodUnit.Year
        && Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "grow" or "grew" or "grown" or "change" or "changed" or "improve" or "improved" or "rise" or "rose" or "risen" or "drop" or "dropped" or "fall" or "fell" or "fallen" or "increase" or "increased" or "decrease" or "decreased" or "go" or "gone" or "went" or "growth" or "jump" or "jumped" or "moved" or "move")
        && !Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "by" or "per" or "each" or "every" or "monthly" or "weekly" or "quarterly");

    private bool IsCompared() => Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "vs" or "versus" or "compare" or "compared" or "comparing" or "against" or "between" or "v" or "difference");
}
