using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.PauseDeal;

/// <summary>The form for the review date and the reason of a pause.</summary>
public sealed class PauseDealForm(DealDesk desk, DealPauser pauser) : IFormHandler
{
    public string FormId => DealPauser.FormId;

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return DealPauser.Find(session, scene) is { Deal: { } deal, Problem: null }
            ? new FormBuild.Ready(DealPauser.Build(session.Seed, deal, scene))
            : new FormBuild.Unavailable(DealDesk.Refuse(DealPauser.Intent, DealPauser.Find(session, scene).Problem ?? ""));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var (deal, problem) = DealPauser.Find(session, scene);
        return deal is null || problem is not null
            ? DealDesk.Refuse(DealPauser.Intent, problem ?? "")
            : await pauser.SubmitAsync(session.Seed, values, deal, scene, cancellationToken);
    }
}
