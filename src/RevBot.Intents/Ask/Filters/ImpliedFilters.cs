using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Filters that no name and no range says, but a word of state does: "overdue", "lost to competitors", "open deals created this month".</summary>
internal static class ImpliedFilters
{
    /// <param name="breakdown">Loses the competitors where they are the reason of the loss.</param>
    public static Question AddTo(Question question, SentenceParts parts, MeasureReader measures, List<Dimension> breakdown, PeriodReading? main)
    {
        if (measures.Has("overdue") && main?.Expected.Label != PeriodMaker.OverdueLabel)
        {
            question = question with { Filters = question.Filters.Add(new DealFilter.Closing(new Period(null, parts.Context.Today.AddDays(-1), "overdue"))) };
        }

        if (parts.Spans.Any(span => BreakdownReader.IsLostTo(parts.Sentence, span, question.Measure)))
        {
            // Split by something else, "lost to competitors" is the reason.
            var reason = breakdown.Count > 1 ? parts.Context.Company.LossReasons.Reasons.FirstOrDefault(candidate => candidate.AsksForCompetitor) : null;
            DealFilter filter = reason is null ? new DealFilter.Missing(DealFields.Competitor, Negated: true) : new DealFilter.In(Dimension.LossReason, [new DimensionValue(reason.Key, reason.Name)]);
            question = question with { Filters = question.Filters.Add(filter) };
            _ = reason is not null && breakdown.Remove(Dimension.Competitor);
        }

        if (measures.AlsoState is { } state)
        {
            question = question with { Filters = question.Filters.Add(new DealFilter.In(Dimension.StageGroup, [new DimensionValue(state, char.ToUpperInvariant(state[0]) + state[1..])])) };
        }

        return question;
    }
}
