using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;
using RevBot.Pipeline.Targets;

namespace RevBot.Intents.SubmitForecast;

/// <summary>What a person's forecast of a period stands on: what is won, what their open deals say by category, what they submitted last, and their quota. In the company's currency; pure.</summary>
/// <param name="Commit">Won and open deals in commit.</param>
/// <param name="BestCase">Those and the deals in best case.</param>
/// <param name="Left">Deals left out since there is no rate for their currency.</param>
public sealed record ForecastGrounds(Period Period, decimal Won, decimal Commit, decimal BestCase, int Left, ForecastSubmission? LastCommit, ForecastSubmission? LastBestCase, decimal? Quota)
{
    public const string CommitName = "Commit";
    public const string BestCaseName = "Best Case";

    /// <param name="today">The company's day, whose rates convert.</param>
    public static ForecastGrounds Of(PersonId person, Period period, PipelineSnapshot snapshot, CompanyProfile company, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(company);
        var (won, commit, best, left) = (0m, 0m, 0m, 0);
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal.Owner != person || deal.Amount is not { } money)
            {
                continue;
            }

            var isWon = deal.Status == DealStatus.Won && deal.ClosedOn is { } closed && period.Contains(closed);
            var isDue = deal.Status == DealStatus.Open && deal.CloseDate is { } due && period.Contains(due) && !deal.IsPausedOn(today);
            if (!isWon && !isDue)
            {
                continue;
            }

            if (company.Rates.Convert(money, isWon ? deal.ClosedOn ?? today : today) is not { } amount)
            {
                left++;
            }
            else if (isWon)
            {
                won += amount;
            }
            else if (Is(deal.ForecastCategory, CommitName))
            {
                commit += amount;
            }
            else if (Is(deal.ForecastCategory, BestCaseName))
            {
                best += amount;
            }
        }

        var quotas = snapshot.Quotas.Where(quota => quota.Owner == person && period.Contains(quota.Start) && period.Contains(quota.End)).Select(quota => company.Rates.Convert(quota.Amount, quota.Start)).OfType<decimal>().ToList();
        return new ForecastGrounds(period, won, won + commit, won + commit + best, left, Last(CommitName), Last(BestCaseName), quotas.Count == 0 ? null : quotas.Sum());

        ForecastSubmission? Last(string category) => snapshot.Forecasts
            .Where(forecast => forecast.Owner == person && forecast.Start == period.Start && forecast.End == period.End && Is(forecast.Category, category))
            .MaxBy(forecast => forecast.SubmittedAt);
    }

    /// <summary>How the company writes a category: as those that were submitted before have it.</summary>
    public static string NameOf(string category, PipelineSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Forecasts.FirstOrDefault(forecast => Is(forecast.Category, category))?.Category ?? category;
    }

    /// <summary>What the simulation says of a person's period: P50; null where there is too little to say it.</summary>
    public static decimal? OutlookOf(Person person, Period period, PipelineSnapshot snapshot, CompanyProfile company, MetricCatalog catalog, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(catalog);
        var question = new Question { Measure = "forecast.simulated", Period = period, Filters = [new DealFilter.In(Dimension.Owner, [new DimensionValue(person.Id.Value, person.Name)])] };
        return catalog.Obstacle(question, snapshot) is null ? catalog.Evaluate(question, snapshot, company, now).Value : null;
    }

    private static bool Is(string? written, string category) => string.Equals(written?.Replace("_", " ", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), category.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
