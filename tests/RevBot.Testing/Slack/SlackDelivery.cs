using System.Text.Json;

namespace RevBot.Testing.Slack;

/// <summary>How the bot took a delivery: the status and what it answered, if anything. Over a socket an acknowledgement is a 200.</summary>
public sealed record SlackDelivery(int Status, JsonElement? Answer)
{
    /// <summary>The errors a submission was answered with, by block id; empty when the form was closed.</summary>
    public IReadOnlyDictionary<string, string> Errors => Answer is { } answer && answer.TryGetProperty("errors", out var errors)
        ? errors.Deserialize<Dictionary<string, string>>() ?? []
        : new Dictionary<string, string>();
}
