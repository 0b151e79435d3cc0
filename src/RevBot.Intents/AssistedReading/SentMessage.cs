namespace RevBot.Intents.AssistedReading;

/// <summary>What leaves the process for one sentence, told to people.</summary>
/// <param name="Said">The sentence as it was said.</param>
/// <param name="Sent">The sentence as it is sent.</param>
/// <param name="Prompt">Name and version of the prompt that goes along.</param>
/// <param name="PromptLength">In characters, with all names filled in.</param>
/// <param name="Names">The company's names among them, by dimension.</param>
public sealed record SentMessage(string Said, string Sent, string Prompt, int PromptLength, IReadOnlyList<string> Names);
