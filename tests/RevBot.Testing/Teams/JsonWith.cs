using System.Text.Json.Nodes;

namespace RevBot.Testing.Teams;

/// <summary>Writes payloads from top to bottom.</summary>
public static class JsonWith
{
    public static JsonObject With(this JsonObject json, string name, JsonNode? value)
    {
        ArgumentNullException.ThrowIfNull(json);
        json[name] = value;
        return json;
    }
}
