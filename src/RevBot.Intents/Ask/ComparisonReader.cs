using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Sorts the periods of a sentence into the one asked about and the one it is compared with.</summary>
internal static class ComparisonReader
{
    /// <summary>What is counted from today needs no year.</summary>
    private static readonly string[] Counted = ["last", "this", "next", "previous", "current", "ago", "prior"];

    /// <param name="hasSides">True when two values are set against each other ("compare inbound and outbound"): then no period is.</param>
    /// <returns>The main period (null when none was named), what it is compared with, and the periods that are neither.</returns>
    public static (PeriodReading? Main, Period? With, List<PeriodSpan> Others) Read(
        Sentence sentence, IReadOnlyList<LexiconSpan> spans, List<PeriodSpan> periods, bool expected, bool hasSides, PeriodMaker make)
    {
        var versus = spans.FirstOrDefault(span => span is { Kind: LexiconKind.Versus, Value: "vs" } && periods.Exists(period => period.First >= span.End && IsNextTo(sentence, span.End, period.First)))
            ?? spans.FirstOrDefault(span => span is { Kind: LexiconKind.Versus, Value: "vs" });
        var compare = spans.FirstOrDefault(span => span is { Kind: LexiconKind.Versus, Value: "compare" });
        var change = spans.FirstOrDefault(span => span is { Kind: LexiconKind.Change, Value: not "previous" }) ?? spans.FirstOrDefault(span => span.Kind == LexiconKind.Change && !RunsOverTime(sentence, span, spans));
        var rest = new List<PeriodSpan>(periods);

        // The period right behind "vs" is what is compared with; "compare Q1 and Q2" names both in order.
        var other = versus is null ? null : periods.Find(period => period.First >= versus.End && IsNextTo(sentence, versus.End, period.First));
        other ??= periods.Find(period => IsHeldAgainst(sentence, spans, periods, period));
        if (other is null && periods.Count == 2 && (compare is not null || (sentence[periods[1].First - 1] == "or" && periods[0].First + periods[0].Count == periods[1].First - 1)))
        {
            other = periods[1];
        }

        if (other is not null)
        {
            rest.Remove(other);
        }

        if (other is null && compare is null && change?.Value == "previous" && periods.Count == 2 && periods[0].Reading.Unit == periods[1].Reading.Unit)
        {
            // "How much did bookings grow from Q2 to Q3": what it came to against where it began.
            other = periods[0];
        }

        var main = rest.Find(period => period != other);
        rest.RemoveAll(period => period == main || period == other);

        if (other is not null)
        {
            TakeBefore(sentence, versus, other);
            var reading = main?.Reading ?? make.Current(other.Reading.Unit is PeriodUnit.Span or PeriodUnit.Day ? PeriodUnit.Quarter : other.Reading.Unit, false, "this " + other.Reading.Unit.ToString().ToLowerInvariant());
            reading = OfYear(reading, other.Reading);
            if ((change?.Value == "days" || IsToDate(sentence, other) || (main is not null && sentence[main.First + main.Count] == "both")) && !expected && reading.SameDaysOf(other.Reading) is { } cut)
            {
                return (reading, cut, rest);
            }

            var with = WithYear(reading, other.Reading, expected).For(expected);

            // "Q3 vs Q3 last year" in spring: the last one there was, and the one before that.
            return (reading, with == reading.For(expected) with { Label = with.Label } ? reading.YearBefore(expected) : with, rest);
        }

        // "this quarter vs last": the unit is the main period's.
        var bare = Enumerable.Range(0, sentence.Count).Where(at => sentence.IsFree(at) && sentence[at] is "last" or "previous" or "prior" && (versus is not null || compare is not null)).Select(at => (int?)at).FirstOrDefault();
        if (bare is { } at)
        {
            sentence.Take(at, sentence[at + 1] is "one" ? 2 : 1);
        }

        if (bare is null && change is null && !(compare is not null && main is not null && !hasSides))
        {
            return (main?.Reading, null, rest);
        }

        var asked = main?.Reading ?? make.Current(PeriodUnit.Quarter, false, "this quarter");
        var before = change?.Value switch { "year" => asked.YearBefore(expected), "days" => asked.SameDaysBefore(), _ => asked.Previous(expected) };
        return before is null ? (main?.Reading, null, rest) : (asked, before, rest);
    }

    /// <summary>"Vs last year to date", "vs last year YTD": so far into it as the one that runs is.</summary>
    private static bool IsToDate(Sentence sentence, PeriodSpan other) => sentence[other.First - 1] is "ytd" or "qtd" or "mtd" || sentence[other.First + other.Count] is "ytd" or "qtd" or "mtd"
        || (sentence[other.First + other.Count - 1] is "date" && sentence[other.First + other.Count - 2] == "to") || (sentence[other.First + other.Count - 1] == "far" && sentence[other.First + other.Count - 2] == "so");

