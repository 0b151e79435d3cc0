using System.Text.Json;

namespace RevBot.Testing.Teams;

/// <summary>How the bot took an activity: the status and what it answered, if anything.</summary>
public sealed record TeamsDelivery(int Status, JsonElement? Answer)
{
    /// <summary>Of a press on a card: what kind of answer (<c>application/vnd.microsoft.card.adaptive</c>, …).</summary>
    public string? Type => Answer is { } answer && answer.TryGetProperty("type", out var type) ? type.GetString() : null;

    /// <summary>Of a press on a card: the card or the line.</summary>
    public JsonElement Value => Answer is { } answer ? answer.GetProperty("value") : default;
}
