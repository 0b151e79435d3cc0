using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;
using RevBot.Intents.MoveDeal;
using RevBot.Intents.Slots;
using RevBot.Intents.UpdateDeal;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.AuditDeals;

/// <summary>A fix on an audit's card: writes, or asks for what only a person knows. Rights, and what happened to the deal since the card was shown, are looked at now.</summary>
public sealed class FixDealAction(DealDesk desk, DealEditor editor) : IButtonAction
{
    public const string Id = "hygiene-audit.fix";

    private static readonly Dictionary<string, string?> Nothing = [];

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (AuditFixes.Read(click.Value) is not var (id, version, fix) || scene.Snapshot.Find(id) is not { } deal)
        {
            return Whisper("I can't find that deal any more. Please ask for the audit again.");
        }

        var fields = FieldsOf(fix);
        return DealDesk.Refusal(deal, scene) is { } refusal ? Whisper(refusal)
            : await desk.RivalAsync(deal, version, fields, scene, cancellationToken) is { } rival ? Whisper(rival)
            : Beside(await FixAsync(deal, fix, fields, scene, cancellationToken));
    }

    private async Task<Reply> FixAsync(Deal deal, string fix, string[] fields, WriteContext scene, CancellationToken cancellationToken) => fix switch
    {
        AuditFixes.MarkLost when scene.Company.Process.Stages.FirstOrDefault(stage => stage.Group == StageGroup.Lost) is { } lost =>
            DealMover.Offer(new MoveSeed(deal.Id, deal.Version, lost.Id, new Dictionary<string, string>()), deal, scene),

        // An empty note makes the rules say what a loss needs to be told.
        AuditFixes.AskReason => await editor.EditAsync(
            deal, new Dictionary<string, string?> { [DealFields.LossNote] = deal.LossNote }, scene, cancellationToken, LossSuggestion.Of(deal.LossNote, scene.Company)),
        _ when fix.StartsWith(AuditFixes.MoveDate, StringComparison.Ordinal) =>
            await editor.EditAsync(deal, new Dictionary<string, string?> { [DealFields.CloseDate] = fix[AuditFixes.MoveDate.Length..] }, scene, cancellationToken),
        _ when fields.Length > 0 => DealEditor.Offer(deal, fields, Nothing, scene, required: fix.StartsWith(AuditFixes.Ask, StringComparison.Ordinal)),
        _ => Whisper("I don't know that fix any more. Please ask for the audit again."),
    };

    /// <summary>What a fix writes.</summary>
    private static string[] FieldsOf(string fix) => fix switch
    {
        AuditFixes.MarkLost => [],
        AuditFixes.AskReason => [DealFields.LossReason],
        _ when fix.StartsWith(AuditFixes.MoveDate, StringComparison.Ordinal) => [DealFields.CloseDate],
        _ => fix[(fix.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries),
    };

    /// <summary>The card with the other deals stays: what was done is said under it, and what was not only to the person who pressed.</summary>
    private static Reply Beside(Reply reply) => reply switch
    {
        Reply.Replace refused when (string?)refused.Data?["outcome"] == "refused" => new Reply.Whisper(refused.Card) { Data = refused.Data, Audit = refused.Audit },
        Reply.Replace done => new Reply.Say(done.Card) { UpdateLive = done.UpdateLive, Remember = done.Remember, Data = done.Data, Audit = done.Audit },
        _ => reply,
    };

    private static Reply.Whisper Whisper(Denial why) => new(Card.Text(why.Reason)) { Data = ChangeData.Refused(DealEditor.Intent, why) };
}
