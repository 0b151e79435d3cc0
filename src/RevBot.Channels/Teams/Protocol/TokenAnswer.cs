using System.Text.Json.Serialization;

namespace RevBot.Channels.Teams.Protocol;

/// <summary>What a login or a managed identity's endpoint answers; the latter writes its numbers as text and may give only the moment of expiry.</summary>
/// <param name="ExpiresIn">Seconds from now.</param>
/// <param name="ExpiresOn">Seconds since 1970.</param>
/// <param name="Error">Why there is no token: <c>invalid_client</c>, …</param>
internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in"), JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] long? ExpiresIn = null,
    [property: JsonPropertyName("expires_on"), JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] long? ExpiresOn = null,
    [property: JsonPropertyName("error")] string? Error = null,
    [property: JsonPropertyName("error_description")] string? ErrorDescription = null);
