using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RevBot.Testing.Slack;

/// <summary>Slack on loopback: the Web API methods we call with strict checks, response URLs and Socket Mode. Records what it is sent.</summary>
public sealed partial class FakeSlackServer : IAsyncDisposable
{
    public const string BotToken = "xoxb-fake";
    public const string AppToken = "xapp-fake";
    public const string SigningSecret = "test-secret";
    public const string TeamId = "T1";
    public const string BotUserId = "UBOT";

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<SlackCall> _calls = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<SlackFault>> _faults = new();
    private readonly ConcurrentDictionary<string, (DateTimeOffset IssuedAt, int Uses)> _triggers = new();
    private readonly ConcurrentDictionary<string, (DateTimeOffset IssuedAt, int Uses)> _responseAddresses = new();
    private readonly ConcurrentDictionary<string, JsonElement> _views = new();
    private readonly ConcurrentDictionary<string, JsonElement> _homes = new();
    private readonly ConcurrentDictionary<string, string> _messages = new();
    private readonly ConcurrentDictionary<string, FakeSlackUser> _users = new();
    private readonly ConcurrentDictionary<string, FakeSlackRoom> _rooms = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private int _counter = 1000;

    private FakeSlackServer(WebApplication app, TimeProvider time)
    {
        _app = app;
        _time = time;
    }

