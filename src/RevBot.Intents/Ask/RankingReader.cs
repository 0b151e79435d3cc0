using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Reads superlatives and "top n": which end comes first, and how many are wanted.</summary>
internal static class RankingReader
{
    /// <summary>What was said of the order, or null; numbers beside it are taken.</summary>
    public static (string Word, int? Count, LexiconSpan Span)? Read(Sentence sentence, IReadOnlyList<LexiconSpan> spans)
    {
        // "Rank regions, worst at the top": what says which end it is, counts.
        var rank = spans.Where(span => span.Kind == LexiconKind.Rank && !(sentence[span.End] == "than" && sentence[span.First] is "better" or "worse" or "faster" or "slower" or "quicker" or "higher" or "lower" or "bigger" or "larger" or "smaller" or "greater")).OrderBy(span => span.Value is "top" or "highest all").FirstOrDefault();
        if (rank is null && spans.FirstOrDefault(span => span.Kind == LexiconKind.State && sentence[span.End - 1] == "most") is { } most)
        {
            // "Who closed the most?", "which account bought the most".
            return ("highest", null, most);
        }

        if (rank is null && spans.FirstOrDefault(span => span.Kind == LexiconKind.Measure && sentence[span.First] is "messiest" or "cleanest" or "tidiest" or "dirtiest" or "sloppiest" or "grubbiest") is { } kept)
        {
            return (sentence[kept.First] is "cleanest" or "tidiest" ? "best" : "worst", null, kept);
        }

        if (rank is null && spans.FirstOrDefault(span => span.Kind == LexiconKind.Measure && sentence[span.First] is "undercovered" or "poorly" or "thinly" or "lacks" or "lack" or "lacking" or "short" || (span.Kind == LexiconKind.Measure && sentence[span.First] == "under" && sentence[span.First + 1] == "covered")) is { } thin)
        {
            return ("lowest all", null, thin);
        }

        if (rank is null && spans.FirstOrDefault(span => span.Kind == LexiconKind.Measure && span.Value is MeasureIds.Attainment or MeasureIds.Quota) is { } aim && spans.Any(span => span is { Kind: LexiconKind.Asks, Value: "who" })
            && Enumerable.Range(0, sentence.Count).Any(at => sentence[at] is "missed" or "misses" or "miss" or "missing" or "below" or "under" or "behind"))
        {
            return ("lowest all", null, aim);
        }

        if (rank is null && spans.FirstOrDefault(span => span.Kind == LexiconKind.Measure && Enumerable.Range(span.First, span.Count).Any(at => sentence[at] is "furthest" or "farthest" or "closest" or "nearest")) is { } far)
        {
            return ("highest", null, far);
        }

        if (rank is null)
        {
            return null;
        }

        if (!IsOfAll(rank.Value) && rank.Value != "top" && spans.Any(span => span is { Kind: LexiconKind.Rank, Value: "highest all" } && sentence[span.First] is "rank" or "ranked" or "ranking"))
        {
            // "Where do deals spend longest? Rank the stages".
            return (rank.Value + " all", null, rank);
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

        // "Biggest customers this year, top ten".
        if (spans.FirstOrDefault(span => span.Kind == LexiconKind.Rank && span != rank && span.Value is "top" or "highest" or "best" or "lowest" or "worst" && sentence.IsFree(span.End) && CalendarWords.Number(sentence[span.End]) is > 0) is { } counted)
        {
            sentence.Take(counted.End, 1);
            return (rank.Value, CalendarWords.Number(sentence[counted.End]), rank);
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

    /// <summary>The order a question is answered in; null when nothing is put in order.</summary>
    public static Ranking? Of(SentenceParts parts, (string Word, int? Count, LexiconSpan Span)? ranking, List<Dimension> breakdown, Metric metric, QuestionShape shape)
    {
        if (shape == QuestionShape.DealList)
        {
            if (ranking is { } day && IsOfCloseDay(day.Word))
            {
                return ByCloseDay(metric, day.Count ?? (IsOfAll(day.Word) || NounIsPlural(parts) ? null : 1));
            }

            // Of closed and created deals the newest or oldest are those of the latest or earliest day; open ones are told by their age.
            return ranking is not { } order ? null
                : new Ranking(order.Word.Split(' ')[0] is var end && (IsOfDays(parts.Sentence, order.Span) && metric.Id != MeasureIds.Age ? end == "fastest" : end is not ("lowest" or "fastest")), order.Count ?? (IsOfAll(order.Word) ? null : NounIsPlural(parts) ? 10 : 1), IsOfDays(parts.Sentence, order.Span) && metric.Id != MeasureIds.Age);
        }

        if (breakdown.Count == 0)
        {
            return null;
        }

        if (ranking is { } said)
        {
            return new Ranking(IsHighest(said.Word, metric) != (said.Word.Split(' ')[0] is "best" or "worst" && CountsFaults(parts, metric)), said.Count ?? (AsksForOne(parts, said.Span) ? 1 : breakdown[0] == Dimension.Account && !IsOfAll(said.Word) ? 10 : null));
        }

        // "Who do we lose to? Losses by competitor": what was said outright is the split, and asks for no order.
        var outright = parts.Spans.Any(span => span.Kind == LexiconKind.Dimension && span.Value[0] == '+') || parts.Spans.Any(span => span.Kind == LexiconKind.Dimension && parts.Spans.Any(by => by is { Kind: LexiconKind.Split, Value: "by" } && by.End == span.First));
        return !outright && parts.Spans.Any(span => span is { Kind: LexiconKind.Asks, Value: "who" }) ? new Ranking(true, null) : null;
    }

    /// <summary>"Closing soonest", "sorted by close date".</summary>
    public static bool IsOfCloseDay(string word) => word.StartsWith("soonest", StringComparison.Ordinal);

    /// <summary>Open deals are listed so anyway.</summary>
    public static Ranking? ByCloseDay(Metric metric, int? count) => count is null && metric.Basis == TimeBasis.ExpectedClose ? null : new Ranking(false, count, true);

    /// <summary>Of overdue deals and those without a next step, whoever has the most is worst.</summary>
    private static bool CountsFaults(SentenceParts parts, Metric metric) => metric.Id is MeasureIds.OpenCount or MeasureIds.OpenAmount
        && (parts.Spans.Any(span => span is { Kind: LexiconKind.State, Value: "overdue" }) || parts.Periods.Any(period => period.Reading.Expected.Label == PeriodMaker.OverdueLabel)
            || parts.Filters.Any(filter => filter.Filter is DealFilter.Untouched { Negated: false } or DealFilter.Missing { Negated: false } or DealFilter.Pushed { Negated: false } or DealFilter.OpenLonger { Negated: false } or DealFilter.InStageLonger { Negated: false }));

    /// <summary>"which rep", "who", "best source" ask for one; "top reps" for all in order.</summary>
    private static bool AsksForOne(SentenceParts parts, LexiconSpan rank)
    {
        if (IsOfAll(rank.Value))
        {
            return false;
        }

        var dimension = parts.Spans.FirstOrDefault(span => span.Kind == LexiconKind.Dimension && !parts.Scope.Cues.Contains(span));
        var which = Enumerable.Range(0, parts.Sentence.Count).Any(at => parts.Sentence[at] == "which" && (dimension is null || parts.Sentence[at + 1] is "of" or "one"));
        return which || parts.Spans.Any(span => span is { Kind: LexiconKind.Asks, Value: "why" } && Enumerable.Range(span.First, span.Count).Any(at => parts.Sentence[at] is "reason" or "cause"))
            || parts.Spans.Any(span => span is { Kind: LexiconKind.Asks, Value: "who" or "where" } || (span.Kind == LexiconKind.Measure && parts.Sentence[span.First] is "where" or "who"))
            || (dimension is not null && (rank.Value != "top" || dimension.First == rank.End) && parts.Sentence.Words[Enumerable.Range(dimension.First, dimension.Count).FirstOrDefault(at => parts.Sentence.Stem(at) is "reason" or "cause", dimension.End - 1)] is var noun && noun.Text == noun.Stem
                && !parts.Spans.Any(span => span is { Kind: LexiconKind.Split, Value: "by" } && span.End == dimension.First))
            || (dimension is not null && rank.Value != "top" && parts.Sentence[dimension.First - 1] is "among" or "amongst" && parts.Sentence.Stem(rank.End) == parts.Sentence[rank.End]);
    }

    private static bool NounIsPlural(SentenceParts parts) => parts.Spans.Any(span => Enumerable.Range(span.First, span.Count).Any(at => parts.Sentence[at] is "deals" or "opportunities" or "opps" or "losses" or "wins"));

    /// <summary>"Newest", "oldest first".</summary>
    public static bool IsOfDays(Sentence sentence, LexiconSpan span) => !IsOfCloseDay(span.Value) && Enumerable.Range(span.First, span.Count).Any(at => (sentence[at] == "longest" && (sentence[at + 1] is "open" or "running" or "standing" or "lived" || sentence[at - 1] == "open" || (sentence[at - 1] == "the" && sentence[at - 2] == "open"))) || sentence[at] is "last" or "oldest" or "newest" or "latest" or "recent" or "youngest" or "freshest" or "stalest" or "age" or "earliest");

    /// <summary>"worst first" asks for all of them, in order.</summary>
    public static bool IsOfAll(string word) => word.EndsWith(" all", StringComparison.Ordinal);

    /// <summary>True when the highest values come first.</summary>
    public static bool IsHighest(string word, Metric metric)
    {
        var isTime = metric.Unit is MetricUnit.Days or MetricUnit.BusinessDays or MetricUnit.BusinessHours or MetricUnit.Months;
        return word.Split(' ')[0] switch
        {
            "lowest" or "soonest" => false,
            "best" => !metric.LowerIsBetter,
            "worst" => metric.LowerIsBetter,
            "slowest" => isTime,
            "fastest" => !isTime,
            "top" => !isTime,
            _ => true,
        };
    }
}
