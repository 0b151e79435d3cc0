using RevBot.Conversation.Outbox;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;

namespace RevBot.Intents.Alerts;

/// <summary>Looks once more right before a card is sent: what is so no longer, or was snoozed meanwhile, is not told.</summary>
public abstract class FindingGuard(IPipelineReader reader, IAlertStore alerts, ICompany company, TimeProvider time) : ISendGuard
{
    public abstract string Name { get; }

    /// <param name="argument">The card's key.</param>
    public async Task<string?> CheckAsync(string argument, CancellationToken cancellationToken)
    {
        if (!AlertSubject.TryParse(argument, out var subject))
        {
            return "The alert does not say what it is about.";
        }

        var now = time.GetUtcNow();
        return (await alerts.FindMarkAsync(subject, cancellationToken))?.IsQuiet(company.Profile.Work.DateAt(now)) == true ? "The alert has been snoozed."
            : Find(subject, await reader.GetSnapshotAsync(null, cancellationToken), now) is null ? "It is so no longer."
            : null;
    }

    /// <summary>What a subject is about now; null when it is so no longer.</summary>
    protected abstract IFinding? Find(AlertSubject subject, PipelineSnapshot snapshot, DateTimeOffset now);
}