    /// <summary>For <c>SLACK_API_URL</c>.</summary>
    public Uri ApiUrl { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Everything received, in order.</summary>
    public IReadOnlyList<SlackCall> Calls => [.. _calls];

    /// <summary>Accepted posts, whispers and answers to response URLs.</summary>
    public IReadOnlyList<SlackCall> Messages => [.. _calls.Where(call => call.IsAccepted && call.Method is "chat.postMessage" or "chat.postEphemeral" or "chat.update" or "response_url")];

    /// <summary>Block types this workspace refuses, as older ones do.</summary>
    public ISet<string> UnsupportedBlocks { get; } = new HashSet<string>();

    public static async Task<FakeSlackServer> StartAsync(TimeProvider? time = null)
    {
        var app = LoopbackServer.Build();
        var server = new FakeSlackServer(app, time ?? TimeProvider.System);
        app.UseWebSockets();
        app.MapPost("/api/{method}", server.ReceiveAsync);
        app.MapPost("/hooks/{id}", server.ReceiveReplyAsync);
        app.Map("/link", server.ServeSocketAsync);
        server.ApiUrl = new Uri(await LoopbackServer.StartAsync(app), "/api/");
        return server;
    }

    /// <summary>Settings a process under test needs to talk to this server.</summary>
    public IReadOnlyDictionary<string, string?> Settings(bool bySocket = false) => new Dictionary<string, string?>
    {
        ["SLACK_BOT_TOKEN"] = BotToken,
        ["SLACK_SIGNING_SECRET"] = bySocket ? null : SigningSecret,
        ["SLACK_APP_TOKEN"] = bySocket ? AppToken : null,
        ["SLACK_API_URL"] = ApiUrl.ToString(),
    };

    /// <summary>Somebody joins a room or leaves it; told to nobody.</summary>
    public void SetMembers(string roomId, params string[] members) => _rooms[roomId] = (_rooms.GetValueOrDefault(roomId) ?? new FakeSlackRoom(roomId, roomId)) with { Members = members };

    public void AddUser(FakeSlackUser user) => _users[user.Id] = user;

    /// <summary>Rooms are open to the bot unless said otherwise here.</summary>
    public void AddRoom(string id, bool botIsMember) => AddRoom(new FakeSlackRoom(id, id.ToLowerInvariant()) { BotIsMember = botIsMember });

    public void AddRoom(FakeSlackRoom room) => _rooms[room.Id] = room;

    /// <summary>What the bot token was granted; said with every answer.</summary>
    public string Scopes { get; set; } = "app_mentions:read,assistant:write,channels:read,chat:write,commands,groups:read,im:history,im:write,users:read,users:read.email";

    /// <summary>Whether the app was given a Home tab.</summary>
    public bool HasHomeTab { get; set; } = true;

    /// <summary>Whether the app has the agent view.</summary>
    public bool IsAgent { get; set; } = true;

    /// <summary>The next call of the method goes so.</summary>
    public void FailNext(string method, SlackFault fault) => _faults.GetOrAdd(method, _ => new()).Enqueue(fault);

    /// <summary>A trigger as Slack puts it into a payload: good for three seconds and one use.</summary>
    public string NewTrigger()
    {
        var id = $"{Next()}.2.{Guid.CreateVersion7(_time.GetUtcNow()):N}";
        _triggers[id] = (_time.GetUtcNow(), 0);
        return id;
    }

    /// <summary>Good for thirty minutes and five uses.</summary>
    public string NewResponseAddress()
    {
        var id = $"r{Next()}";
        _responseAddresses[id] = (_time.GetUtcNow(), 0);
        return new Uri(ApiUrl, $"/hooks/{id}").ToString();
    }

    /// <summary>The view that was opened or updated last; null when none was.</summary>
    public string? LastViewId { get; private set; }

    /// <summary>The newest face of a view.</summary>
    public JsonElement View(string viewId) => _views[viewId];

    /// <summary>What somebody sees on the Home tab; undefined before it was published.</summary>
    public JsonElement Home(string user) => _homes.GetValueOrDefault(user);

    /// <summary>The newest face of a view as a submission was answered with it; fails the test when Slack would refuse it.</summary>
    public void Answer(string viewId, JsonElement view)
    {
        var problems = BlockKitValidator.FindViewProblems(view);
        if (problems.Count > 0)
        {
            throw new InvalidOperationException($"Slack would refuse this view: {string.Join(' ', problems)}");
        }

        Show(viewId, JsonSerializer.SerializeToElement(new JsonObject { ["view"] = JsonNode.Parse(view.GetRawText()) }));
    }

    /// <summary>Waits until a recorded call is as asked; fails the test after ten seconds.</summary>
    public async Task<SlackCall> WaitForAsync(Func<SlackCall, bool> isWanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            if (_calls.FirstOrDefault(isWanted) is { } found)
            {
                return found;
            }

            try
            {
                await _arrived.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Slack was not called so. It was called: {string.Join(", ", _calls.Select(call => $"{call.Method}({call.Error})"))}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        DropSockets();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    private async Task ReceiveAsync(HttpContext context, string method)
    {
        var arguments = await ReadArgumentsAsync(context.Request);
        SlackFault? fault = null;
        var hasFault = _faults.TryGetValue(method, out var faults) && faults.TryDequeue(out fault) && fault.Status != 0;
        if (hasFault && fault is { BreaksAfterwards: false })
        {
            Record(new SlackCall(method, arguments, fault.Status == 200 ? JsonNode.Parse(fault.ContentType == "text/html" ? "{}" : fault.Body)?["error"]?.GetValue<string>() ?? "html" : $"http_{fault.Status}", []));
            context.Response.StatusCode = fault.Status;
            context.Response.ContentType = fault.ContentType;
            if (fault.RetryAfterSeconds is { } seconds)
            {
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            }

            await context.Response.WriteAsync(fault.Body);
            return;
        }

        var (error, problems, answer) = Handle(method, context.Request, arguments);
        Record(new SlackCall(method, arguments, error, problems) { Ts = (answer["ts"] ?? answer["message_ts"])?.GetValue<string>() });
        if (hasFault)
        {
            context.Abort();
            return;
        }

        context.Response.Headers["x-oauth-scopes"] = Scopes;
        answer["ok"] = error is null;
        if (error is not null)
        {
            answer["error"] = error;
            answer["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. problems.Select(problem => (JsonNode)problem)]) };
        }

        await context.Response.WriteAsJsonAsync(answer);
    }

    private async Task ReceiveReplyAsync(HttpContext context, string id)
    {
        var arguments = await ReadArgumentsAsync(context.Request);
        var url = _responseAddresses.GetValueOrDefault(id);
        var problems = Problems(arguments, ["text"], ["response_type", "replace_original", "delete_original", "blocks", "thread_ts", "metadata"]);
        var error = url.IssuedAt < _time.GetUtcNow().AddMinutes(-30) ? "expired_url"
            : url.Uses >= 5 ? "used_url"
            : context.Request.Headers.ContainsKey("Authorization") ? "token_sent_to_response_url"
            : problems.Count > 0 ? "invalid_blocks" : null;
        _responseAddresses[id] = (url.IssuedAt, url.Uses + 1);
        Record(new SlackCall("response_url", arguments, error, problems));
        context.Response.StatusCode = error is null ? 200 : error is "expired_url" or "used_url" ? 404 : 400;
        await context.Response.WriteAsync(error ?? "ok");
    }

    private static async Task<JsonElement> ReadArgumentsAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        if (request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true)
        {
            return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
        }

        // The reader throws at a NUL, which nothing in Slack is named by.
        using var form = new Microsoft.AspNetCore.WebUtilities.FormReader(text.Replace("%00", "%EF%BF%BD", StringComparison.Ordinal));
        return JsonSerializer.SerializeToElement((await form.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString()));
    }

    private void Record(SlackCall call)
    {
        _calls.Enqueue(call with { At = _time.GetUtcNow() });
        _arrived.Release();
    }

    private int Next() => Interlocked.Increment(ref _counter);
}
