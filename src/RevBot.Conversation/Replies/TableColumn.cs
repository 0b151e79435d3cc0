namespace RevBot.Conversation.Replies;

/// <summary>A column of a table.</summary>
/// <param name="IsNumber">Aligned right.</param>
public sealed record TableColumn(string Title, bool IsNumber = false);
