using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace RevBot.Channels.Teams.Invokes;

/// <summary>Reads the value of an invoke, whose shape depends on its name.</summary>
internal static class WireJson
{
    /// <summary>Null when there is none or it has another shape.</summary>
    public static T? Read<T>(JsonElement? value, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return value is { ValueKind: JsonValueKind.Object } there ? there.Deserialize(type) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
