using Microsoft.Extensions.Logging;
using RevBot.Conversation.Scheduling;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Forecasts;

namespace RevBot.Intents.FreezeForecasts;

/// <summary>Every night, keeps the forecasts of the day, so that they can be held against what comes of them; and works those out of which a night was missed. A second run on a day adds nothing.</summary>
public sealed partial class FreezeForecastsJob(IPipelineReader reader, IForecastWriter writer, ICompany company, ILogger<FreezeForecastsJob> log) : IScheduledJob
{
    public const string JobName = "freeze-forecasts";

    public string Name => JobName;

    public Schedule Schedule => new(company.Profile.Alerts.NightlyAt, company.Profile.Work.TimeZone, static _ => true);

    public async Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var snapshot = await reader.GetSnapshotAsync(null, cancellationToken);
        var (today, past) = (ForecastFreezer.Today(snapshot, company.Profile, now), ForecastFreezer.Past(snapshot, company.Profile, now, anew: false));
        foreach (var forecast in today.Concat(past))
        {
            writer.Freeze(forecast);
        }

        LogFrozen(today.Count, past.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Forecasts frozen: {Today} of today, {Past} worked out from history")]
    private partial void LogFrozen(int today, int past);
}
