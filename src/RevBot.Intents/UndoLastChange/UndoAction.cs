using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.UndoLastChange;

/// <summary>"Undo" on a confirmation: shows in its place what would be put back.</summary>
public sealed class UndoAction(DealDesk desk, ChangeUndo undo) : IButtonAction
{
    public string ActionId => LastWrite.UndoAction;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        await undo.PreviewAsync(click.Value, await desk.OpenAsync(context, cancellationToken), cancellationToken);
}
