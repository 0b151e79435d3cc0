using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Reads periods of which one end is told: "since Monday", "since the quarter began", "until the end of June", "on or after 1 November", "no later than Friday", "the two weeks to today", "12 months ending September".</summary>
internal sealed class OpenPeriodReader(Sentence sentence, SinglePeriodReader single, FiscalCalendar fiscal, DateOnly today)
{
    private readonly PeriodMaker _make = new(fiscal, today);

    /// <summary>How many words may name the occasion of a day: "since the clocks changed on 1 November".</summary>
    private const int LongestOccasion = 6;

    public PeriodSpan? Read(int at) => Lasting(at) ?? Since(at) ?? Limit(at) ?? Onwards(at);

    /// <summary>"1 Jan 2027 onwards", "Q2 and later".</summary>
    private PeriodSpan? Onwards(int at)
    {
        if (single.Read(at) is not { Reading.Unit: not PeriodUnit.Span } from)
        {
            return null;
        }

        var end = from.First + from.Count;
        return sentence[end] is "onward" or "onwards" or "forward" || (sentence[end] is "and" or "or" && sentence[end + 1] is "later" or "after" or "beyond" or "onwards" or "onward") ? From(at, from, sentence[end] is "and" or "or" ? 2 : 1, ahead: true) : null;
    }

    /// <summary>"Since Easter, meaning from 5 April", "before Christmas Eve, ie 23 Dec": the day an occasion is said to be; its words are its own.</summary>
    private PeriodSpan? OccasionBefore(int at)
    {
        for (var day = at + 1; day < at + LongestOccasion && day < sentence.Count && sentence.IsFree(day - 1); day++)
        {
            if (sentence[day - 1] is "on" or "ie" or "e" or "meaning" or "namely" or "from" or "was" || sentence.Text[sentence.Words[day - 1].End..sentence.Words[day].Start].AsSpan().ContainsAny('(', '='))
            {
                if (single.Read(day) is { Reading.Unit: PeriodUnit.Day } said && sentence[day] is not ("today" or "yesterday"))
                {
                    return new PeriodSpan(at, said.First + said.Count - at, said.Reading);
                }
            }
        }

        return null;
    }

    /// <summary>From the start of a period on.</summary>
    /// <param name="ahead">What is expected lies ahead: "1 February onwards", but "since 1 February".</param>
    public PeriodSpan? From(int at, PeriodSpan from, int behind, bool ahead = false)
    {
        var count = from.First + from.Count + behind - at;
        var label = sentence.Written(at, count);
        return from.Reading.Happened.Start is { } start
            ? new PeriodSpan(at, count, new PeriodReading(new Period(start, today, label), new Period(ahead ? from.Reading.Expected.Start : start, null, label), PeriodUnit.Span))
            : null;
    }

    private PeriodSpan? Since(int at)
    {
        if (sentence[at] is not ("since" or "starting"))
        {
            return null;
        }

        // "Since the quarter began".
        var the = sentence[at + 1] is "the" or "this" or "our" ? 2 : 1;
        if (CalendarWords.Unit(sentence.Stem(at + the)) is { } unit && sentence[at + the + 1] is "began" or "begun" or "started" or "opened" or "kicked" or "start" or "beginning")
        {
            var words = the + 2 + (sentence[at + the + 2] is "off" ? 1 : 0);
            return From(at, new PeriodSpan(at, words, _make.Current(unit, false, sentence.Written(at, words))), 0);
        }

        // "Since I joined": all that somebody ever did here.
        if (sentence[at] == "since" && sentence[at + 1] is "i" or "we" or "he" or "she" or "they" or "ive" or "weve" && sentence[at + 2] is "joined" or "started" or "began" or "came" && (single.Read(at + 3) is null || sentence[at + 3] == "all"))
        {
            var here = sentence[at + 3] switch { "here" or "working" or "out" or "selling" => 1, "in" or "with" or "at" when sentence[at + 4] is "the" or "this" && sentence[at + 5] is "company" or "job" or "role" or "business" or "team" => 3, _ => 0 };
            return new PeriodSpan(at, 3 + here, new PeriodReading(Period.AllTime, PeriodUnit.Span));
        }

        // "Since three weeks": so long until today.
        var about = sentence[at + 1] is "the" or "about" or "around" or "roughly" or "last" or "past" ? 2 : 1;
        if (Durations.Read(sentence, at + about) is { IsOpen: false } said && sentence[at + about + said.Count] is not ("ago" or "back" or "before" or "of"))
        {
            return new PeriodSpan(at, about + said.Count, _make.Rolling(said.Number, said.Unit, back: true, sentence.Written(at, about + said.Count)));
        }

        return single.Read(at + 1) is { } start ? From(at, start, 0)
            : sentence[at] == "since" && OccasionBefore(at + 1) is { } occasion ? From(at, occasion, sentence[occasion.First + occasion.Count] is "onward" or "onwards" or "on" ? 1 : 0) : null;
    }

