using System.Text.Json;

namespace RevBot.Channels.Teams.Protocol;

/// <summary>A card or file on a message.</summary>
/// <param name="Content">A card's own JSON.</param>
internal sealed record Attachment(string? ContentType, JsonElement? Content = null)
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
}
