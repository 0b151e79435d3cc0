using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask;

/// <summary>Takes the verb and the particle of "break the pipeline down by product", "slice won deals up per region": the "by" between them and the dimension says it already.</summary>
internal static class SplitVerbs
{
    public static void Take(Sentence sentence, IReadOnlyList<LexiconSpan> spans)
    {
        if (spans.FirstOrDefault(span => span is { Kind: LexiconKind.Split, Value: "by" } && sentence[span.First - 1] is "down" or "up" or "out") is not { } by)
        {
            if (spans.FirstOrDefault(span => span is { Kind: LexiconKind.Split, Value: "by" }) is { } split && Enumerable.Range(0, split.First).Where(at => sentence[at] is "slice" or "dice" or "carve" or "chop" or "divide").Select(at => (int?)at).FirstOrDefault() is { } verb)
            {
                sentence.Take(verb, 1);
            }

            return;
        }

        for (var at = by.First - 2; at >= 0; at--)
        {
            if (sentence[at] is "break" or "breaking" or "broke" or "broken" or "slice" or "sliced" or "split" or "splitting" or "carve" or "chop" or "cut" or "divide" or "drill" or "bucket" or "dice")
            {
                sentence.Take(at, 1);
                sentence.Take(by.First - 1, 1);
                return;
            }
        }
    }
}
