using RevBot.Intents.Ask;

namespace RevBot.Hosting;

/// <summary>Rehearses a question once the doors are open, and gives back the memory that reading the store has left behind: at a large company as much as is kept.</summary>
internal sealed partial class RehearsalWorker(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<RehearsalWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var opened = lifetime.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Rehearsal>().RunAsync(stoppingToken);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogFailed(logger, error);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The rehearsal failed; the first question will take longer.")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
