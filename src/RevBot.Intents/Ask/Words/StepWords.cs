using RevBot.Intents.Ask.Periods;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Words;

/// <summary>Tells "quarter on quarter" that splits ("a quarter on quarter view", "leads this year, month over month") from the one that holds a quarter against the one before ("last quarter, QoQ").</summary>
internal static class StepWords
{
    /// <summary>Turns such comparisons into the split they ask for.</summary>
    public static void Split(Sentence sentence, List<LexiconSpan> comparisons, List<PeriodSpan> periods)
    {
        foreach (var step in comparisons.FindAll(span => span is { Kind: LexiconKind.Change, Value: "step" } && UnitOf(sentence, span) is not null))
        {
            var unit = UnitOf(sentence, step) ?? PeriodUnit.Quarter;
            if (sentence[step.End] is "view" or "trend" or "basis" or "breakdown" or "split" or "table" or "chart" or "series" or "picture" or "figures" or "numbers"
                || (periods.Count == 1 && comparisons.Count == 1 && periods[0].Reading.Unit is PeriodUnit.Half or PeriodUnit.Year && unit < periods[0].Reading.Unit)
                || (periods.Count == 0 && comparisons.Count == 1 && !Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "grow" or "grew" or "grown" or "growth" or "growing" or "change" or "changed" or "up" or "down" or "improve" or "improved" or "delta" or "increase" or "decrease" or "compare" or "compared" or "against" or "vs" or "is" or "are" or "did" or "has" or "have")))
            {
                comparisons[comparisons.IndexOf(step)] = step with { Entry = new LexiconEntry(LexiconKind.Dimension, "+" + (unit switch { PeriodUnit.Week => nameof(Dimension.Week), PeriodUnit.Month => nameof(Dimension.Month), _ => nameof(Dimension.Quarter) })) };
            }
        }
    }

    private static PeriodUnit? UnitOf(Sentence sentence, LexiconSpan step) => sentence[step.First] switch
    {
        "quarter" or "qoq" or "q" => PeriodUnit.Quarter,
        "month" or "mom" => PeriodUnit.Month,
        "week" or "wow" => PeriodUnit.Week,
        _ => null,
    };
}
