using System.Text.Json;

namespace RevBot.Testing.Teams;

/// <summary>A message of the bot as it stands in Teams.</summary>
/// <param name="ConversationId">Of a channel: with the thread's mark.</param>
/// <param name="Faces">What it looked like, the newest last.</param>
public sealed record FakeTeamsMessage(string Id, string ConversationId, IReadOnlyList<JsonElement> Faces)
{
    public string RoomId => ConversationId.Split(';')[0];

    public JsonElement Face => Faces[^1];

    public string? Summary => FakeConnector.Text(Face, "summary");

    /// <summary>The Adaptive Card on it; undefined for a text.</summary>
    public JsonElement Card => CardOf(Face);

    private static JsonElement CardOf(JsonElement activity) =>
        activity.TryGetProperty("attachments", out var attachments) && attachments.GetArrayLength() > 0 ? attachments[0].GetProperty("content") : default;
}
