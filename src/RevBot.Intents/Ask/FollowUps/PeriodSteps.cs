using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Reads a step from the period that was asked about: "and this one?" behind last quarter, "the quarter after", "the day before", "and the following month", "the next one", "and after that?".</summary>
internal static class PeriodSteps
{
    private static readonly string[] Lead = ["and", "n", "what", "how", "about", "ok", "okay", "so", "then", "now", "but", "or", "in", "for", "show", "me", "the", "same", "thing", "is", "whats"];

    private static readonly string[] Tail = ["then", "please", "pls", "though", "that", "it", "too", "also", "so", "far"];

    /// <summary>The period meant; null when the sentence says more than a step, or none.</summary>
    public static PeriodReading? Read(Sentence sentence, PeriodReading asked, PeriodMaker make, bool expected, DateOnly today)
    {
        var words = Enumerable.Range(0, sentence.Count).Select(at => sentence[at]).SkipWhile(Lead.Contains).ToList();
        var tail = words.Count;
        while (tail > 0 && Tail.Contains(words[tail - 1]))
        {
            tail--;
        }

        if (tail is 0 or > 3 || UnitOf([.. words.Take(tail)]) is not var (step, unit) || (unit ?? asked.Unit) != asked.Unit)
        {
            return null;
        }

        return step switch
        {
            Step.Current when asked.Unit != PeriodUnit.Span => make.Current(asked.Unit, false, $"this {asked.Unit.ToString().ToLowerInvariant()}"),
            Step.After => After(asked, expected, today),
            Step.Before when asked.Previous(expected) is { } before => Whole(before, asked.Unit, today),
            _ => null,
        };
    }

    /// <summary>Takes the words, so that "quarter" splits nothing.</summary>
    public static void Take(Sentence sentence) => sentence.Take(0, sentence.Count);

    /// <summary>A period that is running has happened until today.</summary>
    public static PeriodReading Whole(Period period, PeriodUnit unit, DateOnly today) =>
        new(period.Start <= today && period.End > today ? period with { End = today } : period, period, unit);

    private static (Step Step, PeriodUnit? Unit)? UnitOf(List<string> words) => words switch
    {
        ["this" or "current", "one"] => (Step.Current, null),
        ["next" or "following" or "subsequent"] => (Step.After, null),
        ["next" or "following" or "subsequent", "one"] => (Step.After, null),
        ["after"] or ["afterwards"] => (Step.After, null),
        ["one", "after" or "afterwards" or "following"] => (Step.After, null),
        ["day" or "days", "before" or "earlier" or "prior"] => (Step.Before, PeriodUnit.Day),
        ["previous" or "prior", "day"] => (Step.Before, PeriodUnit.Day),
        ["following" or "subsequent", var unit] when Named(unit) is { } named => (Step.After, named),
        [var unit, "after" or "afterwards" or "following"] when Named(unit) is { } named => (Step.After, named),
        _ => null,
    };

    private static PeriodUnit? Named(string word) => Enum.TryParse<PeriodUnit>(word, true, out var unit) && !char.IsDigit(word[0]) ? unit : null;

    private static PeriodReading? After(PeriodReading asked, bool expected, DateOnly today)
    {
        // What has begun was asked about until today; its whole is what the next one follows.
        if ((expected || asked.Expected.Start == asked.Happened.Start ? asked.Expected : asked.Happened) is not { Start: { } start, End: { } end })
        {
            return null;
        }

        var next = asked.Unit == PeriodUnit.Span ? end.AddDays(1) : PeriodMaker.Add(start, asked.Unit, 1);
        var last = asked.Unit == PeriodUnit.Span ? next.AddDays(end.DayNumber - start.DayNumber) : PeriodMaker.Add(next, asked.Unit, 1).AddDays(-1);
        return Whole(new Period(next, last, "the one after"), asked.Unit, today);
    }

    private enum Step
    {
        Current,
        Before,
        After,
    }
}
