using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RevBot.Conversation.Turns;

/// <summary>Runs queued turns: one conversation in order, conversations side by side. What is under way is finished when the process stops; the rest waits in the inbox.</summary>
public sealed partial class TurnWorker(
    IInbox inbox, ITurnRunner runner, IOptions<WorkerOptions> options, TimeProvider time, ILogger<TurnWorker> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallelism.RunAsync(
            options.Value.Turns,
            inbox.ClaimAsync,
            RunAsync,
            async failure =>
            {
                LogClaimFailed(failure);
                await Task.Delay(AfterFailure, time, stoppingToken);
            },
            stoppingToken);

    private async Task RunAsync(Turn turn)
    {
        try
        {
            await runner.RunAsync(turn, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // Only a broken store gets here; the turn goes back and is tried again.
            LogReleased(failure, turn.Id);
            await ReleaseAsync(turn, failure);
        }
    }

    private async Task ReleaseAsync(Turn turn, Exception failure)
    {
        try
        {
            if (!await inbox.ReleaseAsync(turn, $"{failure.GetType().Name}: {failure.Message}", CancellationToken.None))
            {
                LogDead(turn.Id);
            }
        }
        catch (Exception broken)
        {
            // Still claimed, so it is given out again after a restart.
            LogNotReleased(broken, turn.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Turns could not be claimed; trying again")]
    private partial void LogClaimFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {TurnId} could not be finished and is given back")]
    private partial void LogReleased(Exception failure, string turnId);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Turn {TurnId} failed too often and is set aside; doctor lists it")]
    private partial void LogDead(string turnId);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Turn {TurnId} could not be given back; it is handled after a restart")]
    private partial void LogNotReleased(Exception failure, string turnId);
}
