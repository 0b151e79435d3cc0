namespace RevBot.Conversation.Replies;

/// <summary>One bar: its length and the figure as people read it.</summary>
public sealed record Bar(string Label, decimal Value, string Display);
