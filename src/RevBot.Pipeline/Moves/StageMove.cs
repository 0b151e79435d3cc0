using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Moves;

/// <summary>A wish: this deal into that stage, with what was filled in so far.</summary>
/// <param name="Facts">Field values by the names of <see cref="DealFields"/> and the company's fields, in canonical text (ISO dates, invariant numbers, keys of choices).</param>
public sealed record StageMove(StageId To, IReadOnlyDictionary<string, string> Facts);
