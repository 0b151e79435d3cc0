using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask;

/// <summary>Tells whether deals are to be counted: "how many", "the number of", "a count", "the fewest".</summary>
internal static class CountWords
{
    public static bool AreSaid(Sentence sentence, IReadOnlyList<LexiconSpan> spans) =>
        (MeasureReader.Has(spans, LexiconKind.Aspect, "count") && !TalliesMoney(sentence, spans)) || (sentence.Has("fewest") && !MeasureReader.Has(spans, LexiconKind.Aspect, "amount") && !spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.Dimension && sentence[span.First - 1] == "fewest")) || (sentence[sentence.Count - 1] is "number" && sentence[sentence.Count - 2] is not ("one" or "single" or "a" or "1")) || sentence[sentence.Count - 1] is "count" or "counts"
        || spans.Any(span => span.Kind == LexiconKind.Measure && Enumerable.Range(span.First, span.Count).Any(at => sentence.Stem(at) is "number" or "count"));

    /// <summary>"The tally of closed-won dollars" counts money.</summary>
    private static bool TalliesMoney(Sentence sentence, IReadOnlyList<LexiconSpan> spans) => spans.Where(span => span is { Kind: LexiconKind.Aspect, Value: "count" }).All(span => sentence[span.First] == "tally")
        && (MeasureReader.Has(spans, LexiconKind.Aspect, "amount") || spans.Any(span => span.Kind == LexiconKind.Measure && Enumerable.Range(span.First, span.Count).Any(at => sentence.Stem(at) is "amount" or "value" or "revenue" or "money" or "dollar")));
}
