using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Economics;

/// <summary>What was spent on winning customers in one month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Source">The source of deals it was spent for; null for all of them.</param>
/// <param name="Segment">The segment it was spent for; null for all of them.</param>
public sealed record SpendEntry(DateOnly Month, SpendCategory Category, Money Amount, string? Source = null, string? Segment = null);
