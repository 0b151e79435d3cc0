using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Ask;

/// <summary>The metrics the parser speaks of by name.</summary>
internal static class MeasureIds
{
    public const string OpenAmount = "pipeline.open_amount";
    public const string OpenCount = "pipeline.open_count";
    public const string Weighted = "pipeline.weighted_amount";
    public const string WonAmount = "bookings.won_amount";
    public const string WonCount = "bookings.won_count";
    public const string AverageWon = "deals.average_won";
    public const string LostAmount = "losses.lost_amount";
    public const string LostCount = "losses.lost_count";
    public const string WinRate = "win_rate.count";
    public const string WinRateByValue = "win_rate.value";
    public const string Cycle = "sales_cycle.median";
    public const string CreatedAmount = "pipeline.created_amount";
    public const string CreatedCount = "pipeline.created_count";
    public const string SlippageRate = "slippage.rate";
    public const string SlippageAmount = "slippage.amount";
    public const string Pushes = "slippage.pushes";
    public const string TimeInStage = "time_in_stage.typical";
    public const string CompletedStay = "time_in_stage.completed";
    public const string MeanCycle = "sales_cycle.mean";
    public const string HighCycle = "sales_cycle.p90";
    public const string AverageOpen = "deals.average_open";
    public const string Age = "aging.median";
    public const string Quota = "quota.target";
    public const string Attainment = "quota.attainment";
    public const string QuotaGap = "quota.gap";
    public const string Coverage = "coverage.remaining";
    public const string GrossCoverage = "coverage.gross";
    public const string NeededCoverage = "coverage.needed";
    public const string Submitted = "forecast.submitted";
    public const string Simulated = "forecast.simulated";
    public const string Accuracy = "forecast.accuracy";
    public const string NextStage = "conversion.next_stage";
    public const string Velocity = "velocity.daily";
    public const string ToWon = "conversion.to_won";

    /// <summary>True for what is told stage by stage unless a stage is named.</summary>
    public static bool IsByStage(string measure) => measure is TimeInStage or CompletedStay or NextStage or ToWon;

    /// <summary>True for what is held against quotas, which people have and regions have not.</summary>
    public static bool NeedsQuota(string measure) => measure is Quota or Attainment or QuotaGap or Coverage or GrossCoverage;

    /// <summary>The count of the deals an amount is summed over; null for what cannot be listed by state.</summary>
    public static string? CountOf(string measure) => measure switch
    {
        OpenAmount or OpenCount => OpenCount,
        WonAmount or WonCount => WonCount,
        LostAmount or LostCount => LostCount,
        CreatedAmount or CreatedCount => CreatedCount,
        SlippageRate or SlippageAmount => SlippageRate,
        _ => null,
    };

    /// <summary>True for what is told of whole periods that have begun: of "H1" the last one is meant. What slipped was due in such a period, too.</summary>
    public static bool LooksBack(Metric metric) => metric.Basis != TimeBasis.ExpectedClose || metric.Id is SlippageRate or SlippageAmount;
}
