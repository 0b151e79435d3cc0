namespace RevBot.Channels.Teams.Protocol;

/// <summary>What a picked message says.</summary>
/// <param name="ContentType"><c>html</c> or <c>text</c>.</param>
internal sealed record PickedMessageBody(string? ContentType, string? Content);
