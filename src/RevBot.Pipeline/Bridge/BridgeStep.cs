using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Bridge;

/// <summary>One step of a bridge.</summary>
/// <param name="Amount">What it adds to the pipeline; below 0 for what it takes away.</param>
/// <param name="Deals">The deals behind it, the largest change first.</param>
public sealed record BridgeStep(BridgeStepKind Kind, decimal Amount, IReadOnlyList<Deal> Deals);
