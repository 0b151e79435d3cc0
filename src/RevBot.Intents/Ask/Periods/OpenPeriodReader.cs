using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Reads periods of which one end is told: "since Monday", "since the quarter began", "until the end of June", "on or after 1 November", "no later than Friday", "the two weeks to today", "12 months ending September".</summary>
internal sealed class OpenPeriodReader(Sentence sentence, SinglePeriodReader single, FiscalCalendar fiscal, DateOnly today)
{
    private readonly PeriodMaker _make = new(fiscal, today);

    public PeriodSpan? Read(int at) => Lasting(at) ?? Since(at) ?? Limit(at);

    /// <summary>From the start of a period on.</summary>
    public PeriodSpan? From(int at, PeriodSpan from, int behind)
    {
        var count = from.First + from.Count + behind - at;
        var label = sentence.Written(at, count);
        return from.Reading.Happened.Start is { } start
            ? new PeriodSpan(at, count, new PeriodReading(new Period(start, today, label), new Period(start, null, label), PeriodUnit.Span))
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

        // "Since three weeks": so long until today.
        var about = sentence[at + 1] is "the" or "about" or "around" or "roughly" or "last" or "past" ? 2 : 1;
        if (Durations.Read(sentence, at + about) is { IsOpen: false } said && sentence[at + about + said.Count] is not ("ago" or "back" or "before" or "of"))
        {
            return new PeriodSpan(at, about + said.Count, _make.Rolling(said.Number, said.Unit, back: true, sentence.Written(at, about + said.Count)));
        }

        return single.Read(at + 1) is { } start ? From(at, start, 0) : null;
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

        var joint = first + said.Count;
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
            ("up", "to" or "until" or "till", _) => ("until", 2),
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
        if (skip == 0 || (opener == "by" && sentence[at + 1] is "week" or "month" or "quarter" or "year") || single.Read(at + skip) is not { } limit)
        {
            return null;
        }

        var count = limit.First + limit.Count - at;
        var (happened, expected) = (limit.Reading.Happened, limit.Reading.Expected);

        // What lies before the end of a period is the period, too; and so is what lies before a part of a year that is said.
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
