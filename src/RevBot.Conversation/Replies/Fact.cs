namespace RevBot.Conversation.Replies;

/// <summary>A name and a value beside it.</summary>
public sealed record Fact(string Name, string Value);
