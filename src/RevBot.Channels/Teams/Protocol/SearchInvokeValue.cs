using System.Text.Json;

namespace RevBot.Channels.Teams.Protocol;

/// <summary>Value of <c>application/search</c>: somebody types into a choice whose options are looked up.</summary>
internal sealed record SearchInvokeValue(string? QueryText, string? Dataset, SearchOptions? QueryOptions = null, JsonElement? Data = null);
