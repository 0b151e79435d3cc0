using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RevBot.Conversation.Outbox;

/// <summary>Sends stored messages: one conversation in order, conversations side by side. Sends under way are finished when the process stops.</summary>
public sealed partial class OutboxWorker(
    IOutbox outbox, OutboxSender sender, IOptions<WorkerOptions> options, TimeProvider time, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Parallelism.RunAsync(
            options.Value.Sends,
            outbox.ClaimAsync,
            RunAsync,
            async failure =>
            {
                LogClaimFailed(failure);
                await Task.Delay(AfterFailure, time, stoppingToken);
            },
            stoppingToken);

    private async Task RunAsync(OutboxItem item)
    {
        try
        {
            await sender.SendAsync(item, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // The outcome could not be stored; the message is given out again after a restart.
            LogNotStored(failure, item.Message.Id);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages could not be claimed; trying again")]
    private partial void LogClaimFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Critical, Message = "How message {MessageId} went could not be stored")]
    private partial void LogNotStored(Exception failure, string messageId);
}
