using System.Text.Json;

namespace RevBot.Channels.Teams.Protocol;

/// <summary>The answer to an <c>adaptiveCard/action</c>; the HTTP status is 200 whatever <paramref name="StatusCode"/> says.</summary>
internal sealed record CardInvokeResponse(int StatusCode, string Type, JsonElement? Value)
{
    public const string Card = "application/vnd.microsoft.card.adaptive";
    public const string Message = "application/vnd.microsoft.activity.message";
    public const string Error = "application/vnd.microsoft.error";
}
