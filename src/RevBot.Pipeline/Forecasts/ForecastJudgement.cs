using System.Collections.Immutable;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Forecasts;

/// <summary>The frozen forecasts of a period's whole quarters, each beside what its quarter brought.</summary>
internal sealed class ForecastJudgement
{
    private readonly Dictionary<(DateOnly Quarter, string Key), decimal> _actuals = [];

    public ForecastJudgement(Question question, Period? period, PipelineView view)
    {
        var quarters = QuartersOf(period, view);
        Quarters = quarters.Count;
        By = question.Breakdown.Cast<Dimension?>().FirstOrDefault(dimension => dimension is { } one && !one.IsTime) ?? question.Filters.OfType<DealFilter.In>().Select(filter => (Dimension?)filter.Dimension).FirstOrDefault();
        Won = new DealSet(view.Snapshot);
        if (quarters.Count == 0)
        {
            Nothing = "No whole quarter of that period is over: a forecast can be judged once its quarter has ended.";
            return;
        }

        Won = CountActuals(question, quarters, view);
        List<DealFilter.In> filters = [.. question.Filters.OfType<DealFilter.In>()];
        foreach (var frozen in view.Snapshot.FrozenForecasts)
        {
            if (frozen.By == By && frozen.At <= view.Now && quarters.Contains(frozen.Start)
                && Array.IndexOf(FreezeCalendar.PointsOf(frozen.Start, frozen.End), frozen.FrozenOn) is >= 0 and var point
                && filters.TrueForAll(filter => filter.Values.Any(value => value.Key == frozen.Key) != filter.Negated))
            {
                (frozen.Method == ForecastMethod.Simulated ? Outcomes : Submitted).Add(new Judged(frozen, point, _actuals.GetValueOrDefault((frozen.Start, frozen.Key))));
            }
        }

        Nothing = view.Snapshot.FrozenForecasts.Count == 0
            ? "No forecast has been frozen yet. That is done every night while the bot runs; after an import, earlier ones are worked out from the history."
            : "No forecast was frozen in those quarters, and their history does not reach far enough back to work one out.";
    }

    public List<Judged> Outcomes { get; } = [];

    public List<Judged> Submitted { get; } = [];

    /// <summary>What forecasts are told apart by; null for the company's.</summary>
    public Dimension? By { get; }

    public int Quarters { get; }

    /// <summary>The deals won in the quarters.</summary>
    public DealSet Won { get; }

    /// <summary>Why there is nothing to judge.</summary>
    public string Nothing { get; }

    /// <summary>First days of the quarters that lie wholly in the period and are over.</summary>
    private static List<DateOnly> QuartersOf(Period? period, PipelineView view)
    {
        var today = DateOnly.FromDayNumber(view.Today);
        var (start, _) = FreezeCalendar.QuarterOf(view.Company.Fiscal, today);
        return [.. Enumerable.Range(1, 80).Select(back => start.AddMonths(-3 * back)).Where(quarter => period is null || (period.Contains(quarter) && period.Contains(quarter.AddMonths(3).AddDays(-1))))];
    }

    /// <summary>What was won in each quarter, by the key forecasts are told apart by.</summary>
    private DealSet CountActuals(Question question, List<DateOnly> quarters, PipelineView view)
    {
        ImmutableArray<Dimension> breakdown = By is { } by ? [Dimension.Quarter, by] : [Dimension.Quarter];
        var bucket = new TimeBucket(Dimension.Quarter, view.Company.Fiscal);
        var starts = quarters.ToDictionary(bucket.KeyOf);
        var won = Bookings.Amount.Answer(
            new Question { Measure = Bookings.Amount.Metric.Id, Period = new Period(quarters.Min(), quarters.Max().AddMonths(3).AddDays(-1), "then"), Filters = question.Filters, Breakdown = breakdown }, view);
        foreach (var row in won.Rows)
        {
            if (starts.TryGetValue(row.Keys[0].Key, out var quarter))
            {
                _actuals[(quarter, By is null ? "" : row.Keys[1].Key)] = row.Value ?? 0;
            }
        }

        return won.Deals;
    }
}
