namespace RevBot.Channels.Teams.Protocol;

/// <summary>What was found; at most 15 are shown.</summary>
internal sealed record SearchResults(IReadOnlyList<SearchResult> Results);
