using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.PostMortems;

/// <summary>"Post-mortem" on the card of a loss: asks five questions. The value is the deal's id.</summary>
public sealed class OpenPostMortemAction(DealDesk desk) : IButtonAction
{
    public const string Id = "post-mortem.open";

    public string ActionId => Id;

    public static CardButton Button(Deal deal, string lead = "") => new($"{lead}Post-mortem", Id, deal.Id.Value, ButtonStyle.Primary) { OpensForm = true };

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        var deal = scene.Snapshot.Find(new DealId(click.Value));
        var problem = PostMortemForm.Problem(deal, click.Value, scene);
        return deal is null || problem is not null
            ? new Reply.Whisper(Card.Text(problem?.Reason ?? "")) { Data = ChangeData.Refused(PostMortemForm.Intent, problem ?? "") }
            : PostMortemForm.Offer(deal, scene);
    }
}
