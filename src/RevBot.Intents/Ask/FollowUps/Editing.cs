using System.Text.RegularExpressions;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.FollowUps;

/// <summary>Changes one part of the last question and nothing else: takes it back, puts another in its place, gives it another size.</summary>
internal sealed partial class Editing(SentenceParts parts, QuestionReading.Understood last, PeriodMaker make)
{
    /// <summary>How sure it is that the same is asked again.</summary>
    public const double Again = .6;

    private const double Sure = .96;

    /// <summary>The new question; null when the sentence does something else.</summary>
    public QuestionReading.Understood? Read()
    {
        if (parts.Catalog.Find(last.Question.Measure) is not { } metric)
        {
            return null;
        }

        if (new Exchange(parts, last, metric).Read() is { } exchanged)
        {
            return exchanged;
        }

        if (Retraction.Of(parts, last.Question) is { } less)
        {
            if (MeasureIds.IsByStage(less.Measure) && less.Breakdown.IsEmpty && !less.Filters.Any(filter => filter is DealFilter.In { Dimension: Dimension.Stage }))
            {
                less = less with { Breakdown = [Dimension.Stage] };
            }

            var said = less.Period is null ? null : last.Said;
            less = less.Period is null ? DefaultSpan.Of(less, metric, make) : less;
            return new QuestionReading.Understood(less, last.Shape) { Score = Sure, Said = said, Change = less.CompareWith is null ? null : last.Change };
        }

        if (Resizing.Of(parts, last.Question.Filters) is { } filters)
        {
            return new QuestionReading.Understood(last.Question with { Filters = filters }, last.Shape) { Score = Sure, Said = last.Said, Change = last.Change };
        }

        if (last.Shape == QuestionShape.DealList && FirstRows().Match(parts.Sentence.Text) is { Success: true } rows)
        {
            // In the order they were listed in, whatever that was.
            var count = CalendarWords.Number(rows.Groups["n"].Value.ToLowerInvariant()) ?? 1;
            var order = last.Question.Ranking ?? (metric.Basis == TimeBasis.ExpectedClose ? new Ranking(false, null, true) : new Ranking(true, null));
            return new QuestionReading.Understood(last.Question with { Ranking = order with { Count = (int)count } }, last.Shape) { Score = Sure, Said = last.Said, Change = last.Change };
        }

        return Retraction.IsOfKind(parts.Sentence) && parts.Periods.Count == 0 && !parts.Scope.Filters().Any() ? last with { Score = Again } : null;
    }

    /// <summary>"Just the first one", "only the first three deals": of a list.</summary>
    [GeneratedRegex(Rewording.Lead + @"(?:(?:only|just|show|give|keep|see|take|the|very)[ ,]+)*(?:first (?:(?<n>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) ?)?(?:ones?|rows?|lines?|entry|entries|deals?|of (?:them|those|these))?)" + Rewording.Tail, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirstRows();
}
