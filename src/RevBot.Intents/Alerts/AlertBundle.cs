using RevBot.Conversation.Replies;

namespace RevBot.Intents.Alerts;

/// <summary>So much that is to be told in one place at once that one line says it.</summary>
/// <param name="Wishes">What it says, at least one, all in the same place.</param>
public sealed record AlertBundle(IReadOnlyList<AlertWish> Wishes, Card Card);
