using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Counting;

/// <summary>A metric that is counted over what deals were once: it goes through the deals once for the period and once for the one compared with.</summary>
internal abstract class PastRule(Metric metric, Measure measure) : MetricRule(metric)
{
    /// <exception cref="ArgumentException">The question breaks down by more than two dimensions.</exception>
    public sealed override Answer Answer(Question question, PipelineView view)
    {
        if (question.Breakdown.Length > 2)
        {
            throw new ArgumentException("A question breaks down by at most two dimensions.", nameof(question));
        }

        var groups = new EvaluationGroups();
        DimensionReader[] readers = [.. question.Breakdown.Select(dimension => new DimensionReader(dimension, view, losses: false))];
        var scope = new DealScope(question.Filters, view, losses: false);
        var main = new PastSurvey(view, scope, readers, groups, DayRange.Of(question.Period), new Tallies(measure));
        var compared = question.CompareWith is { } period ? new PastSurvey(view, scope, readers, groups, DayRange.Of(period), new Tallies(measure)) : null;
        foreach (var survey in new[] { main, compared }.OfType<PastSurvey>())
        {
            for (var position = 0; position < view.Snapshot.Deals.Length; position++)
            {
                Count(position, survey);
            }
        }

        var (rows, inAll) = new AnswerRows(readers, groups, main.Tallies, compared?.Tallies, question.Ranking, shares: false).Of();
        var value = main.Tallies.ValueOf(0);
        var excluded = main.Exclusions.All();
        var deals = main.Tallies[0].Deals;
        return new Answer
        {
            Question = question,
            Metric = main.IsSplitByTime && !AddsUpOverTime ? Metric with { Additive = false } : Metric,
            Value = value,
            Currency = Metric.Unit == MetricUnit.Money ? view.Company.Currency : null,
            Compared = compared?.Tallies.ValueOf(0),
            Range = deals == 0 ? null : measure.Range(main.Tallies[0]),
            NoData = value is null || deals == 0 ? NothingOf(main, excluded) : null,
            Parts = PartsOf(main, compared),
            Rows = rows,
            RowsInAll = inAll,
            SoWhat = Metric.BandOf(value, deals)?.SoWhat,
            Receipt = ReceiptOf(question, view, deals) with
            {
                Excluded = excluded,
                Remarks = RemarksOf(main),
            },
            Deals = main.Deals,
        };
    }

    /// <summary>False when a deal may count in several rows of a split by time, or in one of them and not in the whole.</summary>
    protected abstract bool AddsUpOverTime { get; }

    /// <summary>Counts one deal, or leaves it.</summary>
    protected abstract void Count(int position, PastSurvey survey);

    /// <summary>What to say when there is no number.</summary>
    protected abstract string NothingOf(PastSurvey survey, IReadOnlyList<Exclusion> excluded);

    protected virtual IReadOnlyList<AnswerPart> PartsOf(PastSurvey main, PastSurvey? compared) => [];

    protected virtual IReadOnlyList<string> RemarksOf(PastSurvey survey) => [];
}
