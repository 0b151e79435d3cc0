using System.Text.Json.Serialization;

namespace RevBot.Models.Protocol;

internal sealed record OpenAiChoice(OpenAiMessage? Message, [property: JsonPropertyName("finish_reason")] string? FinishReason);
