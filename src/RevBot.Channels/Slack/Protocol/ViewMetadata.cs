using System.Text.Json;

namespace RevBot.Channels.Slack.Protocol;

/// <summary>What a modal carries along so that its submission finds back: ids only, since it comes back from the client.</summary>
/// <param name="ReplyAddress">Where it was opened from a message that only its reader sees: the address by which the answer is theirs alone, too. Slack gave it for this very person; it is used at Slack's own address only.</param>
internal sealed record ViewMetadata(string SessionId, string RoomId, string? ThreadId = null, bool IsDirect = false, string? MessageTs = null, string? ReplyAddress = null)
{
    public string Write() => JsonSerializer.Serialize(this, SlackJson.Default.ViewMetadata);

    /// <summary>Null when it is not ours.</summary>
    public static ViewMetadata? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(text, SlackJson.Default.ViewMetadata) is { SessionId.Length: > 0, RoomId: not null } metadata ? metadata : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
