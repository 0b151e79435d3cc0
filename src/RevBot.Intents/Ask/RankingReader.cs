using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Ask;

/// <summary>Reads superlatives and "top n": which end comes first, and how many are wanted.</summary>
internal static class RankingReader
{
    /// <summary>What was said of the order, or null; numbers beside it are taken.</summary>
    public static (string Word, int? Count, LexiconSpan Span)? Read(Sentence sentence, IReadOnlyList<LexiconSpan> spans)
    {
        // "Rank regions, worst at the top": what says which end it is, counts.
        var rank = spans.Where(span => span.Kind == LexiconKind.Rank).OrderBy(span => span.Value is "top" or "highest all").FirstOrDefault();
        if (rank is null && spans.FirstOrDefault(span => span.Kind == LexiconKind.State && sentence[span.End - 1] == "most") is { } most)
        {
            // "Who closed the most?", "which account bought the most".
            return ("highest", null, most);
        }

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

        // "Which 3 losses hurt the most".
        return (rank.Value, NumberOfNouns(sentence, spans), rank);
    }

    private static int? NumberOfNouns(Sentence sentence, IReadOnlyList<LexiconSpan> spans)
    {
        foreach (var noun in spans.Where(span => span.Kind is LexiconKind.Deals or LexiconKind.Dimension or LexiconKind.State))
        {
            if (sentence.IsFree(noun.First - 1) && sentence[noun.End - 1] != sentence.Stem(noun.End - 1) && CalendarWords.Number(sentence[noun.First - 1]) is { } number and > 1)
            {
                sentence.Take(noun.First - 1, 1);
                return number;
            }
        }

        return null;
    }

    /// <summary>"worst first" asks for all of them, in order.</summary>
    public static bool IsOfAll(string word) => word.EndsWith(" all", StringComparison.Ordinal);

    /// <summary>True when the highest values come first.</summary>
    public static bool IsHighest(string word, Metric metric)
    {
        var isTime = metric.Unit is MetricUnit.Days or MetricUnit.BusinessDays or MetricUnit.BusinessHours or MetricUnit.Months;
        return word.Split(' ')[0] switch
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
