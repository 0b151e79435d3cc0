using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Periods;

/// <summary>The period a question takes that names none: the metric's own, or so much of the past as a split by time shows.</summary>
internal static class DefaultSpan
{
    public static Question Of(Question question, Metric metric, PeriodMaker make)
    {
        if (metric.DefaultPeriod == DefaultPeriod.LastFourQuarters)
        {
            return question with { Period = make.WholeQuartersBefore(4), PeriodIsDefault = true };
        }

        if (metric.DefaultPeriod != DefaultPeriod.AllTime && question.Breakdown.Any(dimension => dimension == Dimension.Year))
        {
            return question with { PeriodIsDefault = true };
        }

        var reading = metric.DefaultPeriod switch
        {
            not DefaultPeriod.AllTime when question.Breakdown.Contains(Dimension.Month) => make.Back(12, PeriodUnit.Month, "last 12 months"),
            not DefaultPeriod.AllTime when question.Breakdown.Contains(Dimension.Quarter) => make.Back(8, PeriodUnit.Quarter, "last 8 quarters"),
            not DefaultPeriod.AllTime when question.Breakdown.Contains(Dimension.Week) => make.Back(13, PeriodUnit.Week, "last 13 weeks"),
            DefaultPeriod.ThisQuarter => make.Current(PeriodUnit.Quarter, false, "this quarter"),
            DefaultPeriod.Last90Days => make.Rolling(90, PeriodUnit.Day, true, "last 90 days"),
            DefaultPeriod.Last365Days => make.Rolling(365, PeriodUnit.Day, true, "last 365 days"),
            _ => null,
        };
        return reading is null ? question : question with { Period = reading.For(QuestionDraft.IsExpected(metric)), PeriodIsDefault = true };
    }
}
