using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Intents.PickDeal;

namespace RevBot.Intents.LogActivity;

/// <summary>The form of a call or meeting, of a deal that was named or that is picked in it.</summary>
public sealed class LogActivityForm(DealDesk desk, ActivityLogger logger) : IFormHandler, IOptionSource
{
    public string FormId => ActivityLogger.FormId;

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var scene = await desk.OpenAsync(context, cancellationToken);
        var (deal, problem) = ActivityLogger.Find(session, soFar, scene);
        return problem is not null && session.Seed.ContainsKey(ActivityLogger.DealKey)
            ? new FormBuild.Unavailable(DealDesk.Refuse(ActivityLogger.Intent, problem))
            : new FormBuild.Ready(ActivityLogger.Build(session.Seed, soFar, problem is null ? deal : null, scene));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var scene = await desk.OpenAsync(context, cancellationToken);
        return ActivityLogger.Find(session, values, scene) switch
        {
            (null, null) => new Reply.FormErrors([new FieldError(ActivityLogger.DealKey, "Pick a deal.")]),
            (_, { } problem) => session.Seed.ContainsKey(ActivityLogger.DealKey) ? DealDesk.Refuse(ActivityLogger.Intent, problem) : new Reply.FormErrors([new FieldError(ActivityLogger.DealKey, problem.Reason)]),
            ({ } deal, null) => await logger.SubmitAsync(session.Seed, values, deal, scene, cancellationToken),
        };
    }

    public async Task<IReadOnlyList<FieldOption>> FindAsync(FormSession session, string fieldId, string typed, TurnContext context, int most, CancellationToken cancellationToken) =>
        fieldId == ActivityLogger.DealKey ? DealChoices.Find(typed, await desk.OpenAsync(context, cancellationToken), most) : [];
}
