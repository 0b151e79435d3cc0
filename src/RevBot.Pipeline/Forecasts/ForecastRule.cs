using System.Globalization;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Forecasts;

/// <summary>Forecasts a period by simulation: what is won already, what is open by its stage, its segment and its age, and the business that is not there yet as it came in the past.</summary>
internal sealed class ForecastRule(Metric metric) : MetricRule(metric)
{
    /// <summary>Farther ahead nearly all would be business that is not there yet.</summary>
    private const int MostDays = 190;

    /// <summary>With fewer ended stays there is no pace to play deals by.</summary>
    private const int LeastExits = 30;

    private const double OnCourse = .7;
    private const double Behind = .3;

    private static readonly Dimension[] Splits =
        [Dimension.Owner, Dimension.Team, Dimension.Manager, Dimension.Segment, Dimension.Region, Dimension.Source, Dimension.Industry, Dimension.Product, Dimension.DealType, Dimension.Account, Dimension.Currency];

    public override string? Obstacle(Question question, PipelineSnapshot snapshot)
    {
        var split = question.Breakdown.Cast<Dimension?>().FirstOrDefault(dimension => dimension is { } one && !Splits.Contains(one));
        var filter = question.Filters.FirstOrDefault(filter => !CanBeFiltered(filter));
        return split is { IsTime: true } ? "A forecast is played for one period as a whole, not for its parts: ask for one month or quarter at a time."
            : (split ?? (filter as DealFilter.In)?.Dimension) is { } other ? $"A forecast holds business that is not there yet, and that has no {AnswerFacts.Words(other)}. Open or weighted pipeline can be told by it."
            : filter is not null ? "A forecast holds business that is not there yet: I can forecast for people, teams, segments, regions, sources and sizes of deals, not for what deals are like today."
            : null;
    }

    public override Answer Answer(Question question, PipelineView view)
    {
        if ((Obstacle(question, view.Snapshot) ?? WhyNot(question.Period, view)) is { } obstacle)
        {
            return NoAnswer(question, view, obstacle);
        }

        view = view.Converting();
        var span = SpanOf(question.Period, view);
        var survey = new ForecastSurvey(question, view, span);
        if (WhyNot(survey) is { } tooLittle)
        {
            return NoAnswer(question, view, tooLittle);
        }

        var quota = QuotaOf(question, view);
        var forecast = survey.Grounds[0].Play(survey.Travel, span, survey.Since, view.Company.Name, (double?)quota);
        var compared = question.CompareWith is { } with ? Before(question, with, view) : null;
        var (rows, inAll) = RowOrder.Of([.. survey.Groups.Rows.Select(row => RowOf(row, survey, span, compared, view))], survey.Readers, question.Ranking);
        return new Answer
        {
            Question = question,
            Metric = Metric,
            Value = Cents(forecast.P50),
            Currency = view.Company.Currency,
            Compared = compared?.Value,
            Range = new ValueRange(Cents(forecast.P10), Cents(forecast.P90)),
            Parts = PartsOf(forecast, quota),
            Rows = rows,
            RowsInAll = inAll,
            SoWhat = BandOf(forecast.QuotaOdds) is { } word ? Metric.Bands.First(band => band.Word == word).SoWhat : null,
            Receipt = ReceiptOf(question, view, survey.Deals.Count) with { Excluded = survey.Excluded, Converted = survey.IsConverted, Remarks = [.. Remarks(survey, forecast, span, compared)] },
            Deals = survey.Deals,
        };
    }

    public static ForecastSpan SpanOf(Period? period, PipelineView view) => new(view.Today, period?.Start?.DayNumber ?? view.Today, period?.End?.DayNumber ?? view.Today);

    private static bool CanBeFiltered(DealFilter filter) => filter switch
    {
        DealFilter.In named => Splits.Contains(named.Dimension),
        DealFilter.Amount => true,
        DealFilter.AnyOf any => any.Parts.All(CanBeFiltered),
        _ => false,
    };

    /// <summary>Days that cannot be forecast.</summary>
    private static string? WhyNot(Period? period, PipelineView view) => period is not { Start: { } start, End: { } end } ? "A forecast needs a period with a beginning and an end, such as this quarter or next quarter."
        : end.DayNumber < view.Today ? "That period is over: ask what was won in it, or how accurate the forecasts for it were."
        : end.DayNumber - view.Today >= MostDays ? "That is too far ahead: I forecast up to the end of the next quarter; beyond it nearly all would be business that is not there yet."
        : start > end ? "That period ends before it begins."
        : null;

