namespace RevBot.Channels.Teams.Protocol;

/// <summary>The answer to <c>application/search</c>.</summary>
internal sealed record SearchResponse(int StatusCode, string Type, SearchResults Value)
{
    public const string ResponseType = "application/vnd.microsoft.search.searchResponse";
}
