using System.Collections.Immutable;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Forecasts;

/// <summary>Makes the forecasts that are to be kept: those of today, and those of days on which none was kept, from the history as it stood then.</summary>
public static class ForecastFreezer
{
    /// <summary>So many quarters back are forecasts worked out from history.</summary>
    private const int Quarters = 8;

    /// <summary>Before that many days of history nothing can be told.</summary>
    private const int LeastDays = 60;

    private static readonly Dimension[] Scopes = [Dimension.Owner, Dimension.Team, Dimension.Manager, Dimension.Segment, Dimension.Region];

    /// <summary>What can be told apart in frozen forecasts.</summary>
    public static IReadOnlyList<Dimension> Dimensions => Scopes;

    /// <summary>The forecasts of today, when it is a day to freeze them; empty on others, and when they are kept already.</summary>
    public static IReadOnlyList<FrozenForecast> Today(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now)
    {
        var today = company.Work.DateAt(now);
        return snapshot.FrozenForecasts.Any(kept => kept.FrozenOn == today && !kept.IsFromHistory) ? [] : Of(today, snapshot, company, now, now, isFromHistory: false);
    }

    /// <summary>The forecasts of days past that are not kept, as the history stood on them.</summary>
    /// <param name="anew">Also those that were worked out from history before: it may be another since.</param>
    public static IReadOnlyList<FrozenForecast> Past(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now, bool anew)
    {
        var kept = snapshot.FrozenForecasts.Where(forecast => !anew || !forecast.IsFromHistory).Select(forecast => forecast.FrozenOn).ToHashSet();
        var today = company.Work.DateAt(now);
        var first = FirstDay(snapshot, company);
        return [.. DaysBefore(today, company.Fiscal).Where(day => day >= first && !kept.Contains(day)).SelectMany(day => Of(day, snapshot, company, company.Work.StartOf(day) + company.Alerts.NightlyAt.ToTimeSpan(), now, isFromHistory: true))];
    }

    /// <summary>The points of the last quarters, and the weeks of this one.</summary>
    private static IEnumerable<DateOnly> DaysBefore(DateOnly today, FiscalCalendar fiscal)
    {
        var (start, _) = FreezeCalendar.QuarterOf(fiscal, today);
        var points = Enumerable.Range(0, Quarters + 1).Select(back => start.AddMonths(-3 * back)).SelectMany(quarter => FreezeCalendar.PointsOf(quarter, quarter.AddMonths(3).AddDays(-1)));
        var weeks = Enumerable.Range(0, today.DayNumber - start.DayNumber).Select(start.AddDays).Where(day => FreezeCalendar.IsWeekly(fiscal, day));
        return points.Concat(weeks).Where(day => day < today).Distinct().Order();
    }

    private static DateOnly FirstDay(PipelineSnapshot snapshot, CompanyProfile company)
    {
        var first = int.MaxValue;
        var facts = snapshot.ColumnsBy(company.Work).Facts;
        for (var position = 0; position < snapshot.Deals.Length; position++)
        {
            first = Math.Min(first, facts[position].CreatedDay);
        }

        return first > DateOnly.MaxValue.DayNumber - LeastDays ? DateOnly.MaxValue : DateOnly.FromDayNumber(first + LeastDays);
    }

    private static List<FrozenForecast> Of(DateOnly day, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset moment, DateTimeOffset now, bool isFromHistory)
    {
        var view = new PipelineView(snapshot, company, moment) { LooksBack = isFromHistory };
        var (start, end) = FreezeCalendar.QuarterOf(company.Fiscal, day);
        var frozen = new List<FrozenForecast>();
        if (FreezeCalendar.IsPoint(company.Fiscal, day))
        {
            Add(start, end, null);
            Array.ForEach(Scopes, scope => Add(start, end, scope));
        }
        else if (FreezeCalendar.IsWeekly(company.Fiscal, day))
        {
            Add(start, end, null);
            Add(start, end, Dimension.Team);
        }

        if (FreezeCalendar.IsWeekly(company.Fiscal, day))
        {
            Add(end.AddDays(1), end.AddDays(1).AddMonths(3).AddDays(-1), null);
        }

        return frozen;

        void Add(DateOnly first, DateOnly last, Dimension? by)
        {
            var question = new Question { Measure = "", Period = new Period(first, last, "the quarter") };
            var form = new FrozenForecast { FrozenOn = day, At = moment, Start = first, End = last, Method = ForecastMethod.Simulated, By = by, Amount = 0, IsFromHistory = isFromHistory, RecordedAt = now };
            frozen.AddRange(Simulated(question, by, view, form));
            if (by is null or Dimension.Owner or Dimension.Team or Dimension.Manager)
            {
                frozen.AddRange(Submitted(question, by, view, form with { Method = ForecastMethod.Submitted }));
            }
        }
    }

    private static IEnumerable<FrozenForecast> Simulated(Question question, Dimension? by, PipelineView view, FrozenForecast form)
    {
        var answer = Forecasting.Simulated.Answer(question with { Measure = Forecasting.Simulated.Metric.Id, Breakdown = by is { } one ? [one] : [] }, view);
        return by is null
            ? answer is { Value: { } whole } ? [form with { Amount = whole, Low = answer.Range?.Low, High = answer.Range?.High, Things = answer.Receipt.Deals }] : []
            : answer.Rows.Where(row => row.Value is not null).Select(row => form with { Key = row.Keys[0].Key, Amount = row.Value ?? 0, Low = row.Range?.Low, High = row.Range?.High, Things = row.Deals });
    }

    private static IEnumerable<FrozenForecast> Submitted(Question question, Dimension? by, PipelineView view, FrozenForecast form)
    {
        ImmutableArray<Dimension> breakdown = by is { } one ? [one, Dimension.ForecastCategory] : [Dimension.ForecastCategory];
        return SubmittedForecast.Rules[0].Answer(question with { Measure = SubmittedForecast.Rules[0].Metric.Id, Breakdown = breakdown }, view).Rows
            .Where(row => row.Value is not null)
            .Select(row => form with { Key = by is null ? "" : row.Keys[0].Key, Category = row.Keys[^1].Key, Amount = row.Value ?? 0, Things = row.Deals });
    }
}
