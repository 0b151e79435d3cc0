using System.Text.Json.Serialization;

namespace RevBot.Channels.LocalPage;

/// <summary>The page's JSON, generated at build; what is Slack's in it looks as Slack has it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PageStart))]
[JsonSerializable(typeof(PageUtterance))]
[JsonSerializable(typeof(PageAccepted))]
[JsonSerializable(typeof(PageMessage))]
[JsonSerializable(typeof(PageAnswer))]
[JsonSerializable(typeof(PageProblem))]
internal sealed partial class PageJson : JsonSerializerContext;
