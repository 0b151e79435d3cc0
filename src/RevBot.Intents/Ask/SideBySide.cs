using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask;

/// <summary>Reads verbs that set the parts of a number side by side and hold no two periods against each other: "how do the managers compare on win rate", "how do our sources stack up", "comparing the regions on bookings".</summary>
internal static class SideBySide
{
    public static void Settle(Sentence sentence, List<LexiconSpan> spans, List<PeriodSpan> periods, int names)
    {
        if (periods.Count > 1 || names > 1 || spans.Exists(span => span is { Kind: LexiconKind.Versus, Value: "vs" } or { Kind: LexiconKind.Change, Value: not "previous" }))
        {
            return;
        }

        var verb = PlainVerbs.First(sentence, 0, at => sentence[at] is "compare" or "compares" or "comparing" or "compared" or "differ" or "differs" || (sentence[at] is "stack" or "stacks" or "measure" or "measures" or "line" && sentence[at + 1] == "up") || (sentence[at] is "fare" or "rank" or "score" or "perform" && sentence[0] is "how" or "hows"));
        if (verb < 0)
        {
            return;
        }

        var asks = Enumerable.Range(0, Math.Min(3, verb)).Any(at => sentence[at] is "how" or "hows" or "see" or "do");
        if (asks && spans.Find(span => span.Kind == LexiconKind.Dimension && span.End <= verb && verb - span.End < 3 && sentence[span.End - 1] != sentence.Stem(span.End - 1)) is { } sides)
        {
            spans[spans.IndexOf(sides)] = sides with { Entry = new LexiconEntry(LexiconKind.Dimension, "+" + sides.Value.TrimStart('+')) };
            Take(sentence, spans, verb);
            return;
        }

        if (sentence[verb] is not ("compare" or "compares" or "comparing" or "compared"))
        {
            return;
        }

        if (spans.Exists(span => span is { Kind: LexiconKind.Split, Value: "by" } && span.First >= verb && span.First - verb < 3 && sentence[span.First] is "across" or "between" or "among" or "by" or "from"))
        {
            Take(sentence, spans, verb);
            return;
        }

        // "Comparing the regions on bookings, Q3".
        var first = verb + 1 + (sentence[verb + 1] is "the" or "our" or "all" or "my" or "different" ? 1 : 0);
        if (spans.Exists(span => span.Kind == LexiconKind.Dimension && span.First == first && sentence[span.End - 1] != sentence.Stem(span.End - 1)))
        {
            PlainVerbs.Put(sentence, spans, verb, 1, new LexiconEntry(LexiconKind.Split, "by"));
        }
    }

    private static void Take(Sentence sentence, List<LexiconSpan> spans, int verb) => PlainVerbs.Put(sentence, spans, verb, sentence[verb + 1] == "up" ? 2 : 1, new LexiconEntry(LexiconKind.Small, string.Empty));
}
