using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Metrics;

/// <summary>One thing a metric counts: a deal, or one of its stays in a stage, with the day its time basis puts it on.</summary>
/// <param name="Position">Of the deal in the snapshot.</param>
/// <param name="Day"><see cref="DateOnly.DayNumber"/> of the metric's date; null when the deal has none.</param>
/// <param name="VisitIndex">The stay, for metrics that count stays; -1 for the deal as a whole.</param>
internal readonly record struct Observation(PipelineView View, Deal Deal, int Position, int? Day, int VisitIndex = -1)
{
    /// <summary>True when the stage history was not seen but made up from what a file said.</summary>
    public bool Unseen { get; init; }

    public StageVisit? Visit => VisitIndex < 0 ? null : Deal.Visits[VisitIndex];

    public StageId StageId => VisitIndex < 0 ? Deal.Stage : Deal.Visits[VisitIndex].Stage;

    /// <summary>True when losses are asked for: a lost deal then counts for the stage it was lost from, since "Closed Lost" says nothing.</summary>
    public bool FromWhereLost { get; init; }

    /// <summary>The stage that deals are grouped and filtered by.</summary>
    public StageId StageCounted => FromWhereLost && Deal.Visits is [.., var last] ? last.Stage : StageId;

    /// <summary>Null for a stage the sales process no longer has.</summary>
    public Stage? Stage => View.Company.Process.Find(StageId);

    public int CreatedDay => View.Days.DayOf(Deal.CreatedAt);
}
