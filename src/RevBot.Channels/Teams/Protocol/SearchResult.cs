namespace RevBot.Channels.Teams.Protocol;

/// <summary>An option: what is shown and what is kept.</summary>
internal sealed record SearchResult(string Title, string Value);
