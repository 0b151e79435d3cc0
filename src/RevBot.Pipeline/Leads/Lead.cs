using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Leads;

/// <summary>Somebody who may become a deal. Kept as imported: status in the company's own words.</summary>
public sealed record Lead(
    string Id,
    string Name,
    DateTimeOffset CreatedAt,
    string? Status = null,
    string? Source = null,
    PersonId? Owner = null,
    string? Account = null,
    DateTimeOffset? ConvertedAt = null,
    DealId? Deal = null);
