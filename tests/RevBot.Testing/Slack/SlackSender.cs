using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RevBot.Channels.Slack;

namespace RevBot.Testing.Slack;

/// <summary>Sends to the bot as Slack does: signed over HTTP, or in envelopes over the fake server's socket. The same calls for both.</summary>
public sealed class SlackSender
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(FakeSlackServer.SigningSecret);

    private readonly FakeSlackServer _slack;
    private readonly HttpClient? _http;
    private readonly TimeProvider _time;

    private SlackSender(FakeSlackServer slack, HttpClient? http, TimeProvider time)
    {
        _slack = slack;
        _http = http;
        _time = time;
    }

    /// <param name="http">With the bot's base address.</param>
    public static SlackSender OverHttp(FakeSlackServer slack, HttpClient http, TimeProvider? time = null) => new(slack, http, time ?? TimeProvider.System);

    public static SlackSender OverSocket(FakeSlackServer slack) => new(slack, null, TimeProvider.System);

    /// <summary>A signed request; fast enough for benchmarks.</summary>
    public static HttpRequestMessage Sign(string path, byte[] body, string contentType, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        request.Headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-Slack-Signature", SlackSignature.Sign(Secret, timestamp, body));
        return request;
    }

    /// <summary>The signature header's value for a body, for clients that write their own requests.</summary>
    public static string SignatureOf(string timestamp, ReadOnlySpan<byte> body) => SlackSignature.Sign(Secret, timestamp, body);

    public Task<SlackDelivery> EventAsync(JsonObject envelope) => _http is null
        ? BySocketAsync("events_api", envelope)
        : ByHttpAsync(SlackEndpoints.EventsPath, Encoding.UTF8.GetBytes(Escaped(envelope)), "application/json");

    public Task<SlackDelivery> CommandAsync(string user, string text, string channel = "C1")
    {
        var command = SlackPayloads.Command(user, text, _slack.NewTrigger(), _slack.NewResponseAddress(), channel, channel.StartsWith('D') ? "directmessage" : "revenue");
        return _http is null
            ? BySocketAsync("slash_commands", command)
            : ByHttpAsync(SlackEndpoints.CommandsPath, FormOf(command.Select(field => new KeyValuePair<string, string>(field.Key, field.Value?.ToString() ?? ""))), "application/x-www-form-urlencoded");
    }

    /// <summary>Clicks a button; the message is named by a recorded call or by its place.</summary>
    public Task<SlackDelivery> ClickAsync(string user, string actionId, string value, string channel = "C1", string ts = "1766.0001", string? threadTs = null, bool isEphemeral = false) =>
        InteractionAsync(SlackPayloads.Click(user, actionId, value, _slack.NewTrigger(), _slack.NewResponseAddress(), channel, ts, threadTs, isEphemeral));

    public Task<SlackDelivery> ChangeAsync(string user, JsonElement view, string field, params (string Field, string? Value)[] values) =>
        InteractionAsync(SlackPayloads.Change(user, view, field, _slack.NewTrigger(), values));

    /// <summary>Types into a list of an open modal that is searched, and looks at what is found; fails the test when Slack could not show the answer.</summary>
    public async Task<IReadOnlyList<(string Text, string Value)>> SearchAsync(string user, JsonElement view, string field, string typed)
    {
        var element = view.GetProperty("blocks").EnumerateArray().First(block => block.TryGetProperty("block_id", out var id) && id.GetString() == field).GetProperty("element");
        var least = element.TryGetProperty("min_query_length", out var length) ? length.GetInt32() : 3;
        if (element.GetProperty("type").GetString() != "external_select" || typed.Length < least)
        {
            throw new InvalidOperationException($"Slack does not search {field} for “{typed}”.");
        }

        var delivery = await InteractionAsync(SlackPayloads.Suggestion(user, view, field, typed));
        var problems = BlockKitValidator.FindOptionProblems(delivery.Answer);
        return delivery.Status == 200 && problems.Count == 0
            ? [.. delivery.Options]
            : throw new InvalidOperationException($"Slack cannot show what was found: {delivery.Status} {string.Join(' ', problems)}");
    }

    /// <summary>Presses a button of an open modal, with what is filled in so far.</summary>
    public Task<SlackDelivery> PressInAsync(string user, JsonElement view, string actionId, params (string Field, string? Value)[] values)
    {
        var press = SlackPayloads.Change(user, view, "", _slack.NewTrigger(), values);
        press["actions"] = new JsonArray(new JsonObject { ["type"] = "button", ["action_id"] = actionId, ["block_id"] = "b", ["action_ts"] = "1766.14" });
        return InteractionAsync(press);
    }

    /// <summary>A view that is answered with takes the place of the one that was submitted, as in the client.</summary>
    public async Task<SlackDelivery> SubmitAsync(string user, JsonElement view, params (string Field, string? Value)[] values)
    {
        var delivery = await InteractionAsync(SlackPayloads.Submission(user, view, _slack.NewTrigger(), values));
        if (delivery.Answer is { } answer && answer.TryGetProperty("view", out var next))
        {
            _slack.Answer(view.GetProperty("id").GetString()!, next);
        }

        return delivery;
    }

    /// <summary>Clicks a button of somebody's Home tab as it was published last.</summary>
    public Task<SlackDelivery> ClickHomeAsync(string user, string actionId, string value) =>
        InteractionAsync(SlackPayloads.HomeClick(user, _slack.Home(user), actionId, value, _slack.NewTrigger()));

    public Task<SlackDelivery> ShortcutAsync(string user, string callbackId) => InteractionAsync(SlackPayloads.Shortcut(user, callbackId, _slack.NewTrigger()));

    public Task<SlackDelivery> MessageShortcutAsync(string user, string callbackId, string text, string channel = "C1", string ts = "1766.0001") =>
        InteractionAsync(SlackPayloads.MessageShortcut(user, callbackId, text, _slack.NewTrigger(), _slack.NewResponseAddress(), channel, ts));

    public Task<SlackDelivery> InteractionAsync(JsonObject payload) => _http is null
        ? BySocketAsync("interactive", payload)
        : ByHttpAsync(SlackEndpoints.InteractivityPath, FormOf([new("payload", Escaped(payload))]), "application/x-www-form-urlencoded");

    private async Task<SlackDelivery> ByHttpAsync(string path, byte[] body, string contentType)
    {
        using var request = Sign(path, body, contentType, _time.GetUtcNow());
        using var response = await _http!.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new SlackDelivery((int)response.StatusCode, text.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(text) : null);
    }

    private async Task<SlackDelivery> BySocketAsync(string type, JsonObject payload)
    {
        var acknowledgement = await _slack.DeliverAsync(type, payload);
        return new SlackDelivery(200, acknowledgement.TryGetProperty("payload", out var answer) ? answer : null);
    }

    /// <summary>Slack writes slashes escaped: whoever signs or compares other bytes than those received fails here.</summary>
    private static string Escaped(JsonObject payload) => payload.ToJsonString().Replace("/", "\\/", StringComparison.Ordinal);

    private static byte[] FormOf(IEnumerable<KeyValuePair<string, string>> fields) =>
        Encoding.ASCII.GetBytes(string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value).Replace("%20", "+", StringComparison.Ordinal)}")));
}
