using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline;

/// <summary>Events decided on one version of a deal.</summary>
/// <param name="ExpectedVersion">The <see cref="Deals.Deal.Version"/> the decision was made on; 0 for a new deal.</param>
public sealed record DealChange(DealId Deal, int ExpectedVersion, IReadOnlyList<DealEvent> Events);
