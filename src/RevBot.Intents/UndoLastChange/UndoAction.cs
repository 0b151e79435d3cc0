using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.UndoLastChange;

/// <summary>"Undo" on a confirmation: shows in its place what would be put back.</summary>
public sealed class UndoAction(DealDesk desk, ChangeUndo undo, LeadUndo leads) : IButtonAction
{
    public string ActionId => LastWrite.UndoAction;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(click);
        var scene = await desk.OpenAsync(context, cancellationToken);
        return LastWrite.LeadOf(click.Value) is var (lead, turn)
            ? await leads.PreviewAsync(lead, turn, scene, cancellationToken)
            : await undo.PreviewAsync(click.Value, scene, cancellationToken);
    }
}
