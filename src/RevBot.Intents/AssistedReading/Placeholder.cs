using RevBot.Pipeline.Questions;

namespace RevBot.Intents.AssistedReading;

/// <summary>What stands for words of a message that do not leave.</summary>
/// <param name="Words">As they were written, or the full name where they name one thing.</param>
/// <param name="Dimension">Of what it is a value; null for amounts, deals and what nobody knows.</param>
internal sealed record Placeholder(string Words, Dimension? Dimension);
