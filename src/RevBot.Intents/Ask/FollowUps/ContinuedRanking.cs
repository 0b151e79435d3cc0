using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>The order a sentence that goes on asks for, or the one of the question before where it still fits.</summary>
internal sealed class ContinuedRanking(SentenceParts parts, QuestionReading.Understood last, FollowUpWords words)
{
    /// <summary>An order that was said; else the one of before survives.</summary>
    public Question Put(Question question, Metric metric, (string Word, int? Count, LexiconSpan Span)? ranking, ref QuestionShape shape)
    {
        var sentence = parts.Sentence;
        if (ranking is not { } said)
        {
            var survives = shape == QuestionShape.DealList ? last.Shape == shape : !question.Breakdown.IsEmpty && (last.Question.Ranking is not { Count: 1 } || question.Breakdown.SequenceEqual(last.Question.Breakdown));
            return question with { Ranking = survives ? question.Ranking : null };
        }

        var first = RankingReader.IsOfAll(said.Word) || words.Has("first") || sentence.Stem(said.Span.First) is "ascending" or "descending" or "ranked" or "rank" or "sort" or "sorted" or "ordered";
        if (IsOnlyOrdered(said.Span) && question.Ranking is { } kept && shape == QuestionShape.Figure && !question.Breakdown.IsEmpty)
        {
            // "Rank by number of deals": by something else, and as many as before.
            return question with { Ranking = kept.Count is null && said.Count is null ? new Ranking(true, null) : kept with { Count = said.Count ?? kept.Count } };
        }

        if (shape == QuestionShape.Figure && question.Breakdown.IsEmpty && said.Word is not ("best" or "worst") && MeasureIds.CountOf(question.Measure) is not null)
        {
            shape = QuestionShape.DealList;
        }

        if (shape == QuestionShape.DealList && (RankingReader.IsOfCloseDay(said.Word) || RankingReader.IsOfDays(sentence, said.Span)) && ByDay(question, metric, said) is { } dated)
        {
            return dated;
        }

        return shape == QuestionShape.DealList
            ? question with { Ranking = new Ranking(said.Word.Split(' ')[0] is not ("lowest" or "fastest"), said.Count ?? (words.AsksForOne || sentence[said.Span.End] is "one" or "deal" or "opp" or "opportunity" or "win" or "loss" || IsOfOne(said.Span) || (words.Narrows && said.Span.End == sentence.Count && said.Span.Value != "top") ? 1 : first ? null : last.Question.Ranking?.Count ?? 10)) }
            : question with { Ranking = new Ranking(RankingReader.IsHighest(said.Word, metric), said.Count ?? (words.AsksForOne || IsOfOne(said.Span) ? 1 : first || said.Word == "top" ? null : last.Question.Ranking?.Count ?? 1)) };
    }

    /// <summary>"Oldest first", "which is the newest", "closing soonest": open deals by their age, closed ones by their day.</summary>
    private Question? ByDay(Question question, Metric metric, (string Word, int? Count, LexiconSpan Span) said)
    {
        var all = RankingReader.IsOfAll(said.Word) || words.Has("first");
        if (RankingReader.IsOfCloseDay(said.Word))
        {
            return question with { Measure = question.Measure == MeasureIds.Age ? MeasureIds.OpenCount : question.Measure, Ranking = RankingReader.ByCloseDay(metric, said.Count ?? (words.AsksForOne || IsOfOne(said.Span) ? 1 : null)) };
        }

        var (count, newest) = (said.Count ?? (all ? null : 1), said.Word.Split(' ')[0] == "fastest");
        return metric.Basis == TimeBasis.ExpectedClose ? question with { Measure = MeasureIds.Age, Ranking = new Ranking(!newest, count) }
            : question with { Ranking = new Ranking(newest, count, true) };
    }

    /// <summary>"The top one", "the number one", "the top source": one is meant.</summary>
    private bool IsOfOne(LexiconSpan span) => !RankingReader.IsOfAll(span.Value) && !words.Has("first") && ((span.Value is "top" or "highest" or "lowest" && parts.Sentence[span.End - 1] == "one")
        || parts.Spans.Any(noun => noun.Kind == LexiconKind.Dimension && noun.First == span.End && parts.Sentence[noun.End - 1] == parts.Sentence.Stem(noun.End - 1) && parts.Sentence[span.First - 1] is "the" or "our" or "and" or ""));

    /// <summary>"Rank by …", "sort it by …": which end comes first is not said.</summary>
    private bool IsOnlyOrdered(LexiconSpan span) => span.Value == "highest all" && parts.Sentence[span.First] is "rank" or "ranked" or "ranking" or "sort" or "sorted" or "order" or "ordered" && !Enumerable.Range(span.First, span.Count).Any(at => parts.Sentence[at] is "high" or "highest" or "biggest" or "largest" or "descending" or "desc" or "most");
}
