using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>A stage that is left more slowly, or faster, than its own past makes expect.</summary>
/// <param name="IsSlower">False for a stage that has become faster.</param>
/// <param name="Level">How sure it is, and so where it is told.</param>
/// <param name="Since">The company day on which it began.</param>
/// <param name="Before">Business days a stay typically took before; null where fewer than half were left.</param>
/// <param name="After">The same since then; null where not half have been left yet.</param>
/// <param name="Exits">Stays left since then.</param>
/// <param name="Expected">Stays the past made expect to be left in the same days.</param>
/// <param name="Stretch">How many times as long stays take, by the days since then.</param>
/// <param name="Mostly">The segment that three fifths of it come from; null where none stands out.</param>
public sealed record StageDrift(
    StageId Stage, bool IsSlower, DriftLevel Level, DateOnly Since, double? Before, double? After, int Exits, double Expected, double Stretch, string? Mostly);
