using RevBot.Intents.Company;
using RevBot.Pipeline;

namespace RevBot.Hosting;

/// <summary>Reads <c>company.yaml</c> anew when <c>revbot doctor --reload</c> asks for it, and writes down what came of it.</summary>
internal sealed partial class CompanyReloader(DataFolder folder, CompanySource company, IPipelineReader reader, TimeProvider clock, ILogger<CompanyReloader> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (File.Exists(folder.ReloadRequest))
                {
                    await ReloadAsync(stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops; there is nothing to finish.
        }
    }

    private async Task ReloadAsync(CancellationToken cancellationToken)
    {
        try
        {
            File.Delete(folder.ReloadRequest);
            var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
            var problems = company.Reload(CompanySource.CountDeals(snapshot));
            await File.WriteAllLinesAsync(folder.ReloadAnswer, problems.Select(problem => problem.ToString()), cancellationToken);
            LogReloaded(problems.Count);
        }
        catch (IOException error)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "company.yaml was read anew: {Problems} problems.")]
    private partial void LogReloaded(int problems);

    [LoggerMessage(Level = LogLevel.Warning, Message = "company.yaml could not be read anew.")]
    private partial void LogFailed(Exception error);
}
