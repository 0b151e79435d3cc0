using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.UndoLastChange;

/// <summary>"Keep" under what an undo would do.</summary>
public sealed class UndoKeepAction(DealDesk desk, ChangeUndo undo, LeadUndo leads) : IButtonAction
{
    public const string Id = "undo-last-change.keep";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(click);
        var scene = await desk.OpenAsync(context, cancellationToken);
        return LastWrite.LeadOf(click.Value) is var (lead, turn)
            ? await leads.KeepAsync(lead, turn, scene, cancellationToken)
            : await undo.KeepAsync(click.Value, scene, cancellationToken);
    }
}
