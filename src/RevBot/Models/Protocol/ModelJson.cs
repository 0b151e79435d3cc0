using System.Text.Json.Serialization;

namespace RevBot.Models.Protocol;

/// <summary>How both protocols are written; what an answer has besides is passed over.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 24)]
[JsonSerializable(typeof(OpenAiRequest))]
[JsonSerializable(typeof(OpenAiAnswer))]
[JsonSerializable(typeof(AnthropicRequest))]
[JsonSerializable(typeof(AnthropicAnswer))]
internal sealed partial class ModelJson : JsonSerializerContext;
