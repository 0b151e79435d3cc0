using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace RevBot.Testing.Slack;

/// <content>Socket Mode: says hello, delivers envelopes, waits for what comes back.</content>
public sealed partial class FakeSlackServer
{
    private readonly List<WebSocket> _sockets = [];
    private readonly Channel<WebSocket> _connected = Channel.CreateUnbounded<WebSocket>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _unacknowledged = new();

    /// <summary>Sockets that are open now, oldest first.</summary>
    public IReadOnlyList<WebSocket> Sockets
    {
        get
        {
            lock (_sockets)
            {
                return [.. _sockets.Where(socket => socket.State == WebSocketState.Open)];
            }
        }
    }

    /// <summary>The next socket the bot opens (each is given out once).</summary>
    public async Task<WebSocket> WaitForSocketAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        return await _connected.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Sends an envelope over the newest socket and waits for its acknowledgement.</summary>
    /// <param name="piece">Bytes a frame; 0 sends it whole.</param>
    public async Task<JsonElement> DeliverAsync(string type, JsonNode payload, WebSocket? socket = null, int piece = 0)
    {
        var id = $"env-{Next()}";
        var acknowledged = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _unacknowledged[id] = acknowledged;
        await SendAsync(socket ?? Sockets[^1], new JsonObject
        {
            ["envelope_id"] = id,
            ["type"] = type,
            ["accepts_response_payload"] = type != "events_api",
            ["payload"] = payload.DeepClone(),
        }, piece);
        return await acknowledged.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    public static Task DisconnectAsync(WebSocket socket, string reason) =>
        SendAsync(socket, new JsonObject { ["type"] = "disconnect", ["reason"] = reason, ["debug_info"] = new JsonObject { ["host"] = "applink-1" } });

    /// <summary>Breaks all connections without a word.</summary>
    public void DropSockets()
    {
        foreach (var socket in Sockets)
        {
            socket.Abort();
        }
    }

    private async Task ServeSocketAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        lock (_sockets)
        {
            _sockets.Add(socket);
        }

        await SendAsync(socket, new JsonObject { ["type"] = "hello", ["num_connections"] = 1, ["connection_info"] = new JsonObject { ["app_id"] = "A1" } });
        _connected.Writer.TryWrite(socket);
        var buffer = new byte[64 * 1024];
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    break;
                }

                var acknowledgement = JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, read.Count));
                if (_unacknowledged.TryRemove(Text(acknowledgement, "envelope_id") ?? "", out var waiting))
                {
                    waiting.TrySetResult(acknowledgement);
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // Dropped, by the test or by the bot.
        }
    }

    private static async Task SendAsync(WebSocket socket, JsonObject frame, int piece = 0)
    {
        var bytes = Encoding.UTF8.GetBytes(frame.ToJsonString());
        for (var sent = 0; sent < bytes.Length;)
        {
            var length = piece == 0 ? bytes.Length : Math.Min(piece, bytes.Length - sent);
            await socket.SendAsync(bytes.AsMemory(sent, length), WebSocketMessageType.Text, sent + length == bytes.Length, CancellationToken.None);
            sent += length;
        }
    }
}
