using RevBot.Pipeline.Process;

namespace RevBot.Intents.Slots;

/// <summary>One field somebody wants changed.</summary>
/// <param name="Text">The value in the person's words; null when it was not said; empty to clear the field.</param>
/// <param name="Start">Where the value stands in the sentence.</param>
public sealed record FieldWish(DealField Field, string? Text, int Start);
