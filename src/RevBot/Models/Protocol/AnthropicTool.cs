using System.Text.Json;
using System.Text.Json.Serialization;

namespace RevBot.Models.Protocol;

internal sealed record AnthropicTool(string Name, string? Description, [property: JsonPropertyName("input_schema")] JsonElement Schema);