    /// <summary>"The fortnight to today", "12 months ending September": so long up to a day.</summary>
    private PeriodSpan? Lasting(int at)
    {
        var first = at;
        while (sentence[first] is "for" or "in" or "over" or "during" or "the" or "last" && first - at < 3)
        {
            first++;
        }

        if (Durations.Read(sentence, first) is not { IsOpen: false } said)
        {
            return null;
        }

        // "18 months back until today".
        var joint = first + said.Count + (sentence[first + said.Count] is "ago" or "back" && sentence[first + said.Count + 1] is "to" or "until" or "till" or "through" or "up" ? 1 : 0);
        if (sentence[joint] is not ("to" or "until" or "till" or "ending" or "ended" or "through") && !(sentence[joint] == "up" && sentence[++joint] is "to" or "until" or "till"))
        {
            return null;
        }

        var end = joint + 1;
        if (sentence[end] is "now" or "date")
        {
            return new PeriodSpan(at, end + 1 - at, _make.Rolling(said.Number, said.Unit, back: true, sentence.Written(at, end + 1 - at)));
        }

        if (single.Read(end) is not { Reading.Happened.End: { } day } until)
        {
            return null;
        }

        var words = end + until.Count - at;
        var start = day == today ? PeriodMaker.Add(day, said.Unit, -said.Number) : PeriodMaker.Add(day.AddDays(1), said.Unit, -said.Number);
        return new PeriodSpan(at, words, new PeriodReading(new Period(start, day, sentence.Written(at, words)), PeriodUnit.Span));
    }

    private PeriodSpan? Limit(int at)
    {
        var (opener, skip) = (sentence[at], sentence[at + 1], sentence[at + 2]) switch
        {
            ("on" or "at", "or", "after") or ("from", "or", "after") => ("from", 3),
            ("on" or "by" or "at", "or", "before") or ("before", "or", "on") => ("until", 3),
            ("after", "or", "on") => ("from", 3),
            ("up", "to", "and") when sentence[at + 3] is "including" => ("until", 4),
            ("up", "to" or "until" or "till", not ("for" or "in")) => ("until", 2),
            ("until" or "till", "and", "including") => ("until", 3),
            ("not" or "no", "later", "than") => ("until", 3),
            ("not" or "no", "earlier" or "sooner", "than") => ("from", 3),
            ("not", "before", _) => ("from", 2),
            ("not", "after", _) => ("until", 2),
            ("later", "than", _) => ("after", 2),
            ("earlier", "than", _) or ("prior" or "previous", "to", _) or ("ahead", "of", _) => ("before", 2),
            ("until" or "till" or "before" or "after" or "beyond" or "by", _, _) => (sentence[at] == "till" ? "until" : sentence[at], 1),
            _ => (string.Empty, 0),
        };
        if (skip == 0 || (opener == "by" && sentence[at - 1] is "going" or "judging") || (opener == "by" && sentence[at + 1] is "week" or "month" or "quarter" or "year" && sentence[at + 2] != "end") || (single.Read(at + skip) ?? (sentence[at] is "before" or "after" or "until" or "till" ? OccasionBefore(at + skip) : null)) is not { } limit)
        {
            return null;
        }

        if (sentence[at] == "ahead" && limit.Reading.Expected.End < today && limit.Reading.Unit != PeriodUnit.Day)
        {
            // "Ahead of last quarter" is better than it was.
            return null;
        }

        var count = limit.First + limit.Count - at;
        var (happened, expected) = (limit.Reading.Happened, limit.Reading.Expected);

        // What lies before the end of a period is the period, too; and so is what lies before a part of a year that is said.
        if (opener == "after" && sentence[count + at - 2] == "new" && sentence[count + at - 1] == "year")
        {
            return From(at, limit, 0, ahead: true);
        }

        if (sentence[at + count] is "onward" or "onwards" && limit.Reading.Unit == PeriodUnit.Day)
        {
            return From(at, limit, 1, ahead: true);
        }

        if (opener == "before" && EndsIt(at + skip))
        {
            opener = "until";
        }

        var label = sentence.Written(at, count);
        return opener switch
        {
            "from" => From(at, limit, 0),
            "before" when expected.Start is { } start && happened.Start is { } begun => Both(new Period(null, begun.AddDays(-1), label), new Period(null, start.AddDays(-1), label)),
            "after" or "beyond" when expected.End is { } end && happened.End is { } over => Both(new Period(over.AddDays(1), over < today ? today : null, label), new Period(end.AddDays(1), null, label)),
            "until" or "by" when expected.End is { } end && happened.End is { } over => Both(new Period(null, over, label), new Period(null, end, label)),
            _ => null,
        };

        PeriodSpan Both(Period past, Period ahead) => new(at, count, new PeriodReading(past, ahead, PeriodUnit.Span));
    }

    /// <summary>"the end of the year": what lies before it is the year itself.</summary>
    private bool EndsIt(int at) => sentence[at] == "end" || sentence[at + 1] == "end" || (sentence[at] == "the" && sentence[at + 1] == "end");
}
