using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using RevBot.Channels.Slack.Protocol;

namespace RevBot.Channels.Slack;

/// <summary>The Web API methods we call, and nothing else of it. Fails with <see cref="SlackApiException"/>; retries belong to the outbox.</summary>
internal sealed class SlackApi(HttpClient http, IOptions<SlackOptions> options)
{
    /// <summary>Slack's own have some hundred characters.</summary>
    private const int LongestAddress = 1_000;

    private readonly SlackOptions _options = options.Value;

    public async Task<AuthTestAnswer> TestAuthAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string>? scopes = null;
        var answer = await CallAsync("auth.test", null, SlackJson.Default.AuthTestAnswer, cancellationToken, headers: headers => scopes = ScopesIn(headers));
        return answer with { GrantedScopes = scopes };
    }

    public Task<PostedMessage> PostMessageAsync(MessageRequest message, CancellationToken cancellationToken) =>
        CallAsync("chat.postMessage", JsonOf(message, SlackJson.Default.MessageRequest), SlackJson.Default.PostedMessage, cancellationToken);

    public Task<PostedMessage> PostEphemeralAsync(MessageRequest message, CancellationToken cancellationToken) =>
        CallAsync("chat.postEphemeral", JsonOf(message, SlackJson.Default.MessageRequest), SlackJson.Default.PostedMessage, cancellationToken);

    public Task<PostedMessage> UpdateMessageAsync(MessageRequest message, CancellationToken cancellationToken) =>
        CallAsync("chat.update", JsonOf(message, SlackJson.Default.MessageRequest), SlackJson.Default.PostedMessage, cancellationToken);

    public Task OpenViewAsync(string triggerId, View view, CancellationToken cancellationToken) =>
        CallAsync("views.open", JsonOf(new ViewRequest { TriggerId = triggerId, View = view }, SlackJson.Default.ViewRequest), SlackJson.Default.ApiAnswer, cancellationToken);

    /// <param name="hash">The state the view was seen in; when it has changed since, Slack refuses rather than overwrites.</param>
    public Task UpdateViewAsync(string viewId, string? hash, View view, CancellationToken cancellationToken) =>
        CallAsync("views.update", JsonOf(new ViewRequest { ViewId = viewId, Hash = hash, View = view }, SlackJson.Default.ViewRequest), SlackJson.Default.ApiAnswer, cancellationToken);

    /// <summary>Gives one person's Home tab its newest face; it fails with <c>not_enabled</c> where the app has no such tab.</summary>
    public Task PublishHomeAsync(string userId, HomeView view, CancellationToken cancellationToken) =>
        CallAsync("views.publish", JsonOf(new HomeRequest(userId, view), SlackJson.Default.HomeRequest), SlackJson.Default.ApiAnswer, cancellationToken);

    /// <summary>Offers sentences in a direct chat; it fails with <c>not_agent_app</c> where the app is no agent.</summary>
    public Task SetSuggestedPromptsAsync(string channelId, IReadOnlyList<SuggestedPrompt> prompts, CancellationToken cancellationToken) =>
        CallAsync("assistant.threads.setSuggestedPrompts", JsonOf(new PromptsRequest(channelId, prompts), SlackJson.Default.PromptsRequest), SlackJson.Default.ApiAnswer, cancellationToken);

    /// <summary>This method reads form fields only.</summary>
    public async Task<SlackMember?> GetUserAsync(string userId, CancellationToken cancellationToken)
    {
        var answer = await CallAsync("users.info", new FormUrlEncodedContent([new("user", userId), new("include_locale", "true")]), SlackJson.Default.UserAnswer, cancellationToken);
        return answer.User;
    }

    /// <summary>The user with this e-mail address; it fails with <c>users_not_found</c> when there is none. This method reads form fields only.</summary>
    public async Task<SlackMember?> FindUserAsync(string email, CancellationToken cancellationToken)
    {
        var answer = await CallAsync("users.lookupByEmail", new FormUrlEncodedContent([new("email", email)]), SlackJson.Default.UserAnswer, cancellationToken);
        return answer.User;
    }

    /// <summary>The direct chat with a user.</summary>
    public async Task<string> OpenDirectChatAsync(string userId, CancellationToken cancellationToken)
    {
        var answer = await CallAsync("conversations.open", JsonOf(new RoomRequest(userId), SlackJson.Default.RoomRequest), SlackJson.Default.OpenedRoom, cancellationToken);
        return answer.Channel?.Id ?? throw new SlackApiException("conversations.open", "invalid_answer");
    }

    /// <summary>Public rooms and the private ones the bot is in; of a workspace with very many of them, the first ten thousand or so.</summary>
    /// <param name="isMember">Only those the bot is in.</param>
    public async Task<IReadOnlyList<SlackRoom>> ListRoomsAsync(bool isMember, CancellationToken cancellationToken)
    {
        const int mostPages = 10;
        var rooms = new List<SlackRoom>();
        string? cursor = null;
        for (var page = 0; page < mostPages && (page == 0 || !string.IsNullOrEmpty(cursor)); page++)
        {
            // Both methods read form fields only.
            var content = new FormUrlEncodedContent([new("types", "public_channel,private_channel"), new("limit", "999"), new("cursor", cursor ?? string.Empty)]);
            var answer = await CallAsync(isMember ? "users.conversations" : "conversations.list", content, SlackJson.Default.RoomListAnswer, cancellationToken);
            rooms.AddRange(answer.Channels ?? []);
            cursor = answer.ResponseMetadata?.NextCursor;
        }

        return rooms;
    }

    /// <summary>A room with the number of its members. This method reads form fields only.</summary>
    public async Task<SlackRoom?> GetRoomAsync(string roomId, CancellationToken cancellationToken) =>
        (await CallAsync("conversations.info", new FormUrlEncodedContent([new("channel", roomId), new("include_num_members", "true")]), SlackJson.Default.RoomAnswer, cancellationToken)).Channel;

    /// <summary>The ids of a room's members; null when there are more than <paramref name="most"/>. This method reads form fields only.</summary>
    public async Task<IReadOnlyList<string>?> ListMembersAsync(string roomId, int most, CancellationToken cancellationToken)
    {
        var members = new List<string>();
        string? cursor = null;
        do
        {
            var content = new FormUrlEncodedContent([new("channel", roomId), new("limit", "200"), new("cursor", cursor ?? string.Empty)]);
            var answer = await CallAsync("conversations.members", content, SlackJson.Default.MemberListAnswer, cancellationToken);
            members.AddRange(answer.Members ?? []);
            cursor = answer.ResponseMetadata?.NextCursor;
        }
        while (members.Count <= most && !string.IsNullOrEmpty(cursor));
        return members.Count > most ? null : members;
    }

    /// <summary>A single-use address for a web socket.</summary>
    public async Task<Uri> OpenSocketAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync("apps.connections.open", null, SlackJson.Default.SocketAddress, cancellationToken, _options.AppToken);
        return Uri.TryCreate(answer.Url, UriKind.Absolute, out var url) && (url.Scheme == "wss" || (url.Scheme == "ws" && url.IsLoopback))
            ? url
            : throw new SlackApiException("apps.connections.open", "invalid_answer");
    }

    /// <summary>Answers a command or a click by its response URL, which is a secret and is only ever used at Slack's own address.</summary>
    public async Task RespondAsync(string responseUrl, ReplyRequest reply, CancellationToken cancellationToken)
    {
        const string method = "response_url";
        if (!IsOfSlack(responseUrl, out var url))
        {
            throw new SlackApiException(method, "address_not_allowed");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = JsonOf(reply, SlackJson.Default.ReplyRequest) };
        using var response = await SendAsync(method, request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var body = await ReadAsync(method, response, cancellationToken);
            var text = System.Text.Encoding.UTF8.GetString(body);
            throw new SlackApiException(method, text.Contains("expired_url", StringComparison.Ordinal) ? "expired_url"
                : text.Contains("used_url", StringComparison.Ordinal) ? "used_url"
                : ErrorOf(response.StatusCode));
        }
    }

    /// <summary>Whether an answer may be sent to that address.</summary>
    public bool IsOfSlack(string address) => address.Length <= LongestAddress && IsOfSlack(address, out _);

    private bool IsOfSlack(string address, out Uri? url) => Uri.TryCreate(address, UriKind.Absolute, out url)
        && (url is { Scheme: "https", Host: "hooks.slack.com", IsDefaultPort: true }
            || Uri.Compare(url, _options.ApiUrl, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0);

    private async Task<T> CallAsync<T>(
        string method, HttpContent? content, JsonTypeInfo<T> answerType, CancellationToken cancellationToken, string? token = null, Action<HttpResponseHeaders>? headers = null)
        where T : ApiAnswer
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_options.ApiUrl, method)) { Content = content ?? new FormUrlEncodedContent([]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? _options.BotToken);
        using var response = await SendAsync(method, request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new SlackApiException(method, ErrorOf(response.StatusCode));
        }

        headers?.Invoke(response.Headers);
        T? answer;
        try
        {
            answer = JsonSerializer.Deserialize(await ReadAsync(method, response, cancellationToken), answerType);
        }
        catch (JsonException)
        {
            throw new SlackApiException(method, "invalid_answer");
        }

        return answer switch
        {
            { Ok: true } => answer,
            null => throw new SlackApiException(method, "invalid_answer"),
            _ => throw new SlackApiException(method, answer.Error ?? "unknown_error", detail: DetailOf(answer)),
        };
    }

    private async Task<HttpResponseMessage> SendAsync(string method, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode != HttpStatusCode.TooManyRequests)
            {
                return response;
            }

            using (response)
            {
                throw new SlackApiException(method, "ratelimited", response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
            }
        }
        catch (HttpRequestException)
        {
            throw new SlackApiException(method, "unreachable");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SlackApiException(method, "timeout");
        }
    }

    private static async Task<byte[]> ReadAsync(string method, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new SlackApiException(method, "unreachable");
        }
    }

    private static string[]? ScopesIn(HttpResponseHeaders headers) =>
        headers.TryGetValues("x-oauth-scopes", out var values) ? string.Join(',', values).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : null;

    private static string? DetailOf(ApiAnswer answer) => answer.Needed is { Length: > 0 } scope
        ? $"the scope {scope} is missing"
        : answer.ResponseMetadata?.Messages is { Count: > 0 } messages ? string.Join(" ", messages) : null;

    private static string ErrorOf(HttpStatusCode status) => FormattableString.Invariant($"http_{(int)status}");

    private static ByteArrayContent JsonOf<T>(T request, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(request, type))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
    };
}
