using System.Text.Json;

namespace RevBot.Testing.Teams;

/// <summary>One call the fake connector received, and how it answered.</summary>
/// <param name="Call"><c>send</c>, <c>reply</c>, <c>update</c>, <c>delete</c>, <c>create</c>, <c>member</c>, <c>members</c>, <c>team</c>, <c>rooms</c> or <c>token</c>.</param>
/// <param name="ConversationId">As the path has it, with the thread's mark; empty for a call about none.</param>
/// <param name="MessageId">Of the path, or null.</param>
/// <param name="Body">Undefined where there was none.</param>
public sealed record ConnectorCall(string Call, string ConversationId, string? MessageId, JsonElement Body)
{
    public int Status { get; init; }

    /// <summary>The error's code, or null when the call was accepted.</summary>
    public string? Code { get; init; }

    /// <summary>Id of what was sent.</summary>
    public string? SentId { get; init; }

    /// <summary>When it came, by the fake's clock.</summary>
    public DateTimeOffset At { get; init; }

    public bool IsAccepted => Code is null;

    /// <summary>The activity, also of a thread that begins with it.</summary>
    public JsonElement Activity => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("activity", out var first) ? first : Body;

    /// <summary>What kind of activity: <c>message</c>, <c>typing</c>.</summary>
    public string? Type => FakeConnector.Text(Activity, "type");

    /// <summary>What notifications say of it.</summary>
    public string? Summary => FakeConnector.Text(Activity, "summary");
}
