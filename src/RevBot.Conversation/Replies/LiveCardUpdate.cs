namespace RevBot.Conversation.Replies;

/// <summary>The new face of a live card.</summary>
public sealed record LiveCardUpdate(string CardKey, Card Card);
