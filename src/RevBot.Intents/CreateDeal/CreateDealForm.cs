using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.CreateDeal;

/// <summary>The form of a new deal.</summary>
public sealed class CreateDealForm(DealDesk desk, DealCreator creator) : IFormHandler, IOptionSource
{
    public string FormId => DealCreator.FormId;

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var scene = await desk.OpenAsync(context, cancellationToken);
        return DealDesk.CreateRefusal(null, scene) is { } refusal
            ? new FormBuild.Unavailable(DealDesk.Refuse(DealCreator.Intent, refusal))
            : new FormBuild.Ready(CreateDealSheet.Build(CreateDealSeed.Read(session.Seed), soFar, scene));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return await creator.SubmitAsync(CreateDealSeed.Read(session.Seed), values, await desk.OpenAsync(context, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyList<FieldOption>> FindAsync(FormSession session, string fieldId, string typed, TurnContext context, int most, CancellationToken cancellationToken) =>
        fieldId == DealFields.Account ? AccountChoices.Find(typed, await desk.OpenAsync(context, cancellationToken), most) : [];
}
