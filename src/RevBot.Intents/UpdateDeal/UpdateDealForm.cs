using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.UpdateDeal;

/// <summary>The form for field values that were not said, filled in with what stands there.</summary>
public sealed class UpdateDealForm(DealDesk desk, DealEditor editor) : IFormHandler
{
    public string FormId => DealEditor.FormId;

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return Read(session, scene) is { Deal: { } deal, Problem: null }
            ? new FormBuild.Ready(DealEditor.Build(session.Seed, soFar, deal, scene))
            : new FormBuild.Unavailable(DealDesk.Refuse(DealEditor.Intent, Read(session, scene).Problem ?? ""));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var (deal, problem) = Read(session, scene);
        return deal is null || problem is not null
            ? DealDesk.Refuse(DealEditor.Intent, problem ?? "")
            : await editor.SubmitAsync(session.Seed, values, deal, scene, cancellationToken);
    }

    private static (Deal? Deal, Denial? Problem) Read(FormSession session, WriteContext scene)
    {
        var deal = scene.Snapshot.Find(new DealId(session.Seed["deal"]));
        return (deal, deal is null ? $"There is no deal #{session.Seed["deal"]} any more. Nothing was changed." : DealDesk.Refusal(deal, scene));
    }
}
