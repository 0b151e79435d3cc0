using System.Text.Json.Serialization;

namespace RevBot.Channels.Teams.Cards;

/// <summary>The cards' JSON, generated at build: camel case, nulls left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdaptiveCard))]
[JsonSerializable(typeof(AdaptiveElement))]
[JsonSerializable(typeof(AdaptiveAction))]
[JsonSerializable(typeof(CallTarget))]
internal sealed partial class AdaptiveJson : JsonSerializerContext;
