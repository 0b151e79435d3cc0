using RevBot.Pipeline.Answers;

namespace RevBot.Pipeline.Leaks;

/// <summary>Where deals break down: what has truly got worse against its own past, and how all stages did.</summary>
public sealed record LeakReport
{
    public required LeakQuery Query { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    /// <summary>All open stages that deals came to, in the order of travel.</summary>
    public required IReadOnlyList<StageFlow> Stages { get; init; }

    /// <summary>What has got worse, the most money at stake first; empty when nothing broke.</summary>
    public required IReadOnlyList<Leak> Leaks { get; init; }

    /// <summary>What has got better, the largest change first.</summary>
    public required IReadOnlyList<Leak> Gains { get; init; }

    /// <summary>How many stages, segments and sources were compared to find them.</summary>
    public required int Compared { get; init; }

    /// <summary>Calendar days each deal was followed for at most, in both periods.</summary>
    public required int Horizon { get; init; }

    /// <summary>Deals that came to a stage over the period, and over the one before.</summary>
    public required (int Now, int Before) Deals { get; init; }

    public required IReadOnlyList<Exclusion> Excluded { get; init; }
}
