using System.Collections.Frozen;
using System.Collections.Immutable;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Puts one part of the last question in the place of another: "swap EMEA for AMER", "replace September with August", "team out, rep in", "swap that for deals with no amount".</summary>
internal sealed class Exchange(SentenceParts parts, QuestionReading.Understood last, Metric metric)
{
    private const double Sure = .96;

    private static readonly FrozenSet<string> Verbs = Set("swap", "swapping", "replace", "replacing", "exchange", "trade", "substitute", "switch", "change", "sub");

    private static readonly FrozenSet<string> Openers = Set("ok", "okay", "please", "pls", "now", "and", "then", "can", "could", "you", "lets", "let's", "so", "just", "actually", "we", "i'd", "to", "like", "want", "i", "id", "but", "no");

    private static readonly FrozenSet<string> Joints = Set("for", "with", "by", "to", "against", "out");

    private readonly Sentence _sentence = parts.Sentence;

    /// <summary>The question with the other part; null when nothing of it is exchanged.</summary>
    public QuestionReading.Understood? Read()
    {
        if (Halves() is not var (gone, come) || parts.Unknown().Exists(at => come.Has(at) && !Joints.Contains(_sentence[at]) && _sentence[at] is not ("in" or "instead" or "please" or "pls" or "thanks" or "then")))
        {
            return null;
        }

        return Values(gone, come) ?? Days(gone, come) ?? Splits(gone, come) ?? Ranges(gone, come);
    }

    /// <summary>What goes and what comes: "swap A for B", "A out, B in", "out with A, in with B".</summary>
    private (Half Gone, Half Come)? Halves()
    {
        var first = 0;
        while (Openers.Contains(_sentence[first]))
        {
            first++;
        }

        if (Verbs.Contains(_sentence[first]))
        {
            var begin = first + 1 + (_sentence[first + 1] is "out" or "from" ? 1 : 0);
            return Enumerable.Range(begin + 1, Math.Max(_sentence.Count - begin - 2, 0)).FirstOrDefault(at => _sentence[at] is "for" or "with" or "by" or "to" or "against") is > 0 and var joint
                ? (new Half(begin, joint), new Half(joint, _sentence.Count)) : null;
        }

        var end = _sentence.Count - (_sentence[_sentence.Count - 1] is "please" or "pls" or "instead" or "then" ? 1 : 0);
        var leaves = Enumerable.Range(first, _sentence.Count - first).FirstOrDefault(at => _sentence[at] == "out", -1);
        var enters = Enumerable.Range(first, _sentence.Count - first).LastOrDefault(at => _sentence[at] == "in", -1);
        return leaves < 0 || enters < 0 ? null
            : leaves == first && _sentence[leaves + 1] == "with" && enters > leaves && _sentence[enters + 1] == "with" ? (new Half(leaves, enters), new Half(enters, end))
            : enters == end - 1 && leaves > first && leaves < enters - 1 ? (new Half(first, leaves), new Half(leaves, enters))
            : leaves == end - 1 && enters > first && enters < leaves - 1 ? (new Half(enters + 1, leaves), new Half(first, enters))
            : null;
    }

    /// <summary>"EMEA for AMER"; "AMER in, EMEA out" and the one of them that was not asked for comes.</summary>
    private QuestionReading.Understood? Values(Half gone, Half come)
    {
        var (left, right) = (ValuesIn(gone), ValuesIn(come));
        if (right.Count == 0 || right.Select(value => value.Dimension).Distinct().Count() > 1 || last.Question.Filters.OfType<DealFilter.In>().FirstOrDefault(filter => filter.Dimension == right[0].Dimension) is not { } told)
        {
            return null;
        }

        if (!left.Exists(value => told.Values.Contains(value.Value)) && right.Exists(value => told.Values.Contains(value.Value)))
        {
            (left, right) = (right, left);
        }

        var at = left.Count == 0 && PointsIn(gone) ? 0 : left.Select(value => told.Values.IndexOf(value.Value)).Where(place => place >= 0).DefaultIfEmpty(-1).Min();
        if (at < 0 || right.Count == 0)
        {
            return null;
        }

        var stay = left.Count == 0 ? ImmutableArray<DimensionValue>.Empty : told.Values.RemoveAll(value => left.Exists(other => other.Value == value));
        var values = stay.InsertRange(Math.Min(at, stay.Length), right.Select(value => value.Value)).Distinct().ToImmutableArray();
        return With(last.Question with { Filters = last.Question.Filters.Replace(told, told with { Values = values }) });
    }

