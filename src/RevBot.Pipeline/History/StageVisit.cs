using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.History;

/// <summary>One stay of a deal in a stage. Coming back later is a new visit.</summary>
/// <param name="EnteredAt">When the deal entered the stage (UTC).</param>
/// <param name="ExitedAt">When it left; null while it is there.</param>
public readonly record struct StageVisit(StageId Stage, DateTimeOffset EnteredAt, DateTimeOffset? ExitedAt, ExitKind Exit)
{
    public bool IsOpen => ExitedAt is null;
}
