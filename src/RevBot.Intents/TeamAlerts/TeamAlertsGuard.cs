using RevBot.Conversation.Outbox;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.TeamAlerts;

/// <summary>Looks once more right before a card is sent: a lead that was taken on, coverage that is back, and what was snoozed meanwhile are not told.</summary>
public sealed class TeamAlertsGuard(IPipelineReader reader, IAlertStore alerts, ICompany company, TeamFindings findings, TimeProvider time) : ISendGuard
{
    public const string GuardName = "team-alerts";

    public string Name => GuardName;

    /// <param name="argument">The card's key.</param>
    public async Task<string?> CheckAsync(string argument, CancellationToken cancellationToken)
    {
        if (!AlertSubject.TryParse(argument, out var subject))
        {
            return "The alert does not say what it is about.";
        }

        var now = time.GetUtcNow();
        return (await alerts.FindMarkAsync(subject, cancellationToken))?.IsQuiet(company.Profile.Work.DateAt(now)) == true ? "The alert has been snoozed."
            : findings.Find(subject, await reader.GetSnapshotAsync(null, cancellationToken), now) is null ? "It is so no longer."
            : null;
    }
}
