using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.SubmitForecast;

/// <summary>"Submit forecast": the form of one's own for the current quarter. There is no value.</summary>
public sealed class OpenForecastFormAction(DealDesk desk) : IButtonAction
{
    public const string Id = "submit-forecast.open";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return ForecastSubmitter.Refusal(scene) is { } refusal
            ? new Reply.Whisper(Card.Text(refusal.Reason)) { Data = ChangeData.Refused(ForecastSubmitter.Intent, refusal) }
            : ForecastSubmitter.Offer(new Dictionary<string, string>(), scene);
    }
}
