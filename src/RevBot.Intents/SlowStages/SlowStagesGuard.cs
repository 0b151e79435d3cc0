using RevBot.Conversation.Outbox;
using RevBot.Pipeline;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.SlowStages;

/// <summary>Looks once more right before an alert is sent: a stage that is itself again, or that was snoozed meanwhile, is not told.</summary>
public sealed class SlowStagesGuard(IPipelineReader reader, IAlertStore alerts, ICompany company, StageDrifts drifts, TimeProvider time) : ISendGuard
{
    public const string GuardName = "slow-stages";

    public string Name => GuardName;

    /// <param name="argument">The stage's key.</param>
    public async Task<string?> CheckAsync(string argument, CancellationToken cancellationToken)
    {
        var (profile, now) = (company.Profile, time.GetUtcNow());
        var marks = await alerts.GetMarksAsync(SlowStageCards.Kind, cancellationToken);
        return marks.Any(mark => mark.Subject.Id == argument && mark.IsQuiet(profile.Work.DateAt(now))) ? "The alert has been snoozed."
            : drifts.For(await reader.GetSnapshotAsync(null, cancellationToken), profile, now).Find(new StageId(argument)) is null ? "The stage is as fast as its past makes expect."
            : null;
    }
}
