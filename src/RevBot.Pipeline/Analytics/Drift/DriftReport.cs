using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>Which stages have changed their pace, as of one moment; in the order of the process.</summary>
/// <param name="TooFew">Stages with too little volume to say.</param>
public sealed record DriftReport(DateTimeOffset AsOf, IReadOnlyList<StageDrift> Drifts, IReadOnlyList<StageId> TooFew)
{
    /// <summary>The slower stage's post of its own; null while there is none.</summary>
    public StageDrift? Find(StageId stage) => Drifts.FirstOrDefault(drift => drift is { IsSlower: true, Level: DriftLevel.Channel } && drift.Stage == stage);
}
