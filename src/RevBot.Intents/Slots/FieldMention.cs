using RevBot.Pipeline.Process;

namespace RevBot.Intents.Slots;

/// <summary>A field's name inside a sentence.</summary>
/// <param name="End">Behind its last character.</param>
public readonly record struct FieldMention(DealField Field, int Start, int End);
