using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.PauseDeal;

/// <summary>"Resume" on a paused deal's card. The value is the deal's id.</summary>
public sealed class ResumeDealAction(DealDesk desk, DealPauser pauser) : IButtonAction
{
    public const string Id = "pause-deal.resume";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return PauseButtons.Find(click, scene) is var (deal, refusal) && deal is not null ? await pauser.ResumeAsync(deal, scene, cancellationToken) : refusal;
    }
}
