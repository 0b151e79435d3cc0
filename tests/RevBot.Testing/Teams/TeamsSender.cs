using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RevBot.Channels.Teams;

namespace RevBot.Testing.Teams;

/// <summary>Posts activities to the bot as Teams does, with a token that goes with them.</summary>
/// <param name="http">With the bot's base address.</param>
public sealed class TeamsSender(FakeTokenIssuer issuer, HttpClient http)
{
    public Task<TeamsDelivery> SendAsync(JsonObject activity) => SendAsync(activity, issuer.Sign(activity["serviceUrl"]!.ToString()));

    /// <param name="token">Null for none.</param>
    public Task<TeamsDelivery> SendAsync(JsonObject activity, string? token) => SendAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()), token);

    public async Task<TeamsDelivery> SendAsync(byte[] body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, TeamsEndpoints.MessagesPath) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await ReadAsync(request);
    }

    public async Task<TeamsDelivery> ReadAsync(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        JsonElement? answer = text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : null;
        EmittedCards.KeepIn(answer.GetValueOrDefault());
        return new TeamsDelivery((int)response.StatusCode, answer);
    }
}
