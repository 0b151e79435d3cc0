using System.Text.Json.Serialization;

namespace RevBot.Models.Protocol;

internal sealed record AnthropicChoice(string Type, string Name, [property: JsonPropertyName("disable_parallel_tool_use")] bool OneOnly);