    /// <summary>"H1 vs H2 of 2025": the year is said once for both; but "Q3 vs Q3 2025" are two years.</summary>
    private static PeriodReading OfYear(PeriodReading main, PeriodReading other)
    {
        if (main.Unit != other.Unit || main.Unit is not (PeriodUnit.Quarter or PeriodUnit.Half or PeriodUnit.Month) || NamesYear(main) || !NamesYear(other)
            || Array.Exists(Counted, word => main.Expected.Label.Contains(word, StringComparison.OrdinalIgnoreCase))
            || main.Happened.Start is not { } start || other.Happened.Start is not { } named || start.Month == named.Month)
        {
            return main;
        }

        var began = named.AddMonths(start.Month - named.Month);
        return new PeriodReading(main.Happened with { Start = began, End = PeriodMaker.Add(began, main.Unit, 1).AddDays(-1) }, main.Unit);
    }

    private static bool NamesYear(PeriodReading reading) => reading.Expected.Label.Split(' ', '\'', '-').Any(word => CalendarWords.Year(word) is not null || word.StartsWith("FY", StringComparison.OrdinalIgnoreCase) || word.Equals("year", StringComparison.OrdinalIgnoreCase));

    /// <summary>"Q3 2024 vs Q2": the second is of the same year.</summary>
    private static PeriodReading WithYear(PeriodReading main, PeriodReading other, bool expected)
    {
        var named = other.Expected.Label.Any(char.IsDigit) && other.Expected.Label.Length > 3;
        if (named || Array.Exists(Counted, word => other.Expected.Label.Contains(word, StringComparison.OrdinalIgnoreCase)) || other.Unit is not (PeriodUnit.Quarter or PeriodUnit.Month) || (expected && other.Happened == other.Expected) || main.Expected.Start is not { } start)
        {
            return other;
        }

        var candidate = other.Happened;
        while (candidate.Start is { } from && (from >= start || (!expected && main.Happened.Start is { } began && Apart(from.AddYears(-1), began) < Apart(from, began))))
        {
            // "Q3 compared with Q2" in spring: both of last year, for those lie next to each other.
            candidate = new Period(from.AddYears(-1), candidate.End?.AddDays(1).AddYears(-1).AddDays(-1), candidate.Label);
        }

        return new PeriodReading(candidate, other.Unit);

        static int Apart(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber);
    }

    /// <summary>"Trend by month": the months themselves show how it went, and nothing is compared.</summary>
    private static bool RunsOverTime(Sentence sentence, LexiconSpan change, IReadOnlyList<LexiconSpan> spans) => change.Value == "previous"
        && spans.Any(span => span.Kind == LexiconKind.Dimension && span.Value.TrimStart('+') is nameof(Dimension.Week) or nameof(Dimension.Month) or nameof(Dimension.Quarter) or nameof(Dimension.Year)
            && (span.Value[0] == '+' || spans.Any(by => by.Kind == LexiconKind.Split && by.End == span.First)));

    /// <summary>"This year over last year", "Q3 on Q2", "improved on last quarter", "up or down on Q2".</summary>
    private static bool IsHeldAgainst(Sentence sentence, IReadOnlyList<LexiconSpan> spans, List<PeriodSpan> periods, PeriodSpan period)
    {
        var joint = sentence[period.First] is "on" or "over" or "from" ? period.First : period.First - 1;
        if (sentence[joint] is not ("on" or "over" or "from") || sentence[period.First + period.Count - 1] == "now")
        {
            return false;
        }

        return periods.Exists(before => before.First + before.Count == joint && before.Reading.Unit == period.Reading.Unit && before.Reading.Unit is not (PeriodUnit.Span or PeriodUnit.Day))
            || (sentence[joint] is "on" or "from" && period.Reading.Unit is PeriodUnit.Month or PeriodUnit.Quarter or PeriodUnit.Half or PeriodUnit.Year or PeriodUnit.Week && spans.Any(span => span is { Kind: LexiconKind.Change, Value: "previous" } && span.End == joint));
    }

    /// <summary>Between "than" and the period: "than they did last quarter", "vs the whole of last year".</summary>
    private static bool IsBetween(string word) => word is "the" or "in" or "with" or "to" or "for" or "during" or "same" or "that" or "of" or "one" or "ones" or "those" or "whole" or "all" or "full" or "entire"
        or "it" or "we" or "they" or "i" or "he" or "she" or "did" or "was" or "were" or "had" or "have" or "what" or "how" or "back" or "what's" or "ours" or "ytd" or "qtd" or "mtd" or "is" or "are" or "due" or "closing" or "closes" or "falls" or "comes" or "closed" or "won" or "booked" or "value" or "figure" or "number" or "level" or "total";

    /// <summary>They say nothing else.</summary>
    private static void TakeBefore(Sentence sentence, LexiconSpan? versus, PeriodSpan other)
    {
        for (var at = versus?.End ?? other.First; at < other.First; at++)
        {
            if (sentence.IsFree(at) && IsBetween(sentence[at]))
            {
                sentence.Take(at, 1);
            }
        }
    }

    private static bool IsNextTo(Sentence sentence, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!IsBetween(sentence[at]))
            {
                return false;
            }
        }

        return true;
    }
}
