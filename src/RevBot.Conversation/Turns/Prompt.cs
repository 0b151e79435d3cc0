namespace RevBot.Conversation.Turns;

/// <summary>A sentence that is offered to be said.</summary>
/// <param name="Title">What stands on it, in a few words.</param>
/// <param name="Sentence">What is said when it is picked.</param>
public sealed record Prompt(string Title, string Sentence);
