using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Ask;

/// <summary>Reads superlatives and "top n": which end comes first, and how many are wanted.</summary>
internal static class RankingReader
{
    /// <summary>What was said of the order, or null; numbers beside it are taken.</summary>
    public static (string Word, int? Count, LexiconSpan Span)? Read(Sentence sentence, IReadOnlyList<LexiconSpan> spans)
    {
        var rank = spans.FirstOrDefault(span => span.Kind == LexiconKind.Rank);
        if (rank is null)
        {
            return null;
        }

        if (sentence.IsFree(rank.End) && CalendarWords.Number(sentence[rank.End]) is { } after && char.IsDigit(sentence[rank.End][0]) | sentence[rank.End].Length > 2)
        {
            sentence.Take(rank.End, 1);
            return (rank.Value, after, rank);
        }

        var before = rank.First - 1;
        if (sentence.IsFree(before) && CalendarWords.Number(sentence[before]) is { } leading && sentence[before] is not ("a" or "an"))
        {
            sentence.Take(before, 1);
            return (rank.Value, leading, rank);
        }

        return (rank.Value, null, rank);
    }

    /// <summary>True when the highest values come first.</summary>
    public static bool IsHighest(string word, Metric metric)
    {
        var isTime = metric.Unit is MetricUnit.Days or MetricUnit.BusinessDays;
        return word switch
        {
            "lowest" => false,
            "best" => !metric.LowerIsBetter,
            "worst" => metric.LowerIsBetter,
            "slowest" => isTime,
            "fastest" => !isTime,
            "top" => !isTime,
            _ => true,
        };
    }
}
