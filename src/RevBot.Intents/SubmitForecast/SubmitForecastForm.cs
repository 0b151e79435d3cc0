using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.SubmitForecast;

/// <summary>The form of one's own forecast.</summary>
public sealed class SubmitForecastForm(DealDesk desk, ForecastSubmitter submitter) : IFormHandler
{
    public string FormId => ForecastSubmitter.FormId;

    public async Task<FormBuild> BuildAsync(FormSession session, FormValues soFar, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var scene = await desk.OpenAsync(context, cancellationToken);
        return ForecastSubmitter.Refusal(scene) is { } refusal
            ? new FormBuild.Unavailable(DealDesk.Refuse(ForecastSubmitter.Intent, refusal))
            : new FormBuild.Ready(ForecastSubmitter.Build(session.Seed, soFar, scene));
    }

    public async Task<Reply> SubmitAsync(FormSession session, FormValues values, TurnContext context, CancellationToken cancellationToken) =>
        submitter.Submit(values, await desk.OpenAsync(context, cancellationToken));
}
