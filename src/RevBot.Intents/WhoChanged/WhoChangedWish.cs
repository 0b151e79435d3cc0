using RevBot.Pipeline.Deals;

namespace RevBot.Intents.WhoChanged;

/// <summary>What was understood of a <see cref="WhoChangedCall"/>.</summary>
/// <param name="Field">Key of the field; null for any.</param>
/// <param name="To">The stage it was moved to; null for any.</param>
internal sealed record WhoChangedWish(WhoChangedCall Call, string? Field, StageId? To);
