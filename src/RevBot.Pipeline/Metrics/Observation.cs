using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Metrics;

/// <summary>One thing a metric counts: a deal, or one of its stays in a stage, with the day its time basis puts it on.</summary>
/// <param name="StageId">The stage of the deal, or of the stay.</param>
/// <param name="Day"><see cref="DateOnly.DayNumber"/> of the metric's date; null when the deal has none.</param>
internal readonly record struct Observation(PipelineView View, Deal Deal, StageId StageId, int? Day)
{
    /// <summary>Null for a stage the sales process no longer has.</summary>
    public Stage? Stage => View.Company.Process.Find(StageId);

    public int CreatedDay => View.Days.DayOf(Deal.CreatedAt);
}
