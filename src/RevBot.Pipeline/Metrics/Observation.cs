using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Metrics;

/// <summary>One thing a metric counts: a deal, or one of its stays in a stage, with the day its time basis puts it on.</summary>
/// <param name="Position">Of the deal in the snapshot.</param>
/// <param name="Day"><see cref="DateOnly.DayNumber"/> of the metric's date; null when the deal has none.</param>
/// <param name="Visit">The stay, for metrics that count stays.</param>
internal readonly record struct Observation(PipelineView View, Deal Deal, int Position, int? Day, StageVisit? Visit = null)
{
    /// <summary>True when the stage history was not seen but made up from what a file said.</summary>
    public bool Unseen { get; init; }

    public StageId StageId => Visit?.Stage ?? Deal.Stage;

    /// <summary>Null for a stage the sales process no longer has.</summary>
    public Stage? Stage => View.Company.Process.Find(StageId);

    public int CreatedDay => View.Days.DayOf(Deal.CreatedAt);
}
