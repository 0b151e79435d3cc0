using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Intents.PickDeal;

namespace RevBot.Intents.HandOver;

/// <summary>The form that hands a deal over, one that was named or one that is picked in it.</summary>
public sealed class HandOverForm(DealDesk desk, DealHandOver handOver) : IFormHandler, IOptionSource
{
    public string FormId => DealHandOver.FormId;

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var scene = await desk.OpenAsync(context, cancellationToken);
        var (deal, problem) = DealHandOver.Find(session, soFar, scene);
        return problem is not null && session.Seed.ContainsKey(DealHandOver.DealKey)
            ? new FormBuild.Unavailable(DealDesk.Refuse(DealHandOver.Intent, problem))
            : new FormBuild.Ready(DealHandOver.Build(session.Seed, soFar, problem is null ? deal : null, scene));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var scene = await desk.OpenAsync(context, cancellationToken);
        return DealHandOver.Find(session, values, scene) switch
        {
            (null, null) => new Reply.FormErrors([new FieldError(DealHandOver.DealKey, "Pick a deal.")]),
            (_, { } problem) => session.Seed.ContainsKey(DealHandOver.DealKey) ? DealDesk.Refuse(DealHandOver.Intent, problem) : new Reply.FormErrors([new FieldError(DealHandOver.DealKey, problem.Reason)]),
            ({ } deal, null) => await handOver.SubmitAsync(session.Seed, values, deal, scene, cancellationToken),
        };
    }

    public async Task<IReadOnlyList<FieldOption>> FindAsync(FormSession session, string fieldId, string typed, TurnContext context, int most, CancellationToken cancellationToken) =>
        fieldId == DealHandOver.DealKey ? DealChoices.Find(typed, await desk.OpenAsync(context, cancellationToken), most) : [];
}
