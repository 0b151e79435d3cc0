using RevBot.Intents.Ask;

namespace RevBot.Intents.AssistedReading;

/// <summary>A question that was read with a model's help.</summary>
/// <param name="Question">As the parser reads <paramref name="Sentence"/>; always understood.</param>
/// <param name="Sentence">What was said, in the words the parser knows.</param>
public sealed record AssistedQuestion(AskedQuestion Question, string Sentence);
