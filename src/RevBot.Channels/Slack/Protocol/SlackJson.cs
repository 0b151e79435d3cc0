using System.Text.Json.Serialization;

namespace RevBot.Channels.Slack.Protocol;

/// <summary>Slack's JSON, generated at build: snake case, nulls left out because Slack refuses what it does not expect.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LooseStringConverter)])]
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(View))]
[JsonSerializable(typeof(ViewMetadata))]
[JsonSerializable(typeof(IReadOnlyList<Block>))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(SlashCommand))]
[JsonSerializable(typeof(ApiAnswer))]
[JsonSerializable(typeof(AuthTestAnswer))]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(UserAnswer))]
[JsonSerializable(typeof(OpenedRoom))]
[JsonSerializable(typeof(RoomListAnswer))]
[JsonSerializable(typeof(RoomAnswer))]
[JsonSerializable(typeof(MemberListAnswer))]
[JsonSerializable(typeof(SocketAddress))]
[JsonSerializable(typeof(MessageRequest))]
[JsonSerializable(typeof(ReplyRequest))]
[JsonSerializable(typeof(ViewRequest))]
[JsonSerializable(typeof(HomeRequest))]
[JsonSerializable(typeof(PromptsRequest))]
[JsonSerializable(typeof(RoomRequest))]
[JsonSerializable(typeof(InteractionAnswer))]
[JsonSerializable(typeof(OptionsAnswer))]
[JsonSerializable(typeof(SocketAcknowledgement))]
internal sealed partial class SlackJson : JsonSerializerContext;
