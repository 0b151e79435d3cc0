namespace RevBot.Conversation.Replies;

/// <summary>What a place sees of a card when not everybody who reads there may read it.</summary>
/// <param name="Subject">What the card is about, for the rule that says who may read it; null where it is about no single thing.</param>
/// <param name="Face">The card without what only some may read.</param>
public sealed record Redaction(string? Subject, Card Face);
