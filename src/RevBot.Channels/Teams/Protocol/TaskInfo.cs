namespace RevBot.Channels.Teams.Protocol;

/// <summary>A dialog with a card.</summary>
/// <param name="Height"><c>small</c>, <c>medium</c> or <c>large</c>.</param>
internal sealed record TaskInfo(string Title, Attachment Card, string Height = "medium", string Width = "medium");
