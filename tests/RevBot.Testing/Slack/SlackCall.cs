using System.Text.Json;

namespace RevBot.Testing.Slack;

/// <summary>One call the fake Slack server received, and how it answered.</summary>
/// <param name="Method"><c>chat.postMessage</c> …, or <c>response_url</c>.</param>
/// <param name="Arguments">The JSON body, or the form fields as an object.</param>
/// <param name="Error">Slack's error word, or null when the call was accepted.</param>
public sealed record SlackCall(string Method, JsonElement Arguments, string? Error, IReadOnlyList<string> Problems)
{
    public string? this[string name] => Arguments.ValueKind == JsonValueKind.Object && Arguments.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()
        : null;

    /// <summary>Where an accepted message stands from then on.</summary>
    public string? Ts { get; init; }

    /// <summary>When it came, by the fake's clock.</summary>
    public DateTimeOffset At { get; init; }

    public bool IsAccepted => Error is null;
}