    /// <summary>"Swap September for August": the days asked about, or those they are compared with.</summary>
    private QuestionReading.Understood? Days(Half gone, Half come)
    {
        var left = parts.Periods.Find(period => gone.Has(period.First));
        var right = parts.Periods.Find(period => come.Has(period.First + period.Count - 1));
        if (right is null || (left is null && !PointsIn(gone)))
        {
            return null;
        }

        var expected = QuestionDraft.IsExpected(metric);
        var reading = MeasureIds.LooksBack(metric) ? right.Reading.Begun() : right.Reading;
        var (question, said) = (last.Question, last.Said);
        if (left is not null && Is(question.CompareWith, left.Reading))
        {
            question = question with { CompareWith = reading.For(expected) };
        }
        else if (left is null || Is(question.Period, left.Reading))
        {
            (question, said) = (question with { Period = reading.For(expected), PeriodIsDefault = false }, reading);
        }

        return question == last.Question ? null : new QuestionReading.Understood(question, last.Shape) { Score = Sure, Said = said };
    }

    private static bool Is(Period? period, PeriodReading reading) => period is not null && (period.Start, period.End) is var days && (days == (reading.Happened.Start, reading.Happened.End) || days == (reading.Expected.Start, reading.Expected.End));

    private QuestionReading.Understood? Splits(Half gone, Half come)
    {
        var (left, right) = (DimensionIn(gone), DimensionIn(come));
        return right is not { } by || (left is { } of ? !last.Question.Breakdown.Contains(of) : !PointsIn(gone) || last.Question.Breakdown.Length != 1) ? null
            : With(last.Question with { Breakdown = [.. last.Question.Breakdown.Select(dimension => left is null || dimension == left ? by : dimension).Distinct()] });
    }

    /// <summary>"Swap that for deals with no amount": the range of the same kind, or the one that was said last.</summary>
    private QuestionReading.Understood? Ranges(Half gone, Half come)
    {
        var right = parts.Filters.Where(filter => come.Has(filter.First)).Select(filter => filter.Filter).ToList();
        if (right is not [var range] || !(PointsIn(gone) || parts.Filters.Any(filter => gone.Has(filter.First))))
        {
            return null;
        }

        var said = last.Question.Filters.LastOrDefault(filter => filter.GetType() == range.GetType()) ?? last.Question.Filters.LastOrDefault(filter => filter is not DealFilter.In);
        return said is null ? null : With(last.Question with { Filters = last.Question.Filters.Replace(said, range) });
    }

    private List<(Dimension Dimension, DimensionValue Value)> ValuesIn(Half half) => [.. parts.Scope.Values().Where(value => half.Has(value.First)).Select(value => (value.Dimension, value.Value))];

    private Dimension? DimensionIn(Half half) => parts.Spans.Where(span => span.Kind == LexiconKind.Dimension && half.Has(span.First)).Select(span => span.Dimension).FirstOrDefault();

    private bool PointsIn(Half half) => Enumerable.Range(half.First, half.End - half.First).Any(at => _sentence[at] is "that" or "it" or "those" or "this" or "them" or "these");

    private QuestionReading.Understood? With(Question question) => question == last.Question ? null : new QuestionReading.Understood(question, last.Shape) { Score = Sure, Said = last.Said, Change = last.Change };

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words of the sentence from one up to another.</summary>
    private sealed record Half(int First, int End)
    {
        public bool Has(int at) => at >= First && at < End;
    }
}
