using System.Text.Json.Serialization;

namespace RevBot.Channels.Teams.Protocol;

/// <summary>The protocol's JSON, generated at build: camel case, nulls left out, unknown members passed over, nesting bounded.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 64)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResource))]
[JsonSerializable(typeof(PagedMembers))]
[JsonSerializable(typeof(RoomList))]
[JsonSerializable(typeof(ConnectorError))]
[JsonSerializable(typeof(CardInvokeValue))]
[JsonSerializable(typeof(CardInvokeResponse))]
[JsonSerializable(typeof(TaskInvokeValue))]
[JsonSerializable(typeof(MessageActionValue))]
[JsonSerializable(typeof(TaskResponse))]
[JsonSerializable(typeof(TaskInfo))]
[JsonSerializable(typeof(SearchInvokeValue))]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(ChannelAccount))]
[JsonSerializable(typeof(TeamsTeam))]
internal sealed partial class TeamsJson : JsonSerializerContext;
