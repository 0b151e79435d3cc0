using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Turns;
using RevBot.Intents.Alerts;
using RevBot.Pipeline;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.Approvals;

/// <summary>Each work day: requests that nobody answered in time are struck on the approvers' cards and told to whoever asked; exceptions that ran out are told to the deal's owner where the deal still lacks something.</summary>
public sealed class ApprovalsJob(IPipelineReader reader, IJobLedger ledger, ChannelDirectory channels, ITurnTransaction transaction, ICompany company) : IScheduledJob
{
    public const string JobName = "approvals";

    /// <summary>Days looked back on at most, where the job did not run for long.</summary>
    private const int MostDays = 7;

    public string Name => JobName;

    public Schedule Schedule => new(company.Profile.Alerts.DigestAt, company.Profile.Work.TimeZone, company.Profile.Work.IsWorkDay);

    public async Task RunAsync(DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (snapshot, today) = (await reader.GetSnapshotAsync(null, cancellationToken), company.Profile.Work.DateAt(now));
        var last = await ledger.GetLastDoneAsync(JobName, cancellationToken) is { } done ? company.Profile.Work.DateAt(done) : today.AddDays(-1);
        var since = last < today.AddDays(-MostDays) ? today.AddDays(-MostDays) : last;
        var (scene, run) = (new ApprovalScene(snapshot, company.Profile, today), new AlertRun(JobName, now, transaction));
        foreach (var (deal, approval) in Ended(snapshot, since, today))
        {
            var isLapsed = approval.StateOn(today) == ApprovalState.Lapsed;
            if (isLapsed)
            {
                run.Update(ApprovalCards.KeyOf(deal, approval.Number), ApprovalCards.Request(deal, approval, scene));
            }

            if (isLapsed || Lacks(deal, approval, scene))
            {
                await TellAsync(isLapsed ? approval.AskedBy : deal.Owner, ApprovalCards.ForAsker(deal, approval, scene), run, now, snapshot, cancellationToken);
            }
        }
    }

    /// <summary>Those whose last day was over after the one day and by the other.</summary>
    private static List<(Deal Deal, Approval Approval)> Ended(PipelineSnapshot snapshot, DateOnly since, DateOnly today)
    {
        var ended = new List<(Deal, Approval)>();
        foreach (var deal in snapshot.Deals.Span)
        {
            if (!deal.Approvals.IsEmpty && deal.Status == DealStatus.Open)
            {
                ended.AddRange(deal.Approvals
                    .Where(approval => approval.Request.Until > since && approval.Request.Until <= today && approval.StateOn(today) is ApprovalState.Lapsed or ApprovalState.RanOut)
                    .Select(approval => (deal, approval)));
            }
        }

        return ended;
    }

    /// <summary>Whether a deal is where an exception let it, and still lacks something there.</summary>
    private static bool Lacks(Deal deal, Approval approval, ApprovalScene scene) =>
        approval.Request.IsException && approval.Request.Stage == deal.Stage && new StageCriteria(scene.Company, scene.Snapshot, scene.Today).Missing(deal).Any(field => approval.Request.Waives.Contains(field.Key));

    private async Task TellAsync(PersonId? whom, Card card, AlertRun run, DateTimeOffset now, PipelineSnapshot snapshot, CancellationToken cancellationToken)
    {
        var person = whom is { } id ? snapshot.People.GetValueOrDefault(id) : null;
        if (person is { Active: true, Email: { Length: > 0 } email } && (await channels.FindPersonAsync(email, cancellationToken)).Found is { } found)
        {
            run.Post(found.Chat, card, notBefore: company.Profile.Alerts.NextTelling(now, found.Zone ?? company.Profile.Work.TimeZone, company.Profile.Work));
        }
    }
}
