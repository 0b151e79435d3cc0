using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.History;

/// <summary>One stay of a deal in a stage. Coming back later is a new visit.</summary>
/// <remarks>A company has a million of them in memory: moments are kept as ticks, in little more than half the bytes.</remarks>
public readonly record struct StageVisit
{
    private readonly long _entered;

    /// <summary>0 while it goes on.</summary>
    private readonly long _exited;

    public StageVisit(StageId stage, DateTimeOffset enteredAt, DateTimeOffset? exitedAt, ExitKind exit) => (Stage, EnteredAt, ExitedAt, Exit) = (stage, enteredAt, exitedAt, exit);

    public StageId Stage { get; init; }

    /// <summary>When the deal entered the stage (UTC).</summary>
    public DateTimeOffset EnteredAt
    {
        get => new(_entered, TimeSpan.Zero);
        init => _entered = value.UtcTicks;
    }

    /// <summary>When it left; null while it is there.</summary>
    public DateTimeOffset? ExitedAt
    {
        get => _exited == 0 ? null : new(_exited, TimeSpan.Zero);
        init => _exited = value?.UtcTicks ?? 0;
    }

    public ExitKind Exit { get; init; }

    public bool IsOpen => _exited == 0;
}
