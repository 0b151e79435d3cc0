using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask.Periods;

/// <summary>Finds what stands for the same days of a year before: "same quarter last yr", "this time a year ago", "the same days of 2025".</summary>
internal static class SamePeriod
{
    public static readonly LexiconEntry YearBefore = new(LexiconKind.Change, "year");

    /// <summary>Where such words stand, how many they are; nothing when they are not said.</summary>
    public static IEnumerable<LexiconSpan> FindAll(Sentence sentence, DateOnly today)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if ((sentence[at] is "same" || (sentence[at] == "this" && sentence.Stem(at + 1) is "time" or "point" or "stage")) && Behind(sentence, at + 1, today) is { } end && sentence.AreFree(at, end - at))
            {
                yield return new LexiconSpan(at, end - at, YearBefore);
            }
        }
    }

    private static int? Behind(Sentence sentence, int at, DateOnly today)
    {
        if (CalendarWords.Unit(sentence.Stem(at)) is null && sentence.Stem(at) is not ("time" or "point" or "period" or "stretch" or "q" or "window" or "span" or "stage" or "date"))
        {
            return null;
        }

        at++;
        at += sentence[at] == "to" && sentence[at + 1] == "date" ? 2 : 0;
        at += sentence[at] is "of" or "in" or "from" ? 1 : 0;
        at += sentence[at] is "the" or "a" or "one" ? 1 : 0;
        return CalendarWords.Year(sentence[at]) == today.Year - 1 || sentence[at] is "ly" ? at + 1
            : sentence[at] is "last" or "previous" or "prior" or "past" or "preceding" && CalendarWords.Unit(sentence.Stem(at + 1)) == PeriodUnit.Year ? at + 2
            : CalendarWords.Unit(sentence.Stem(at)) == PeriodUnit.Year && sentence[at + 1] is "before" or "ago" or "earlier" or "prior" or "back" or "previous" ? at + 2
            : null;
    }
}
