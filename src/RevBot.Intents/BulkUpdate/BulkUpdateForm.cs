using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.BulkUpdate;

/// <summary>What was shown of a change of many deals, to be agreed to, with the fields that are asked for once for all of them.</summary>
public sealed class BulkUpdateForm(DealDesk desk, BulkUpdater updater) : IFormHandler
{
    public string FormId => BulkUpdater.FormId;

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return DealDesk.PastRefusal(scene) is { } past
            ? new FormBuild.Unavailable(DealDesk.Refuse(BulkUpdateIntent.Name, past))
            : new FormBuild.Ready(BulkUpdater.Build(session.Seed, soFar, scene));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken) =>
        await updater.SubmitAsync(session.Seed, values, await desk.OpenAsync(context, cancellationToken), cancellationToken);
}
