using System.Diagnostics.CodeAnalysis;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using RevBot.Channels.Slack.Protocol;

namespace RevBot.Channels.Slack;

/// <summary>One Socket Mode connection: takes envelopes in, and acknowledges each on the socket it came from once it is safe to.</summary>
[SuppressMessage("Reliability", "CA2213:Disposable fields should be disposed", Justification = "Work that was not waited for still releases the semaphores, and they hold nothing unmanaged.")]
internal sealed partial class SlackSocket : IAsyncDisposable
{
    private const int MaxFrame = 4 * 1024 * 1024;

    /// <summary>How many envelopes are worked on at once; the next waits in the socket.</summary>
    private const int Slots = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly SemaphoreSlim _slots = new(Slots);
    private readonly TaskCompletionSource _hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<SocketEnding> _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SlackRequestHandler _handler;
    private readonly ILogger _logger;
    private Task _receiving = Task.CompletedTask;

    private SlackSocket(SlackRequestHandler handler, ILogger logger)
    {
        _handler = handler;
        _logger = logger;

        // A peer that answers no ping for twenty seconds is gone; without it a dead connection looks quiet for ever.
        _socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(10);
        _socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
    }

    /// <summary>Ends when another socket is needed.</summary>
    public Task<SocketEnding> Ending => _ending.Task;

    /// <summary>Connects and waits until Slack says hello; before that nothing is delivered.</summary>
    public static async Task<SlackSocket> ConnectAsync(Uri url, SlackRequestHandler handler, ILogger logger, CancellationToken cancellationToken)
    {
        var socket = new SlackSocket(handler, logger);
        try
        {
            await socket.OpenAsync(url, cancellationToken);
            return socket;
        }
        catch
        {
            await socket.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets the work in hand be acknowledged, then says goodbye.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
            for (var i = 0; i < Slots; i++)
            {
                await _slots.WaitAsync(patience.Token);
            }

            if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
                await _receiving.WaitAsync(patience.Token);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or InvalidOperationException)
        {
            // It is closed the hard way below; what was not acknowledged comes again.
        }

        _socket.Abort();
        await _receiving;
        _socket.Dispose();
    }

    private async Task OpenAsync(Uri url, CancellationToken cancellationToken)
    {
        // In the network's own time, as with the client of the Web API.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await _socket.ConnectAsync(url, patience.Token);
            _receiving = ReceiveAsync();
            await _hello.Task.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("Slack did not say hello in time.");
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[32 * 1024];
        var length = 0;
        try
        {
            while (true)
            {
                var read = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                length += read.Count;
                if (!read.EndOfMessage)
                {
                    if (length == buffer.Length)
                    {
                        if (length >= MaxFrame)
                        {
                            break;
                        }

                        Array.Resize(ref buffer, length * 2);
                    }

                    continue;
                }

                await TakeAsync(buffer.AsMemory(0, length));
                length = 0;
            }
        }
        catch (Exception broken) when (broken is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            LogBroken(broken.Message);
        }

        _ending.TrySetResult(SocketEnding.Lost);
        _hello.TrySetException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));
    }

    /// <summary>Reads the frame and starts the work on it, in the order of arrival; returns before the work is done.</summary>
    private async ValueTask TakeAsync(ReadOnlyMemory<byte> bytes)
    {
        SocketFrame frame;
        try
        {
            frame = SocketFrame.Parse(bytes.Span);
        }
        catch (JsonException)
        {
            LogUnreadable();
            return;
        }

        if (frame.Type == "hello")
        {
            _hello.TrySetResult();
        }
        else if (frame.Type == "disconnect")
        {
            _ending.TrySetResult(frame.Reason switch
            {
                "link_disabled" => SocketEnding.Disabled,
                "too_many_websockets" => SocketEnding.TooMany,
                _ => SocketEnding.Replace,
            });
        }
        else if (frame.EnvelopeId is { } envelopeId)
        {
            await _slots.WaitAsync(CancellationToken.None);
            _ = FinishAsync(envelopeId, Start(frame, bytes.Span[frame.Payload]));
        }
    }

    /// <summary>Everything is read out of the bytes before this returns, since the buffer is used again.</summary>
    private Task<InteractionAnswer?> Start(SocketFrame frame, ReadOnlySpan<byte> payload)
    {
        try
        {
            return frame.Type switch
            {
                "events_api" => WithoutPayloadAsync(_handler.AcceptAsync(EventEnvelope.Parse(payload))),
                "slash_commands" when JsonSerializer.Deserialize(payload, SlackJson.Default.SlashCommand) is { } command => WithoutPayloadAsync(_handler.AcceptAsync(command)),
                "interactive" when JsonSerializer.Deserialize(payload, SlackJson.Default.Interaction) is { } interaction => _handler.AnswerAsync(interaction),
                _ => Task.FromResult<InteractionAnswer?>(null),
            };
        }
        catch (JsonException)
        {
            LogUnreadable();
            return Task.FromResult<InteractionAnswer?>(null);
        }
        catch (Exception failed)
        {
            // One envelope that fails does not end the socket.
            return Task.FromException<InteractionAnswer?>(failed);
        }

        static async Task<InteractionAnswer?> WithoutPayloadAsync(ValueTask<bool> accepted)
        {
            await accepted;
            return null;
        }
    }

    private async Task FinishAsync(string envelopeId, Task<InteractionAnswer?> work)
    {
        try
        {
            var answer = await work;
            var acknowledgement = JsonSerializer.SerializeToUtf8Bytes(new SocketAcknowledgement(envelopeId, answer), SlackJson.Default.SocketAcknowledgement);
            await _sending.WaitAsync();
            try
            {
                await _socket.SendAsync(acknowledgement.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception failed)
        {
            // Not acknowledged: Slack delivers it again, here or on another socket, and the inbox knows it.
            LogNotAcknowledged(failed);
        }
        finally
        {
            _slots.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Slack's socket broke: {Reason}")]
    private partial void LogBroken(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack's socket sent something unreadable; it was dropped.")]
    private partial void LogUnreadable();

    [LoggerMessage(Level = LogLevel.Warning, Message = "An envelope could not be acknowledged; Slack will deliver it again.")]
    private partial void LogNotAcknowledged(Exception exception);
}
