using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Takes the verb and the particle of "break the pipeline down by product", "slice won deals up per region": the "by" between them and the dimension says it already.</summary>
internal static class SplitVerbs
{
    private static readonly LexiconEntry TimeInStage = new(LexiconKind.Measure, MeasureIds.TimeInStage);

    /// <summary>"Which stage slows our deals down the most": how long deals stay there, and no change.</summary>
    public static void TakeSlowing(Sentence sentence, List<LexiconSpan> spans)
    {
        var at = Enumerable.Range(1, Math.Max(0, sentence.Count - 1)).FirstOrDefault(at => sentence[at] is "slows" or "slowing" or "slow" && spans.Exists(stage => stage is { Kind: LexiconKind.Dimension, Value: nameof(Dimension.Stage) } && stage.End >= at - 1 && stage.End <= at));
        if (at == 0)
        {
            return;
        }

        spans.RemoveAll(span => span.First <= at && at < span.End);
        spans.Add(new LexiconSpan(at, 1, TimeInStage));
        if (Enumerable.Range(at + 1, 6).Where(behind => sentence[behind] is "down" or "up").Select(behind => (int?)behind).FirstOrDefault() is { } down)
        {
            spans.RemoveAll(span => span.First <= down && down < span.End);
            sentence.Take(down, 1);
        }
    }

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
