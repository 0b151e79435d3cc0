using RevBot.Conversation.Scheduling;
using RevBot.Intents.Alerts;

namespace RevBot.Intents.TeamAlerts;

/// <summary>Tells every quarter of an hour what the rules say is to be told at once of teams, the company and leads.</summary>
public sealed class TeamAlertsJob(AlertRound round, UnitAlertSource units, LeadAlertSource leads) : IScheduledJob
{
    public const string JobName = "team-alerts";

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    public string Name => JobName;

    public Schedule Schedule => Schedule.Every(Step);

    public async Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken) =>
        Enlist(await PlanAsync(false, [], now, cancellationToken), now);

    /// <inheritdoc cref="AlertRound.PlanAsync"/>
    public Task<AlertPlan> PlanAsync(bool asked, IEnumerable<(string Place, DateTimeOffset At)> taken, DateTimeOffset now, CancellationToken cancellationToken) =>
        round.PlanAsync(JobName, [units, leads], asked, taken, now, cancellationToken);

    /// <inheritdoc cref="AlertRound.Enlist"/>
    public void Enlist(AlertPlan plan, DateTimeOffset now) => round.Enlist(plan, now);
}
