using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.MoveDeal;

/// <summary>"Mark lost" on a card: opens the move form for the company's first lost stage, which asks for the reason. The value is a deal's id.</summary>
public sealed class OpenLossFormAction(DealDesk desk) : IButtonAction
{
    public const string Id = "move-deal.lose";

    public string ActionId => Id;

    public Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) => desk.PressAsync(
        click.Value,
        DealMover.Intent,
        context,
        (deal, scene) =>
        {
            if (deal.Status == DealStatus.Lost)
            {
                return new Reply.Whisper(Card.Text($"{deal.Name} is lost already: it is in {scene.NameOf(deal.Stage)}."));
            }

            var lost = scene.Company.Process.Stages.First(stage => stage.Group == StageGroup.Lost);
            return DealMover.Offer(new MoveSeed(deal.Id, deal.Version, lost.Id, new Dictionary<string, string>()), deal, scene);
        },
        cancellationToken);
}
