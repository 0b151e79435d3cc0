using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.MoveDeal;

/// <summary>The one form that moves a deal, from a sentence and from an alert's button alike. Its fields are what the rules say is missing.</summary>
public sealed class MoveDealForm(DealDesk desk, DealMover mover) : IFormHandler
{
    public string FormId => DealMover.FormId;

    /// <summary>What is asked for goes by the stage: a loss and a step ahead are two forms to whoever fills them in.</summary>
    public string UseName(FormSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return MoveSeed.Read(session.Seed).To is { } stage ? $"{FormId}:{stage}" : FormId;
    }

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var seed = MoveSeed.Read(session.Seed);
        if (scene.Snapshot.Find(seed.Deal) is not { } deal)
        {
            return new FormBuild.Unavailable(Gone(seed));
        }

        if (DealDesk.Refusal(deal, scene) is { } refusal)
        {
            return new FormBuild.Unavailable(DealDesk.Refuse(DealMover.Intent, refusal));
        }

        // Somebody else may have moved it since the form was offered: then there is nothing to fill in.
        return await desk.RivalAsync(deal, seed.Version, [], scene, cancellationToken) is { } rival
            ? new FormBuild.Unavailable(DealDesk.Refuse(DealMover.Intent, rival))
            : new FormBuild.Ready(MoveSheet.Build(seed, soFar, deal, scene));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var seed = MoveSeed.Read(session.Seed);
        if (scene.Snapshot.Find(seed.Deal) is not { } deal)
        {
            return Gone(seed);
        }

        return DealDesk.Refusal(deal, scene) is { } refusal
            ? DealDesk.Refuse(DealMover.Intent, refusal)
            : await mover.SubmitAsync(seed, values, deal, scene, cancellationToken);
    }

    private static Reply Gone(MoveSeed seed) => DealDesk.Refuse(DealMover.Intent, $"There is no deal #{seed.Deal} any more. Nothing was changed.");
}
