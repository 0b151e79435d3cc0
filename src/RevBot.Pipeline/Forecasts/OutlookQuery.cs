using System.Collections.Immutable;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Forecasts;

/// <summary>Asks what a period looks like: what it will bring, what that rests on, and how it stands against quota and against what people have submitted.</summary>
public sealed record OutlookQuery
{
    private const int Carriers = 5;

    /// <summary>They mean what they mean in a <see cref="Question"/>.</summary>
    public ImmutableArray<DealFilter> Filters { get; init; } = [];

    public required Period Period { get; init; }

    /// <summary>True when the person named no period.</summary>
    public bool PeriodIsDefault { get; init; }

    /// <summary>Pure: the same arguments give the same report.</summary>
    public OutlookReport Run(MetricCatalog catalog, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        Answer Ask(Metric metric, params ImmutableArray<Dimension> breakdown) => catalog.Evaluate(
            new Question { Measure = metric.Id, Filters = Filters, Period = Period, PeriodIsDefault = PeriodIsDefault, Breakdown = breakdown }, snapshot, company, now);

        var forecast = Ask(Forecasting.Simulated.Metric);
        var view = new PipelineView(snapshot, company, now).Converting();
        var (stages, carriers) = forecast.Value is null ? ([], []) : Open(forecast.Question, view);
        return new OutlookReport
        {
            Query = this,
            Forecast = forecast,
            Coverage = Ask(Coverage.Remaining.Metric),
            Submitted = Ask(SubmittedForecast.Rules[0].Metric, Dimension.ForecastCategory),
            Accuracy = catalog.Evaluate(new Question { Measure = Forecasting.Accuracy.Metric.Id, Filters = Filters, Period = LastYear(company, now), PeriodIsDefault = true }, snapshot, company, now),
            Earlier = Filters.IsEmpty ? [.. snapshot.FrozenForecasts.Where(IsOfThis).Where(frozen => frozen.At <= now).OrderBy(frozen => frozen.FrozenOn)] : [],
            Due = Ask(OpenPipeline.Amount.Metric),
            Stages = stages,
            Carriers = carriers,
        };
    }

    private static Period LastYear(CompanyProfile company, DateTimeOffset now)
    {
        var (start, _) = FreezeCalendar.QuarterOf(company.Fiscal, company.Work.DateAt(now));
        return new Period(start.AddMonths(-12), start.AddDays(-1), "last four quarters");
    }

    private bool IsOfThis(FrozenForecast frozen) => frozen is { By: null, Method: ForecastMethod.Simulated } && frozen.Start == Period.Start && frozen.End == Period.End;

    private static (IReadOnlyList<StageOutlook> Stages, IReadOnlyList<CarryingDeal> Carriers) Open(Question question, PipelineView view)
    {
        var span = ForecastRule.SpanOf(question.Period, view);
        var survey = new ForecastSurvey(question, view, span);
        var stages = view.Company.Process.OpenStages.Select(stage => new StageTally(new DimensionValue(stage.Id.Value, stage.Name))).ToList();
        var carriers = new List<ForecastDeck.OpenCard>();
        foreach (var card in survey.Open)
        {
            stages[card.Stage].Add(card.Amount, card.Odds);
            Keep(carriers, card);
        }

        return (
            [.. stages.Where(stage => stage.Deals > 0).Select(stage => stage.Outlook)],
            [.. carriers.Select(card => new CarryingDeal(view.Snapshot.Deals.Span[card.Position], (decimal)card.Amount, card.Odds))]);
    }

    /// <summary>Only the few that carry most are kept, the first one first.</summary>
    private static void Keep(List<ForecastDeck.OpenCard> carriers, ForecastDeck.OpenCard card)
    {
        var place = carriers.FindIndex(other => other.Amount * other.Odds < card.Amount * card.Odds);
        if (place >= 0 || carriers.Count < Carriers)
        {
            carriers.Insert(place >= 0 ? place : carriers.Count, card);
            carriers.RemoveRange(Math.Min(Carriers, carriers.Count), carriers.Count - Math.Min(Carriers, carriers.Count));
        }
    }

    private sealed class StageTally(DimensionValue stage)
    {
        private double _amount;
        private double _expected;
        private double _likely;

        public int Deals { get; private set; }

        public StageOutlook Outlook => new(stage, Deals, Math.Round((decimal)_amount, 2), _likely / Deals, Math.Round((decimal)_expected, 2));

        public void Add(double amount, double likely)
        {
            Deals++;
            (_amount, _likely, _expected) = (_amount + amount, _likely + likely, _expected + (amount * likely));
        }
    }
}
