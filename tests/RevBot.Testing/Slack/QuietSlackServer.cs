using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RevBot.Testing.Slack;

/// <summary>Slack on loopback for runs too long to record: takes whatever is sent, and keeps the newest buttons and forms that were shown, so that they can be pressed and filled in.</summary>
public sealed class QuietSlackServer : IAsyncDisposable
{
    /// <summary>The field of a view that holds the trigger it was opened with; empty for one that was changed since.</summary>
    public const string OpenedWith = "opened_with";

    private const int Kept = 256;

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FakeSlackUser> _users = [];
    private readonly Queue<(string Action, string Value, string Channel)> _buttons = new();
    private readonly Queue<JsonElement> _views = new();
    private long _calls;

    private QuietSlackServer(WebApplication app) => _app = app;

    /// <summary>For <c>SLACK_API_URL</c>.</summary>
    public Uri ApiUrl { get; private set; } = new("http://127.0.0.1/");

    /// <summary>How often the bot has called.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    public static async Task<QuietSlackServer> StartAsync()
    {
        var app = LoopbackServer.Build();
        var server = new QuietSlackServer(app);
        app.MapPost("/api/{method}", server.ReceiveAsync);
        app.MapFallback("{**path}", () => Results.Text("ok"));
        server.ApiUrl = new Uri(await LoopbackServer.StartAsync(app), "/api/");
        return server;
    }

    /// <summary>Settings a process under test needs to talk to this server.</summary>
    public Dictionary<string, string?> Settings() => new()
    {
        ["SLACK_BOT_TOKEN"] = FakeSlackServer.BotToken,
        ["SLACK_SIGNING_SECRET"] = FakeSlackServer.SigningSecret,
        ["SLACK_API_URL"] = ApiUrl.ToString(),
    };

    /// <summary>Before the bot is started.</summary>
    public void AddUser(FakeSlackUser user) => _users[user.Id] = user;

    /// <summary>One of the newest buttons; null before any was shown.</summary>
    public (string Action, string Value, string Channel)? Button(Random random)
    {
        lock (_lock)
        {
            return _buttons.Count == 0 ? null : _buttons.ElementAt(random.Next(_buttons.Count));
        }
    }

    /// <summary>One of the newest forms as it was shown; null before any was.</summary>
    public JsonElement? View(Random random)
    {
        lock (_lock)
        {
            return _views.Count == 0 ? null : _views.ElementAt(random.Next(_views.Count));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context, string method)
    {
        var number = Interlocked.Increment(ref _calls);
        var isJson = context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;
        var arguments = isJson ? await context.Request.ReadFromJsonAsync<JsonElement>() : default;
        var user = isJson ? null : (await context.Request.ReadFormAsync())["user"].ToString();
        await context.Response.WriteAsJsonAsync(Answer(method, arguments, user, number));
    }

    private JsonObject Answer(string method, JsonElement arguments, string? user, long number)
    {
        switch (method)
        {
            case "auth.test":
                return new JsonObject { ["ok"] = true, ["user_id"] = FakeSlackServer.BotUserId, ["team_id"] = FakeSlackServer.TeamId, ["bot_id"] = "B1", ["user"] = "revbot", ["team"] = "Acme" };
            case "users.info":
                return _users.TryGetValue(user ?? "", out var known) ? new JsonObject { ["ok"] = true, ["user"] = MemberOf(known) } : new JsonObject { ["ok"] = false, ["error"] = "user_not_found" };
            case "conversations.members":
                return new JsonObject { ["ok"] = true, ["members"] = new JsonArray("U1", FakeSlackServer.BotUserId) };
            case "conversations.open":
                return new JsonObject { ["ok"] = true, ["channel"] = new JsonObject { ["id"] = $"D{arguments.GetProperty("users").GetString()}" } };
            case "views.open" or "views.update":
                var view = JsonNode.Parse(arguments.GetProperty("view").GetRawText())!.AsObject();
                view["id"] = $"V{number}";
                view["hash"] = $"{number}.h";
                view["app_installed_team_id"] = FakeSlackServer.TeamId;
                view[OpenedWith] = arguments.TryGetProperty("trigger_id", out var trigger) ? trigger.GetString() : "";
                Keep(_views, JsonSerializer.SerializeToElement(view));
                return new JsonObject { ["ok"] = true, ["view"] = new JsonObject { ["id"] = $"V{number}", ["hash"] = $"{number}.h" } };
            case "views.publish" or "assistant.threads.setSuggestedPrompts":
                KeepButtons(arguments);
                return new JsonObject { ["ok"] = true };
            case "chat.postMessage" or "chat.postEphemeral" or "chat.update":
                KeepButtons(arguments);
                var channel = arguments.GetProperty("channel").GetString();
                return new JsonObject { ["ok"] = true, ["channel"] = channel, ["ts"] = $"1766458026.{number:d8}", ["message_ts"] = $"1766458026.{number:d8}" };
            default:
                return new JsonObject { ["ok"] = false, ["error"] = "not_here" };
        }
    }

    private void KeepButtons(JsonElement message)
    {
        var home = message.TryGetProperty("view", out var view) ? message.GetProperty("user_id").GetString() : null;
        if (!(home is null ? message : view).TryGetProperty("blocks", out var blocks))
        {
            return;
        }

        foreach (var block in blocks.EnumerateArray())
        {
            if (!block.TryGetProperty("elements", out var elements))
            {
                continue;
            }

            foreach (var element in elements.EnumerateArray())
            {
                if (element.TryGetProperty("action_id", out var action) && element.TryGetProperty("value", out var value))
                {
                    Keep(_buttons, (action.GetString()!, value.GetString()!, home is null ? message.GetProperty("channel").GetString()! : $"D{home}"));
                }
            }
        }
    }

    private void Keep<T>(Queue<T> newest, T one)
    {
        lock (_lock)
        {
            newest.Enqueue(one);
            if (newest.Count > Kept)
            {
                newest.Dequeue();
            }
        }
    }

    private static JsonObject MemberOf(FakeSlackUser user) => new()
    {
        ["id"] = user.Id,
        ["team_id"] = user.TeamId,
        ["real_name"] = user.Name,
        ["tz"] = "Europe/Berlin",
        ["deleted"] = user.IsDeleted,
        ["is_bot"] = false,
        ["is_restricted"] = user.IsGuest,
        ["is_email_confirmed"] = true,
        ["profile"] = new JsonObject { ["email"] = user.Email, ["real_name"] = user.Name },
    };
}
