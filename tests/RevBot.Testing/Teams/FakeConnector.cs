using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace RevBot.Testing.Teams;

/// <summary>The Bot Connector on loopback: the calls we make, as strict as Teams and Microsoft's own emulator are, with rosters, teams, transcripts and faults on demand. Gives out its own tokens.</summary>
public sealed partial class FakeConnector : IAsyncDisposable
{
    public const string AppId = "5b1f7c1e-0d7a-4c55-9a0e-3f0f6d0a0001";
    public const string AppPassword = "fake-app-secret";
    public const string TenantId = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<ConnectorCall> _calls = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ConnectorFault>> _faults = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeTeamsRoom> _rooms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeTeamsUser> _users = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _teams = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly List<FakeTeamsMessage> _messages = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _arrived = new(0);
    private long _lastId = 1_776_390_257_000;

    private FakeConnector(WebApplication app, TimeProvider time)
    {
        _app = app;
        _time = time;
        AcceptsToken = token => _tokens.TryGetValue(token, out var end) && _time.GetUtcNow() < end;
    }

    /// <summary>Where conversations say they are served.</summary>
    public Uri ServiceUrl { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Which bearer tokens are good; those given out here unless said otherwise. Null: none is needed, as with the emulators.</summary>
    public Func<string, bool>? AcceptsToken { get; set; }

    /// <summary>How long a token is good.</summary>
    public TimeSpan TokenLife { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Asked at each call that no <see cref="FailNext"/> is meant for.</summary>
    public Func<ConnectorCall, ConnectorFault?>? Mood { get; set; }

    /// <summary>Everything received, in order.</summary>
    public IReadOnlyList<ConnectorCall> Calls => [.. _calls];

    /// <summary>The bot's messages, in the order they came to stand.</summary>
    public IReadOnlyList<FakeTeamsMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    public static async Task<FakeConnector> StartAsync(TimeProvider? time = null)
    {
        var app = LoopbackServer.Build();
        var connector = new FakeConnector(app, time ?? TimeProvider.System);
        app.MapPost("/login/{tenant}/oauth2/v2.0/token", connector.GiveTokenAsync);
        app.MapGet("/identity", connector.GiveTokenToMachineAsync);
        app.MapPost("/emea/v3/conversations", context => connector.ReceiveAsync(context, "create"));
        app.MapPost("/emea/v3/conversations/{conversation}/activities", context => connector.ReceiveAsync(context, "send"));
        app.MapPost("/emea/v3/conversations/{conversation}/activities/{message}", context => connector.ReceiveAsync(context, "reply"));
        app.MapPut("/emea/v3/conversations/{conversation}/activities/{message}", context => connector.ReceiveAsync(context, "update"));
        app.MapDelete("/emea/v3/conversations/{conversation}/activities/{message}", context => connector.ReceiveAsync(context, "delete"));
        app.MapGet("/emea/v3/conversations/{conversation}/pagedmembers", context => connector.ReceiveAsync(context, "members"));
        app.MapGet("/emea/v3/conversations/{conversation}/members/{member}", context => connector.ReceiveAsync(context, "member"));
        app.MapGet("/emea/v3/teams/{team}", context => connector.ReceiveAsync(context, "team"));
        app.MapGet("/emea/v3/teams/{team}/conversations", context => connector.ReceiveAsync(context, "rooms"));
        connector.ServiceUrl = new Uri(await LoopbackServer.StartAsync(app), "/emea/");
        return connector;
    }

    /// <summary>Settings a process under test needs to send here.</summary>
    public Dictionary<string, string?> Settings() => new()
    {
        ["MicrosoftAppId"] = AppId,
        ["MicrosoftAppPassword"] = AppPassword,
        ["MicrosoftAppTenantId"] = TenantId,
        ["RevBot:Teams:LoginUrl"] = new Uri(ServiceUrl, "/login/").ToString(),
        ["RevBot:Teams:ConnectorHosts"] = "127.0.0.1",
    };

    /// <summary>Settings of a bot that is a managed identity of its machine.</summary>
    public Dictionary<string, string?> MachineSettings() => new(Settings().Where(setting => setting.Key != "MicrosoftAppPassword"))
    {
        ["MicrosoftAppType"] = "UserAssignedMSI",
        ["IDENTITY_ENDPOINT"] = new Uri(ServiceUrl, "/identity").ToString(),
        ["IDENTITY_HEADER"] = "machine-secret",
    };

    public FakeTeamsRoom Add(FakeTeamsRoom room)
    {
        foreach (var member in room.Members)
        {
            _users[member.Id] = member;
        }

        if (room.TeamId is { } team)
        {
            _teams.TryAdd(team, room.Name?.Split('/')[0] ?? team);
        }

        return _rooms[room.Id] = room;
    }

    /// <summary>Somebody the bot can open a chat with.</summary>
    public void Add(FakeTeamsUser user) => _users[user.Id] = user;

    /// <summary>The next call of this kind goes so.</summary>
    public void FailNext(string call, ConnectorFault fault) => _faults.GetOrAdd(call, _ => new()).Enqueue(fault);

    /// <summary>Tokens given out so far are not taken any more.</summary>
    public void RevokeTokens() => _tokens.Clear();

    /// <summary>Somebody deletes a message of the bot.</summary>
    public void Delete(string messageId)
    {
        lock (_gate)
        {
            _places.Remove(messageId);
        }
    }

    /// <summary>Waits until a recorded call is as asked; fails the test after ten seconds.</summary>
    public async Task<ConnectorCall> WaitForAsync(Func<ConnectorCall, bool> isWanted)
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
                throw new TimeoutException($"Teams was not called so. It was called: {string.Join(", ", _calls.Select(call => $"{call.Call}({call.Code ?? call.Summary})"))}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _arrived.Dispose();
    }

    internal static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private async Task ReceiveAsync(HttpContext context, string name)
    {
        var body = await ReadBodyAsync(context.Request);
        if (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever has hung up by now, on a busy machine, was not heard.
            return;
        }

        var call = new ConnectorCall(
            name, Part(context, "conversation") ?? Part(context, "team") ?? "", Part(context, "message") ?? Part(context, "member"), body.Json);
        var fault = _faults.TryGetValue(name, out var planned) && planned.TryDequeue(out var next) ? next : Mood?.Invoke(call);
        var isRefused = fault is { IsCarriedOut: false } and ({ Status: > 0 } or { Hangs: true } or { Breaks: true });
        var answer = isRefused ? new Answer(fault!.Status, fault.Code ?? "") : Handle(call, context.Request, body.Size);
        if (fault is { Status: > 0, IsCarriedOut: true })
        {
            answer = answer with { Status = fault.Status, Code = fault.Code ?? "" };
        }

        context.Response.Headers["MS-CV"] = "fake.1";
        Record(call with { Status = answer.Status, Code = answer.Code, SentId = answer.Id });
        if (fault is { Hangs: true })
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        else if (fault is { Breaks: true })
        {
            context.Abort();
        }
        else
        {
            await AnswerAsync(context, answer, fault);
        }
    }

    private static async Task AnswerAsync(HttpContext context, Answer answer, ConnectorFault? fault)
    {
        context.Response.StatusCode = answer.Status;
        if (fault?.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (fault is { IsHtml: true })
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync("<html>Something went wrong</html>");
        }
        else if (answer.Code is not null)
        {
            await context.Response.WriteAsJsonAsync(new JsonObject { ["error"] = new JsonObject { ["code"] = answer.Code, ["message"] = answer.Sentence } });
        }
        else if (answer.Body is not null && fault is not { IsSilent: true })
        {
            await context.Response.WriteAsJsonAsync(answer.Body);
        }
    }

    private static string? Part(HttpContext context, string name) => context.Request.RouteValues[name] as string;

    private static async Task<(JsonElement Json, int Size)> ReadBodyAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        return (text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text), text.Length * sizeof(char));
    }

    private void Record(ConnectorCall call)
    {
        _calls.Enqueue(call with { At = _time.GetUtcNow() });
        _arrived.Release();
    }

    /// <param name="Code">Of an error.</param>
    /// <param name="Id">Of what was sent.</param>
    private sealed record Answer(int Status, string? Code = null, string? Sentence = null, JsonNode? Body = null, string? Id = null);
}
