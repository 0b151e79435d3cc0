using System.Text.Json.Serialization;

namespace RevBot.Models.Protocol;

internal sealed record OpenAiFormat(string Type, [property: JsonPropertyName("json_schema")] OpenAiSchema Schema);
