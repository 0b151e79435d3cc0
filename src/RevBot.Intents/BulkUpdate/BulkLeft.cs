using RevBot.Pipeline.Deals;

namespace RevBot.Intents.BulkUpdate;

/// <summary>One deal of many that stays as it is.</summary>
/// <param name="Why">In the words it would have been refused with by itself.</param>
/// <param name="Field">The field it was refused for; null when for none.</param>
internal sealed record BulkLeft(Deal Deal, string Why, string? Field);
