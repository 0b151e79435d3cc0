using System.Text.Json;

namespace RevBot.Testing.Slack;

/// <summary>How the bot took a delivery: the status and what it answered, if anything. Over a socket an acknowledgement is a 200.</summary>
public sealed record SlackDelivery(int Status, JsonElement? Answer)
{
    /// <summary>The errors a submission was answered with, by block id; empty when the form was closed.</summary>
    public IReadOnlyDictionary<string, string> Errors => Answer is { } answer && answer.TryGetProperty("errors", out var errors)
        ? errors.Deserialize<Dictionary<string, string>>() ?? []
        : new Dictionary<string, string>();

    /// <summary>The options a search was answered with, under whatever heading.</summary>
    public IEnumerable<(string Text, string Value)> Options =>
        (Answer is not { } answer ? []
            : answer.TryGetProperty("option_groups", out var groups) ? groups.EnumerateArray().SelectMany(group => group.GetProperty("options").EnumerateArray())
            : answer.TryGetProperty("options", out var options) ? options.EnumerateArray() : Enumerable.Empty<JsonElement>())
        .Select(option => (option.GetProperty("text").GetProperty("text").GetString() ?? "", option.GetProperty("value").GetString() ?? ""));
}
