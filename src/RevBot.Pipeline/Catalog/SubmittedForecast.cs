using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;
using RevBot.Pipeline.Targets;

namespace RevBot.Pipeline.Catalog;

/// <summary>Sums the forecasts people submitted: of each person, days and category the newest. Nobody said how a quarter's forecast falls on its months, so what the period cuts is left out.</summary>
internal sealed class SubmittedForecast() : TargetMetric(Definition, [Dimension.Owner, Dimension.Team, Dimension.Manager, Dimension.ForecastCategory], canBeCut: false)
{
    public static IReadOnlyList<MetricRule> Rules { get; } = [new SubmittedForecast()];

    protected override string Subject => "Submitted forecasts";

    private static Metric Definition => new()
    {
        Id = "forecast.submitted",
        Title = "Submitted forecast",
        Definition = "What people said they would win in the period: of each person and forecast category the newest they submitted for days inside it; categories are never added up; this quarter when no period is named.",
        Formula = "sum over people of the newest forecast submitted for the period",
        Unit = MetricUnit.Money,
        Basis = TimeBasis.Target,
        DefaultPeriod = DefaultPeriod.ThisQuarter,
        TakesWholePeriods = true,
        Thing = "submission",
        Synonyms =
        [
            "submitted forecast", "forecast submitted", "submitted", "submit", "submission", "forecast submission", "forecast call", "forecast category amount", "submitted number", "forecast as submitted", "rep forecast", "called forecast",
        ],
    };

    protected override IEnumerable<TargetPiece> PiecesOf(PipelineView view, DayRange days, Exclusions exclusions)
    {
        var newest = view.Snapshot.Forecasts
            .Where(forecast => forecast.SubmittedAt <= view.Now && forecast.End >= forecast.Start)
            .GroupBy(forecast => (forecast.Owner, forecast.Start, forecast.End, Category: forecast.Category.ToUpperInvariant()))
            .Select(group => group.MaxBy(forecast => forecast.SubmittedAt))
            .OfType<ForecastSubmission>();
        foreach (var own in newest.ToLookup(forecast => (forecast.Owner, Category: forecast.Category.ToUpperInvariant())))
        {
            foreach (var forecast in Apart(own, days))
            {
                if (AmountOf(forecast.Amount, forecast.Start, view, exclusions) is { } amount)
                {
                    var target = new Target(forecast.Owner, forecast.Category, forecast.Start.DayNumber, forecast.End.DayNumber, amount);
                    yield return new TargetPiece(target, target.First, target.Last);
                }
            }
        }
    }

    /// <summary>A forecast for the quarter holds those for its months: the longest that lies inside the days counts, and none for the same days beside it.</summary>
    private static List<ForecastSubmission> Apart(IEnumerable<ForecastSubmission> own, DayRange days)
    {
        var taken = new List<ForecastSubmission>();
        foreach (var forecast in own
            .OrderByDescending(forecast => days.Contains(forecast.Start.DayNumber) && days.Contains(forecast.End.DayNumber))
            .ThenByDescending(forecast => forecast.End.DayNumber - forecast.Start.DayNumber)
            .ThenBy(forecast => forecast.Start))
        {
            if (taken.TrueForAll(other => other.End < forecast.Start || other.Start > forecast.End))
            {
                taken.Add(forecast);
            }
        }

        return taken;
    }
}
