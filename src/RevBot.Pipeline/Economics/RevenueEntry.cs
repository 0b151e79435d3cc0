using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Economics;

/// <summary>The recurring revenue of one customer in one month.</summary>
/// <param name="Customer">The account's name.</param>
/// <param name="Month">Its first day.</param>
/// <param name="Mrr">Monthly recurring revenue; zero once the customer has left.</param>
/// <param name="GrossMargin">The share that is left after what it costs to serve, 0 to 1; null when nobody said.</param>
public sealed record RevenueEntry(string Customer, DateOnly Month, Money Mrr, decimal? GrossMargin = null);
