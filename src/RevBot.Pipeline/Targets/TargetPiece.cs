namespace RevBot.Pipeline.Targets;

/// <summary>The days of a target that it counts for.</summary>
internal readonly record struct TargetPiece(Target Target, int First, int Last);
