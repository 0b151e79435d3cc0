using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Finds what stands for the same days of a year before: "same quarter last yr", "this time a year ago", "the same days of 2025".</summary>
internal static class SamePeriod
{
    public static readonly LexiconEntry YearBefore = new(LexiconKind.Change, "year");

    /// <summary>As many days of what it is compared with.</summary>
    private static readonly LexiconEntry SameDays = new(LexiconKind.Change, "days");

    private static readonly LexiconEntry Before = new(LexiconKind.Change, "before");

    /// <summary>Adds them to the comparisons that were found by their phrases; of two in one place the longer one holds.</summary>
    public static void AddTo(List<LexiconSpan> comparisons, Sentence sentence, DateOnly today)
    {
        foreach (var same in FindAll(sentence, today).ToList())
        {
            if (comparisons.RemoveAll(span => span.First < same.End && same.First < span.End && span.Count <= same.Count) > 0 || !comparisons.Exists(span => span.First < same.End && same.First < span.End))
            {
                comparisons.Add(same);
            }
        }
    }

    /// <summary>Where such words stand, how many they are; nothing when they are not said.</summary>
    private static IEnumerable<LexiconSpan> FindAll(Sentence sentence, DateOnly today)
    {
        var compares = false;
        for (var at = 0; at < sentence.Count; at++)
        {
            compares |= sentence[at] is "vs" or "versus" or "v" or "against" or "than" or "compare" or "compared" or "comparing" or "up" or "down" or "ahead" or "behind";
            if (compares && LikeForLike(sentence, at) is > 0 and var like && sentence.AreFree(at, like))
            {
                yield return new LexiconSpan(at, like, SameDays);
                at += like - 1;
                continue;
            }

            var same = sentence[at] is "same" ? at + 1 + (sentence[at + 1] is "number" or "length" or "amount" && sentence[at + 2] == "of" ? 2 : 0) : at + 1;
            if ((sentence[at] is "same" || (sentence[at] == "this" && sentence.Stem(at + 1) is "time" or "point" or "stage")) && Behind(sentence, same, today) is var (end, entry) && (sentence[at] == "same" ? compares || end > same + 2 || entry == YearBefore : entry == YearBefore) && sentence.AreFree(at, end - at))
            {
                yield return new LexiconSpan(at, end - at, entry);
                at = end - 1;
            }
            else if (CalendarWords.Unit(sentence.Stem(at)) is not null && sentence[at + 1] is "before" or "prior" && sentence[at - 1] is "vs" or "versus" or "v" or "against" or "than" && sentence[at + 2] != "last" && sentence.AreFree(at, 2))
            {
                // "Against quarter before".
                yield return new LexiconSpan(at, 2, Before);
            }
        }
    }

    /// <summary>"YTD both years", "like for like": how many words.</summary>
    private static int LikeForLike(Sentence sentence, int at) => (sentence[at], sentence[at + 1], sentence[at + 2]) switch
    {
        ("like", "for", "like") or ("apples", "to", "apples") or ("both", "to", "date") => 3,
        ("both", "years" or "quarters" or "months" or "periods" or "times" or "halves", _) => 2,
        _ => 0,
    };

    private static (int End, LexiconEntry Entry)? Behind(Sentence sentence, int at, DateOnly today)
    {
        if (CalendarWords.Unit(sentence.Stem(at)) is null && sentence.Stem(at) is not ("time" or "point" or "period" or "stretch" or "q" or "window" or "span" or "stage" or "date" or "timeframe" or "timespan"))
        {
            return null;
        }

        at += sentence[at] == "time" && sentence[at + 1] is "frame" or "span" or "window" or "period" ? 2 : 1;
        at += sentence[at] == "to" && sentence[at + 1] == "date" ? 2 : 0;
        var end = at;
        at += sentence[at] is "of" or "in" or "from" ? 1 : 0;
        at += sentence[at] is "the" or "a" or "one" ? 1 : 0;
        return CalendarWords.Year(sentence[at]) == today.Year - 1 || sentence[at] is "ly" ? (at + 1, YearBefore)
            : sentence[at] is "last" or "previous" or "prior" or "past" or "preceding" && CalendarWords.Unit(sentence.Stem(at + 1)) is { } unit ? (at + 2, unit == PeriodUnit.Year ? YearBefore : SameDays)
            : CalendarWords.Unit(sentence.Stem(at)) == PeriodUnit.Year && sentence[at + 1] is "before" or "ago" or "earlier" or "prior" or "back" or "previous" ? (at + 2, YearBefore)
            : CalendarWords.Unit(sentence.Stem(end - 1)) is null or PeriodUnit.Day && sentence[end] is "" or "please" or "pls" or "by" or "for" or "thanks" ? (end, SameDays)
            : null;
    }
}
