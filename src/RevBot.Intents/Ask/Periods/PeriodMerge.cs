using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Brings together periods that are said in two places: "summer bookings in 2025", "the middle of last month (15 Oct)", "on 30 September, quarter end".</summary>
internal static class PeriodMerge
{
    private static readonly string[] Explaining = ["ie", "i", "e", "that", "is", "thats", "meaning", "means", "namely", "say", "so", "aka", "from", "the"];

    public static List<PeriodSpan> Of(Sentence sentence, IReadOnlyList<LexiconSpan> spans, List<PeriodSpan> periods)
    {
        List<PeriodSpan> merged = [.. periods];
        if (spans.Any(span => span.Kind == LexiconKind.Versus || span is { Kind: LexiconKind.Change, Value: not "previous" }))
        {
            return merged;
        }

        for (var at = 0; at + 1 < merged.Count; at++)
        {
            if (One(sentence, spans, merged[at], merged[at + 1]) is { } one)
            {
                merged[at] = one;
                merged.RemoveAt(at + 1);
                at--;
            }
        }

        return merged;
    }

    private static PeriodSpan? One(Sentence sentence, IReadOnlyList<LexiconSpan> spans, PeriodSpan first, PeriodSpan second)
    {
        if (Explains(sentence, first, second))
        {
            sentence.Take(first.First + first.Count, second.First - first.First - first.Count);
            return second with { Reading = Bounded(first.Reading, second.Reading) };
        }

        if ((BothEnds(first, second) ?? BothEnds(second, first)) is { } both)
        {
            return both;
        }

        if (SameDays(first.Reading, second.Reading))
        {
            return first.Reading.Happened == first.Reading.Expected ? first : second;
        }

        return second.Reading.Unit != PeriodUnit.Day && EndsUnit(sentence, second) && first.Reading.Unit == PeriodUnit.Day ? first
            : DatesTwoThings(spans) ? null
            : InYear(sentence, first, second) ?? InYear(sentence, second, first);
    }

    /// <summary>"On or before 15 December, from today": one says where it begins, the other where it ends.</summary>
    private static PeriodSpan? BothEnds(PeriodSpan from, PeriodSpan until) => from.Reading.Expected is { Start: { } start, End: null } && until.Reading.Expected is { Start: null, End: { } end } && start <= end
        ? until with { Reading = new PeriodReading(new Period(from.Reading.Happened.Start, until.Reading.Happened.End < from.Reading.Happened.Start ? end : until.Reading.Happened.End, until.Reading.Happened.Label), new Period(start, end, until.Reading.Expected.Label), PeriodUnit.Span) } : null;

    /// <summary>"Last quarter, meaning Q2": what is said of it again says it better.</summary>
    private static bool Explains(Sentence sentence, PeriodSpan first, PeriodSpan second)
    {
        var end = first.First + first.Count;
        var between = Enumerable.Range(end, Math.Max(0, second.First - end)).Select(at => sentence[at]).ToList();
        return between.TrueForAll(word => Explaining.Contains(word))
            && (between.Exists(word => word is "ie" or "e" or "meaning" or "means" or "namely" or "say" or "aka")
                || sentence.Text[sentence.Words[end - 1].End..sentence.Words[second.First].Start].AsSpan().ContainsAny('(', '='));
    }

    /// <summary>"Since the middle of last month (15 Oct)": since that day.</summary>
    private static PeriodReading Bounded(PeriodReading first, PeriodReading second) => second.Unit != PeriodUnit.Day ? second
        : first.Expected is { Start: not null, End: null } ? new PeriodReading(first.Happened with { Start = second.Happened.Start }, first.Expected with { Start = second.Expected.Start }, first.Unit)
        : first.Expected is { Start: null, End: not null } ? new PeriodReading(first.Happened with { End = second.Happened.End }, first.Expected with { End = second.Expected.End }, first.Unit)
        : second;

    /// <summary>Said in other words: "this spring, March to May".</summary>
    private static bool SameDays(PeriodReading one, PeriodReading other) => Same(one.Happened, other.Happened) || Same(one.Expected, other.Expected);

    private static bool Same(Period one, Period other) => one.Start == other.Start && one.End == other.End;

    private static bool EndsUnit(Sentence sentence, PeriodSpan span) => sentence[span.First + span.Count - 1] == "end" && CalendarWords.Unit(sentence.Stem(span.First + span.Count - 2)) is not null;

    /// <summary>"Won this year of deals created last year" says of each what it is of.</summary>
    private static bool DatesTwoThings(IReadOnlyList<LexiconSpan> spans) => spans.Where(span => span is { Kind: LexiconKind.State, Value: "created" or "won" or "lost" or "closing" }).Select(span => span.Value).Distinct().Count() > 1;

    /// <summary>"Q3 bookings in 2025", "summer bookings last year": the part of the year that is said elsewhere.</summary>
    private static PeriodSpan? InYear(Sentence sentence, PeriodSpan part, PeriodSpan year)
    {
        if (year.Reading is not { Unit: PeriodUnit.Year, Happened.Start: { } begins } || part.Reading.Happened is not { Start: { } start, End: { } end }
            || !IsNamedPart(sentence, part))
        {
            return null;
        }

        while (start < begins)
        {
            (start, end) = (start.AddYears(1), EndAfter(end, 1));
        }

        while (start >= begins.AddYears(1))
        {
            (start, end) = (start.AddYears(-1), EndAfter(end, -1));
        }

        return part with { Reading = new PeriodReading(new Period(start, end, $"{part.Reading.Happened.Label} {sentence.Written(year.First, year.Count)}"), part.Reading.Unit) };
    }

    private static DateOnly EndAfter(DateOnly end, int years) => end.AddDays(1).AddYears(years).AddDays(-1);

    /// <summary>A quarter, half, month or season without its year.</summary>
    private static bool IsNamedPart(Sentence sentence, PeriodSpan part) =>
        Enumerable.Range(part.First, part.Count).All(at => CalendarWords.Year(sentence[at]) is null && CalendarWords.Unit(sentence.Stem(at)) != PeriodUnit.Year && sentence[at] is not ("last" or "this" or "next" or "previous" or "prior" or "ago" or "since" or "until" or "before" or "after"))
        && (part.Reading.Unit is PeriodUnit.Month or PeriodUnit.Quarter or PeriodUnit.Half || Enumerable.Range(part.First, part.Count).Any(at => CalendarWords.Season(sentence[at]) is not null));
}
