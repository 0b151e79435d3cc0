using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevBot.Testing.Models;

/// <summary>Records as a model writes them, in one line each.</summary>
public static class Reading
{
    public static string None { get; } = Of(kind: "none");

    /// <summary>A record with these parts; the others are empty.</summary>
    public static string Of(
        string? measure = null,
        string kind = "figure",
        string? period = null,
        string? compare = null,
        string[]? by = null,
        (string Dimension, string[] Values)[]? only = null,
        (string Dimension, string[] Values)[]? except = null,
        string[]? conditions = null,
        string? whose = null,
        string? order = null,
        int? count = null)
    {
        var filters = (only ?? []).Select(filter => Filter(filter, false)).Concat((except ?? []).Select(filter => Filter(filter, true)));
        return new JsonObject
        {
            ["kind"] = kind,
            ["measure"] = measure,
            ["filters"] = new JsonArray([.. filters]),
            ["whose"] = whose,
            ["conditions"] = Array(conditions),
            ["period"] = period,
            ["compare"] = compare,
            ["by"] = Array(by),
            ["rank"] = order is null ? null : new JsonObject { ["order"] = order, ["count"] = count },
        }.ToJsonString();
    }

    /// <summary>The record with something that has no place in it.</summary>
    public static string With(this string record, string name, object value)
    {
        var node = JsonNode.Parse(record)!.AsObject();
        node[name] = JsonSerializer.SerializeToNode(value);
        return node.ToJsonString();
    }

    private static JsonObject Filter((string Dimension, string[] Values) filter, bool except) =>
        new JsonObject { ["dimension"] = filter.Dimension, ["values"] = Array(filter.Values), ["except"] = except };

    private static JsonArray Array(string[]? values) => new([.. (values ?? []).Select(value => (JsonNode)value)]);
}
