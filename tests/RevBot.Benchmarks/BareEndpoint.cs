using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace RevBot.Benchmarks;

/// <summary>The reference: the least a durable Slack endpoint can do. Signature check, minimal JSON, one insert in a transaction shared by all that wait, full sync; with <c>reply</c> also an outbox row and a post.</summary>
internal static class BareEndpoint
{
    public static async Task RunAsync(int port, string file, string? replyTo)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        var waiting = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
        var outbox = Channel.CreateUnbounded<Work>();
        var writer = Task.Run(() => WriteAsync(file, waiting.Reader, replyTo is null ? null : outbox.Writer));
        if (replyTo is not null)
        {
            for (var sender = 0; sender < 16; sender++)
            {
                _ = Task.Run(() => SendAsync(replyTo, outbox.Reader, waiting.Writer));
            }
        }

        var key = Encoding.UTF8.GetBytes(SignedEvents.Secret);
        app.MapGet("/health", () => "ready");
        app.MapPost("/slack/events", async (HttpContext http) =>
        {
            var body = await ReadAsync(http.Request);
            if (!Verify(http.Request, body, key))
            {
                http.Response.StatusCode = 401;
                return;
            }

            var (id, channel) = Read(body);
            var work = new Work(id, channel, Encoding.UTF8.GetString(body), WorkKind.Event);
            await waiting.Writer.WriteAsync(work);
            await work.Done.Task;
        });
        await app.RunAsync();
        waiting.Writer.Complete();
        await writer;
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        var body = new byte[(int)(request.ContentLength ?? 0)];
        await request.Body.ReadExactlyAsync(body);
        return body;
    }

    private static bool Verify(HttpRequest request, byte[] body, byte[] key)
    {
        var timestamp = request.Headers["X-Slack-Request-Timestamp"].ToString();
        var prefix = Encoding.ASCII.GetBytes($"v0:{timestamp}:");
        var signed = ArrayPool<byte>.Shared.Rent(prefix.Length + body.Length);
        prefix.CopyTo(signed, 0);
        body.CopyTo(signed, prefix.Length);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(key, signed.AsSpan(0, prefix.Length + body.Length), hash);
        ArrayPool<byte>.Shared.Return(signed);
        var expected = Encoding.ASCII.GetBytes("v0=" + Convert.ToHexStringLower(hash));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(request.Headers["X-Slack-Signature"].ToString()));
    }

    private static (string Id, string Channel) Read(byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        return (document.RootElement.GetProperty("event_id").GetString() ?? string.Empty, document.RootElement.GetProperty("event").GetProperty("channel").GetString() ?? string.Empty);
    }

    private static async Task WriteAsync(string file, ChannelReader<Work> waiting, ChannelWriter<Work>? outbox)
    {
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE inbox (id TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID; CREATE TABLE outbox (id TEXT PRIMARY KEY, state INTEGER) WITHOUT ROWID");
        using var insert = Command(connection, "INSERT OR IGNORE INTO inbox VALUES ($id, $body)", "$id", "$body");
        using var post = Command(connection, "INSERT OR IGNORE INTO outbox VALUES ($id, 0)", "$id");
        using var mark = Command(connection, "UPDATE outbox SET state = 1 WHERE id = $id", "$id");
        var batch = new List<Work>();
        while (await waiting.WaitToReadAsync())
        {
            batch.Clear();
            using (var transaction = connection.BeginTransaction())
            {
                insert.Transaction = post.Transaction = mark.Transaction = transaction;
                while (batch.Count < 256 && waiting.TryRead(out var work))
                {
                    batch.Add(work);
                    if (work.Kind == WorkKind.Sent)
                    {
                        mark.Parameters[0].Value = work.Id;
                        mark.ExecuteNonQuery();
                        continue;
                    }

                    insert.Parameters[0].Value = work.Id;
                    insert.Parameters[1].Value = work.Body;
                    insert.ExecuteNonQuery();
                    if (outbox is not null)
                    {
                        post.Parameters[0].Value = work.Id;
                        post.ExecuteNonQuery();
                    }
                }

                transaction.Commit();
            }

            foreach (var work in batch)
            {
                work.Done.SetResult();
                if (work.Kind == WorkKind.Event)
                {
                    outbox?.TryWrite(work);
                }
            }
        }
    }

    private static async Task SendAsync(string replyTo, ChannelReader<Work> outbox, ChannelWriter<Work> waiting)
    {
        using var http = new HttpClient();
        await foreach (var work in outbox.ReadAllAsync())
        {
            using var content = new StringContent($$"""{"channel":"{{work.Channel}}","text":"ok"}""", Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri($"{replyTo}chat.postMessage"), content);
            await answer.Content.ReadAsByteArrayAsync();
            await waiting.WriteAsync(new Work(work.Id, work.Channel, string.Empty, WorkKind.Sent));
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter, SqliteType.Text);
        }

        return command;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private enum WorkKind
    {
        Event,
        Sent,
    }

    private sealed record Work(string Id, string Channel, string Body, WorkKind Kind)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
