using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RevBot.Benchmarks;

/// <summary>Stands in for Slack's Web API as cheaply as can be: takes posts, answers ok, tells who waits for a reply in which room, and looks whether they say what was to be said.</summary>
internal sealed class SlackStand : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);
    private long _posted;
    private byte[]? _expected;
    private string? _wrong;

    private SlackStand(WebApplication app) => _app = app;

    public string ApiUrl => _app.Urls.First() + "/api/";

    /// <summary>What a good reply in a direct chat has in it; null while anything will do. Alerts go to rooms.</summary>
    public string? Expected
    {
        get => _expected is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
        set => _expected = value is null ? null : Encoding.UTF8.GetBytes(value);
    }

    /// <param name="email">Of the one user there is.</param>
    public static async Task<SlackStand> StartAsync(string email = "nobody@example.com")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stand = new SlackStand(app);
        app.MapPost("/api/chat.postMessage", stand.PostAsync);
        app.MapPost("/api/auth.test", () => Results.Text($$"""{"ok":true,"team_id":"{{SignedEvents.Team}}","team":"Bench","user_id":"{{SignedEvents.BotUser}}","user":"revbot","bot_id":"B0"}""", "application/json"));
        var user = new { ok = true, user = new { id = "U1", team_id = SignedEvents.Team, tz = "America/New_York", profile = new { email } } };
        app.MapPost("/api/users.info", () => Results.Json(user));
        await app.StartAsync();
        return stand;
    }

    /// <summary>Ends when a reply has been posted into the room.</summary>
    public Task ReplyInAsync(string room) => _waiting.GetOrAdd(room, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Forget() => _waiting.Clear();

    /// <exception cref="InvalidOperationException">A reply was not what was expected: what was measured is worth nothing.</exception>
    public void Verify()
    {
        if (_wrong is { } wrong)
        {
            throw new InvalidOperationException($"A reply without “{Expected}”: {wrong}");
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task PostAsync(HttpContext http)
    {
        var body = new byte[(int)(http.Request.ContentLength ?? 0)];
        if (body.Length > 0)
        {
            await http.Request.Body.ReadExactlyAsync(body);
        }
        else
        {
            using var copy = new MemoryStream();
            await http.Request.Body.CopyToAsync(copy);
            body = copy.ToArray();
        }

        var room = RoomOf(body);
        var number = Interlocked.Increment(ref _posted);
        if (_expected is { } expected && room.StartsWith('D') && body.AsSpan().IndexOf(expected) < 0)
        {
            _wrong = Encoding.UTF8.GetString(body);
        }

        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $$"""{"ok":true,"channel":"{{room}}","ts":"1700000000.{{number:d8}}"}"""));
        _waiting.GetOrAdd(room, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    private static string RoomOf(byte[] body)
    {
        var at = body.AsSpan().IndexOf("\"channel\":\""u8) + "\"channel\":\""u8.Length;
        var rest = body.AsSpan(at);
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)'"')]);
    }
}
