using System.Text.Json.Serialization;

namespace RevBot.Models.Protocol;

internal sealed record AnthropicAnswer(IReadOnlyList<AnthropicBlock>? Content, [property: JsonPropertyName("stop_reason")] string? StopReason);
