using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RevBot.Testing.Models;

/// <summary>A model's address on this machine that speaks both protocols, gives the record it is told to give, or misbehaves, and keeps what it was sent.</summary>
public sealed class FakeModelServer : IAsyncDisposable
{
    /// <summary>Shown to it; must be seen nowhere else.</summary>
    public const string Key = "sk-fake-5b1d0c77-do-not-show";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<FakeModelCall> _calls = new();
    private readonly CancellationTokenSource _ending = new();
    private int _connections;

    private FakeModelServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Use(next => connection =>
        {
            Interlocked.Increment(ref _connections);
            return next(connection);
        })));
        _app = builder.Build();
        _app.MapPost("/v1/chat/completions", context => AnswerAsync(context, OpenAi));
        _app.MapPost("/v1/messages", context => AnswerAsync(context, Anthropic));
        _app.MapFallback(context =>
        {
            _calls.Enqueue(new FakeModelCall(context.Request.Path, Headers(context), string.Empty));
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
    }

    /// <summary>What it reads; the record as JSON.</summary>
    public string Record { get; set; } = Reading.None;

    public FakeModelFault Fault { get; set; }

    public IReadOnlyList<FakeModelCall> Calls => [.. _calls];

    /// <summary>How often anybody so much as knocked.</summary>
    public int Connections => _connections;

    public Uri Url { get; private set; } = new("http://127.0.0.1/");

    public static async Task<FakeModelServer> StartAsync()
    {
        var server = new FakeModelServer();
        server.Url = new Uri(await LoopbackServer.StartAsync(server._app), "v1");
        return server;
    }

    /// <summary>The environment of a process that is to ask it.</summary>
    /// <param name="provider"><c>openai</c> or <c>anthropic</c>.</param>
    public Dictionary<string, string?> Settings(string provider) => new()
    {
        ["REVBOT_MODEL_PROVIDER"] = provider,
        ["REVBOT_MODEL_URL"] = Url.ToString(),
        ["REVBOT_MODEL_NAME"] = "reader-1",
        ["REVBOT_MODEL_KEY"] = Key,
    };

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _app.DisposeAsync();
        _ending.Dispose();
    }

    private async Task AnswerAsync(HttpContext context, Func<string, bool, object> shape)
    {
        using var reader = new StreamReader(context.Request.Body);
        _calls.Enqueue(new FakeModelCall(context.Request.Path, Headers(context), await reader.ReadToEndAsync()));
        switch (Fault)
        {
            case FakeModelFault.Hang:
                using (var either = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token, context.RequestAborted))
                {
                    await Task.Delay(Timeout.Infinite, either.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                }

                break;
            case FakeModelFault.Garbage:
                await context.Response.WriteAsync("<html>Bad gateway</html>");
                break;
            case FakeModelFault.Error or FakeModelFault.TooMany or FakeModelFault.WrongKey:
                context.Response.StatusCode = Fault switch { FakeModelFault.Error => 500, FakeModelFault.TooMany => 429, _ => 401 };
                context.Response.Headers.RetryAfter = "30";
                await context.Response.WriteAsync(JsonSerializer.Serialize(new { error = new { message = "Incorrect API key provided: " + Key } }));
                break;
            case FakeModelFault.Redirect:
                context.Response.Redirect(new Uri(Url, "elsewhere").ToString(), permanent: false, preserveMethod: true);
                break;
            case FakeModelFault.Cut:
                context.Response.ContentLength = 500;
                await context.Response.WriteAsync("""{"choices":[{""");
                context.Abort();
                break;
            default:
                var text = Fault switch
                {
                    FakeModelFault.Chatter => "You closed $412,500 last quarter, well done!",
                    FakeModelFault.Oversize => Record[..^1] + new string(' ', 4_000_000) + "}",
                    _ => Record,
                };
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(JsonSerializer.Serialize(shape(text, Fault == FakeModelFault.Refusal)));
                break;
        }
    }

    private static object OpenAi(string text, bool refuses) => new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_700_000_000,
        model = "reader-1",
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = refuses ? null : text, refusal = refuses ? "I can't help with that." : null } } },
        usage = new { prompt_tokens = 900, completion_tokens = 80, total_tokens = 980 },
    };

    private static object Anthropic(string text, bool refuses) => new
    {
        id = "msg_1",
        type = "message",
        role = "assistant",
        model = "reader-1",
        content = refuses ? [new { type = "text", text = "I can't help with that." }]
            : text.StartsWith('{') ? [new { type = "tool_use", id = "toolu_1", name = "question", input = JsonDocument.Parse(text).RootElement }]
            : (object[])[new { type = "text", text }],
        stop_reason = refuses ? "refusal" : "tool_use",
        usage = new { input_tokens = 900, output_tokens = 80 },
    };

    private static Dictionary<string, string> Headers(HttpContext context) => context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