    private string? WhyNot(ForecastSurvey survey)
    {
        var (whole, exits) = (survey.Grounds[0], survey.Travel.Exits);
        return exits < LeastExits ? $"There is too little stage history to forecast by: {Count(exits, "stay")} in a stage ended in the last 365 days, and it takes {LeastExits}."
            : IsTooFew(whole) ? $"There are too few deals to forecast by: {whole.Open.ToString("N0", CultureInfo.InvariantCulture)} open and {whole.PastWins.ToString("N0", CultureInfo.InvariantCulture)} won in the last {ForecastGround.WindowDays} days, and it takes {Metric.MinimumSample} in all."
            : null;
    }

    private bool IsTooFew(ForecastGround ground) => ground.Open + ground.PastWins < Metric.MinimumSample;

    private AnswerRow RowOf(int row, ForecastSurvey survey, ForecastSpan span, Answer? compared, PipelineView view)
    {
        var ground = survey.Grounds[row];
        DimensionValue[] keys = [.. survey.Readers.Select((reader, place) => reader[place == 0 ? survey.Groups[row].First : survey.Groups[row].Second])];
        var before = compared?.Rows.FirstOrDefault(other => other.Keys.Select(key => key.Key).SequenceEqual(keys.Select(key => key.Key)))?.Value;
        if (IsTooFew(ground))
        {
            return new AnswerRow(keys, null, before, ground.Open + ground.Won) { Instead = "too few deals" };
        }

        var forecast = ground.Play(survey.Travel, span, survey.Since, view.Company.Name, null);
        return new AnswerRow(keys, Cents(forecast.P50), before, ground.Open + ground.Won) { Range = new ValueRange(Cents(forecast.P10), Cents(forecast.P90)) };
    }

    /// <summary>The same for another period; of one that is over, what it brought.</summary>
    private Answer? Before(Question question, Period period, PipelineView view)
    {
        var other = question with { Period = period, CompareWith = null, Ranking = null };
        return period is { Start: not null, End: { } end } && end.DayNumber < view.Today ? Bookings.Amount.Answer(other with { Measure = Bookings.Amount.Metric.Id }, view)
            : WhyNot(period, view) is null ? Answer(other, view) : null;
    }

    /// <summary>Quotas are for people; null where they do not belong to what is asked.</summary>
    private static decimal? QuotaOf(Question question, PipelineView view) =>
        Quotas.Target.Answer(question with { Measure = Quotas.Target.Metric.Id, Breakdown = [], CompareWith = null, Ranking = null }, view) is { Value: > 0 } quota ? quota.Value : null;

    private static List<AnswerPart> PartsOf(SimulatedForecast forecast, decimal? quota)
    {
        List<AnswerPart> parts =
        [
            new("Won so far", Cents(forecast.WonToDate), null, MetricUnit.Money),
            new("Expected from open deals", Cents(forecast.OpenWins), null, MetricUnit.Money),
            new("Expected from new business", Cents(forecast.NewBusiness), null, MetricUnit.Money),
        ];
        if (quota is { } target)
        {
            parts.Add(new("Quota", target, null, MetricUnit.Money));
            parts.Add(new("Chance to reach it", (decimal?)forecast.QuotaOdds, null, MetricUnit.Share));
        }

        return parts;
    }

    private static string? BandOf(double? quotaOdds) => quotaOdds switch
    {
        null => null,
        >= OnCourse => "on course",
        >= Behind => "open",
        _ => "behind",
    };

    private static IEnumerable<string> Remarks(ForecastSurvey survey, SimulatedForecast forecast, ForecastSpan span, Answer? compared)
    {
        yield return "P50; eight in ten times it ends between P10 and P90";
        yield return $"{Count(survey.Grounds[0].Open, "open deal")} by stage, segment and age";
        if (survey.Returning > 0)
        {
            yield return $"{Count(survey.Returning, "paused deal")} from {(survey.Returning == 1 ? "its" : "their")} review date on";
        }

        yield return forecast.Windows > 0
            ? $"new business as in {Count(forecast.Windows, "past stretch", "past stretches")} of {span.Length} days"
            : $"no new business is counted: history is shorter than the {span.Length} days to go, so the forecast is too low by it";
        yield return $"pace learned from {Count(survey.Travel.Stays, "stay")} of the last 365 days";
        if (compared is { Metric.Id: "bookings.won_amount" })
        {
            yield return "compared with what was won then";
        }
    }

    private static string Count(int count, string thing, string? things = null) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? thing : things ?? thing + "s")}");

    private static decimal Cents(double amount) => Math.Round((decimal)amount, 2, MidpointRounding.AwayFromZero);
}
