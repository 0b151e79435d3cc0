using System.Text.Json.Serialization;

namespace RevBot.Models.Protocol;

internal sealed record OpenAiRequest(
    string Model,
    IReadOnlyList<OpenAiMessage> Messages,
    [property: JsonPropertyName("max_completion_tokens")] int? MaxTokens,
    [property: JsonPropertyName("response_format")] OpenAiFormat? Format);
