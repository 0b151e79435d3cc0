using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RevBot.Benchmarks;

/// <summary>Drives a server over plain sockets, one request at a time on each connection, with requests made beforehand: costs as little as a generator can.</summary>
internal static class Load
{
    /// <param name="afterEach">Awaited after each answer (for whole turns: until the reply has been posted); null for none.</param>
    /// <returns>Milliseconds of each request, and how long all took.</returns>
    public static async Task<LoadResult> RunAsync(int port, byte[][] requests, int connections, Func<int, Task>? afterEach)
    {
        var latencies = new double[requests.Length];
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port);
            var buffer = new byte[4096];
            for (var index = Interlocked.Increment(ref next); index < requests.Length; index = Interlocked.Increment(ref next))
            {
                var sent = Stopwatch.GetTimestamp();
                await socket.SendAsync(requests[index]);
                await ReadAnswerAsync(socket, buffer, index);
                if (afterEach is not null)
                {
                    await afterEach(index);
                }

                latencies[index] = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            }
        })));
        return new LoadResult(latencies, Stopwatch.GetElapsedTime(started));
    }

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer, int index)
    {
        var filled = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0)
            {
                throw new InvalidOperationException($"The server closed the connection at request {index}.");
            }

            filled += read;
            var text = buffer.AsSpan(0, filled);
            var end = text.IndexOf("\r\n\r\n"u8);
            if (end < 0)
            {
                continue;
            }

            if (!text.StartsWith("HTTP/1.1 200"u8))
            {
                throw new InvalidOperationException($"Request {index} was answered {System.Text.Encoding.ASCII.GetString(text[..Math.Min(filled, 120)])}");
            }

            // Acknowledgements have an empty body, so the head is all there is.
            return;
        }
    }
}
