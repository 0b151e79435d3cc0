using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask;

/// <summary>Reads how far somebody is with a target in words that name no figure: "who is closest to their goal", "how far along are we with our target", "how much of the target is done", "how is APAC doing against its target".</summary>
internal static class AimVerbs
{
    private const int Reach = 8;

    private static readonly LexiconEntry Attainment = new(LexiconKind.Measure, MeasureIds.Attainment);

    public static void Settle(Sentence sentence, List<LexiconSpan> spans)
    {
        if (spans.Find(span => span is { Kind: LexiconKind.Measure, Value: MeasureIds.Quota }) is not { } target || spans.Exists(span => span.Kind == LexiconKind.Measure && span.Value.StartsWith("coverage.", StringComparison.Ordinal) | span.Value.StartsWith("pipeline.", StringComparison.Ordinal)))
        {
            return;
        }

        var at = PlainVerbs.First(sentence, 0, at => at < target.First && target.First - at < Reach && sentence[at] is "closest" or "nearest" or "closer" or "nearer" && sentence[at + 1] is "to" or "their" or "his" or "her" or "the");
        if (at >= 0)
        {
            PlainVerbs.Put(sentence, spans, at, sentence[at + 1] == "to" ? 2 : 1, Attainment);
            return;
        }

        at = PlainVerbs.First(sentence, 1, at => at < target.First && target.First - at < Reach && sentence[at] == "far" && sentence[at - 1] is "how" or "so" && !Enumerable.Range(at + 1, target.First - at - 1).Any(word => sentence[word] is "from" or "off" or "behind" or "short" or "below" or "under" or "away"));
        if (at >= 0)
        {
            PlainVerbs.Put(sentence, spans, at - 1, sentence[at + 1] is "along" or "ahead" ? 3 : 2, Attainment);
            return;
        }

        // "How much of the yearly target is done".
        at = PlainVerbs.First(sentence, target.End, at => at - target.End < 5 && sentence[at] is "done" or "achieved" or "reached" or "covered" or "completed" or "fulfilled" or "filled" or "met" or "made" or "in" && !(sentence[at] == "in" && at + 1 < sentence.Count));
        if (at >= 0 && Enumerable.Range(Math.Max(0, target.First - 5), Math.Min(5, target.First)).Any(of => sentence[of] == "of" && sentence[of - 1] is "much" or "part" or "share" or "percent" or "percentage" or "%" or "many" or "proportion"))
        {
            PlainVerbs.Put(sentence, spans, at, 1, Attainment);
            return;
        }

        // "Target achievement", "the fulfilment of our quota".
        at = PlainVerbs.First(sentence, 0, at => sentence[at] is "achievement" or "fulfilment" or "fulfillment" or "completion" or "progress" or "achieved" && (at == target.End || (at < target.First && target.First - at < 5)));
        if (at >= 0)
        {
            PlainVerbs.Put(sentence, spans, at, 1, Attainment);
            return;
        }

        // "Doing against its target".
        if (spans.Find(span => span is { Kind: LexiconKind.Versus, Value: "vs" } && span.End <= target.First && Enumerable.Range(span.End, target.First - span.End).All(word => sentence[word] is "its" or "their" or "our" or "my" or "his" or "her" or "the")) is { } against
            && Enumerable.Range(0, against.First).Any(word => sentence[word] is "doing" or "tracking" or "performing" or "faring" or "looking" or "standing" or "stand" or "do" or "did" or "going" or "pacing" or "perform"))
        {
            PlainVerbs.Put(sentence, spans, against.First, against.Count, Attainment);
        }
    }
}
