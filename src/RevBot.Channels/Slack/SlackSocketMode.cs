using System.Net.WebSockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RevBot.Channels.Slack;

/// <summary>Receives from Slack without a public address: keeps one socket open, and opens the next before the last one closes.</summary>
internal sealed partial class SlackSocketMode(SlackApi api, SlackRequestHandler handler, TimeProvider time, ILogger<SlackSocketMode> logger) : BackgroundService
{
    /// <summary>A socket that ends sooner counts as a failure, so that a connection that is dropped at once is not opened in a hot loop.</summary>
    private static readonly TimeSpan ShortLife = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        SlackSocket? current = null;
        var failures = 0;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    current = await ReplaceAsync(current, stoppingToken);
                    LogConnected();

                    var opened = time.GetTimestamp();
                    var ending = await current.Ending.WaitAsync(stoppingToken);
                    if (ending == SocketEnding.Disabled)
                    {
                        LogDisabled();
                        return;
                    }

                    var wasShort = time.GetElapsedTime(opened) < ShortLife;
                    failures = ending == SocketEnding.TooMany || (ending == SocketEnding.Lost && wasShort) ? failures + 1 : 0;
                    LogEnding(ending);
                }
                catch (SlackApiException refused) when (refused.IsTokenRefused)
                {
                    LogRefused(refused.Error);
                    return;
                }
                catch (SlackApiException failed)
                {
                    failures++;
                    LogFailed(failed.Error);
                    if (failed.RetryAfter is { } wait)
                    {
                        await Task.Delay(wait, time, stoppingToken);
                    }
                }
                catch (Exception failed) when (failed is WebSocketException or TimeoutException or HttpRequestException or IOException)
                {
                    failures++;
                    LogFailed(failed.Message);
                }

                if (failures > 0)
                {
                    await Task.Delay(Backoff(failures), time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Asked to stop.
        }
        finally
        {
            if (current is not null)
            {
                await current.DisposeAsync();
            }
        }
    }

    /// <summary>Half a second, doubled up to half a minute, with up to as much again by chance so that many bots do not come back at once.</summary>
    private static TimeSpan Backoff(int failures)
    {
        var least = (int)Math.Min(30_000, 500 * Math.Pow(2, Math.Min(failures - 1, 10)));
        return TimeSpan.FromMilliseconds(least + RandomNumberGenerator.GetInt32(least));
    }

    /// <summary>Opens the next socket, and only then closes the old one, which still acknowledges what it holds.</summary>
    private async Task<SlackSocket> ReplaceAsync(SlackSocket? old, CancellationToken cancellationToken)
    {
        var address = await api.OpenSocketAsync(cancellationToken);
        var next = await SlackSocket.ConnectAsync(address, handler, logger, cancellationToken);
        _ = old?.DisposeAsync().AsTask();
        return next;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack: connected by Socket Mode.")]
    private partial void LogConnected();

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack's socket is ending ({Ending}); opening the next.")]
    private partial void LogEnding(SocketEnding ending);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack's socket could not be opened ({Error}); trying again.")]
    private partial void LogFailed(string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Socket Mode was switched off for this app: nothing is received any more. Switch it on under Socket Mode and start again.")]
    private partial void LogDisabled();

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack refuses the app token ({Error}): make one with the scope connections:write under Basic Information, set SLACK_APP_TOKEN and start again. Nothing is received until then.")]
    private partial void LogRefused(string error);
}
