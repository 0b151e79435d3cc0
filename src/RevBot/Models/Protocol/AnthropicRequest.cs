using System.Text.Json.Serialization;

namespace RevBot.Models.Protocol;

internal sealed record AnthropicRequest(
    string Model,
    [property: JsonPropertyName("max_tokens")] int MaxTokens,
    string System,
    IReadOnlyList<AnthropicMessage> Messages,
    IReadOnlyList<AnthropicTool>? Tools,
    [property: JsonPropertyName("tool_choice")] AnthropicChoice? ToolChoice);
