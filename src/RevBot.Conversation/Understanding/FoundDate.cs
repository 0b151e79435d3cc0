namespace RevBot.Conversation.Understanding;

/// <summary>A day inside a longer text and where it stands.</summary>
public readonly record struct FoundDate(int Start, int Length, DateOnly Date);
