namespace RevBot.Conversation.Understanding;

/// <summary>A sentence prepared for reading.</summary>
/// <param name="Text">As the person wrote it, trimmed; case kept, for names and notes.</param>
/// <param name="Normalized">Lower case, single spaces, typographic quotes and dashes made plain, trailing punctuation gone.</param>
public sealed partial record Utterance(string Text, string Normalized);
