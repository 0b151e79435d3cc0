using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Approvals;

/// <summary>The form for why something is to be approved and until when.</summary>
public sealed class AskApprovalForm(DealDesk desk, ApprovalDesk approvals) : IFormHandler
{
    public string FormId => ApprovalDesk.FormId;

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var (seed, deal, problem) = Read(session, scene);
        if (deal is null || problem is not null)
        {
            return new FormBuild.Unavailable(DealDesk.Refuse(ApprovalDesk.Intent, problem ?? ""));
        }

        // It may have been approved, asked for or filled in since the form was offered.
        var offer = ApprovalDesk.Offer(seed, deal, scene);
        return offer is Reply.Ask && ApprovalSheet.WishOf(seed, deal, scene) is { } wish
            ? new FormBuild.Ready(ApprovalSheet.Build(seed, wish, deal, scene))
            : new FormBuild.Unavailable(offer);
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var (seed, deal, problem) = Read(session, scene);
        return deal is null || problem is not null
            ? DealDesk.Refuse(ApprovalDesk.Intent, problem ?? "")
            : await approvals.AskAsync(seed, values, deal, scene, cancellationToken);
    }

    private static (ApprovalSeed Seed, Deal? Deal, Denial? Problem) Read(FormSession session, WriteContext scene)
    {
        var seed = ApprovalSeed.Read(session.Seed);
        var deal = scene.Snapshot.Find(seed.Deal);
        return (seed, deal, deal is null ? $"There is no deal #{seed.Deal} any more. Nothing was changed." : DealDesk.Refusal(deal, scene));
    }
}
