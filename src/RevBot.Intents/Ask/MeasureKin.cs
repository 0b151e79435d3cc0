using RevBot.Pipeline.Catalog;

namespace RevBot.Intents.Ask;

/// <summary>Measures of the same deals: how many, how much, on average; and of deals that became something else.</summary>
internal sealed class MeasureKin(MetricCatalog catalog)
{
    private static readonly string[][] Families =
    [
        ["open", MeasureIds.OpenAmount, MeasureIds.OpenCount, "deals.average_open", MeasureIds.Weighted],
        ["won", MeasureIds.WonAmount, MeasureIds.WonCount, MeasureIds.AverageWon],
        ["lost", MeasureIds.LostAmount, MeasureIds.LostCount],
        ["created", MeasureIds.CreatedAmount, MeasureIds.CreatedCount],
        ["slipped", MeasureIds.SlippageAmount, MeasureIds.SlippageRate],
        ["win rate", MeasureIds.WinRateByValue, MeasureIds.WinRate],
    ];

    /// <summary>What is spoken of alike: how it went with winning, losing, what is open, how long it takes.</summary>
    private static readonly string[][] Topics =
    [
        ["bookings.", "win_rate.", "deals.average_won", "conversion."],
        ["losses."],
        ["pipeline.open", "pipeline.weighted", "deals.average_open", "aging."],
        ["pipeline.created"],
        ["sales_cycle.", "time_in_stage.", "velocity."],
        ["slippage."],
        ["quota.", "coverage."],
        ["forecast."],
        ["leads."],
        ["hygiene."],
    ];

    private static readonly string[] Outcomes = ["bookings.", "losses.", "win_rate.", "deals.average_won"];

    private const string Cycle = "sales_cycle.";

    public static bool AreKin(string one, string other) => Array.Exists(Topics, topic => IsOf(one, topic) && IsOf(other, topic));

    /// <summary>Other measures of one thing that is spoken of by itself: quotas, cycles, forecasts, leads.</summary>
    public static bool AreOfOneSubject(string one, string other) => AreKin(one, other) && !Array.Exists(Outcomes, start => one.StartsWith(start, StringComparison.Ordinal));

    public static bool AreOfTarget(string one, string other) => one.StartsWith("quota.", StringComparison.Ordinal) && other.StartsWith("quota.", StringComparison.Ordinal);

    public static bool IsOpen(string measure) => measure.StartsWith("pipeline.open", StringComparison.Ordinal) || measure == MeasureIds.Weighted;

    /// <summary>Both of deals that were won or lost.</summary>
    public static bool AreOfClosed(string one, string other) => Array.Exists(Outcomes, start => one.StartsWith(start, StringComparison.Ordinal)) && Array.Exists(Outcomes, start => other.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Of the very same deals: how much, how many, weighted, on average.</summary>
    public static bool AreOfSame(string one, string other) => one != other && Families.Any(family => family.Contains(one) && family.Contains(other));

    /// <summary>Of deals that became what the word says: open, won, lost, created.</summary>
    public static bool IsOfState(string measure, string state) => Families.Any(family => family[0] == state && family.Contains(measure));

    public static bool IsCount(string measure) => Families.Any(family => family[2] == measure);

    /// <summary>"how many deals is that".</summary>
    public string? Count(string measure) => Kin(measure, 2);

    /// <summary>"how much money was that".</summary>
    public string? Amount(string measure) => Kin(measure, 1);

    /// <summary>"As a percentage": of what slipped or is missing.</summary>
    public string? Rate(string measure) => measure switch
    {
        MeasureIds.SlippageAmount => Known(MeasureIds.SlippageRate),
        MeasureIds.QuotaGap or MeasureIds.Quota => Known(MeasureIds.Attainment),
        _ => null,
    };

    /// <summary>"and on average?"; won deals where only those have one.</summary>
    public string? Average(string measure) => measure.StartsWith(Cycle, StringComparison.Ordinal) ? Known(MeasureIds.MeanCycle) : Kin(measure, 3);

    /// <summary>"and the median?".</summary>
    public string? Median(string measure) => measure.StartsWith(Cycle, StringComparison.Ordinal) ? Known(MeasureIds.Cycle) : null;

    /// <summary>"and lost?": the same of deals that became something else; null where that changes nothing.</summary>
    public string? Of(string state, string measure, bool count) =>
        Families.FirstOrDefault(family => family[0] == state) is { } family && !family.Contains(measure) ? Known(family[count ? 2 : 1]) : null;

    private static bool IsOf(string measure, string[] topic) => Array.Exists(topic, start => measure.StartsWith(start, StringComparison.Ordinal));

    private string? Kin(string measure, int place) =>
        Families.FirstOrDefault(family => family.Contains(measure)) is { } family && family.Length > place ? Known(family[place]) : null;

    private string? Known(string id) => catalog.Find(id)?.Id;
}
