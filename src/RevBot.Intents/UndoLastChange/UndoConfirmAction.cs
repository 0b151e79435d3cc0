using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.UndoLastChange;

/// <summary>"Put it back" under what an undo would do.</summary>
public sealed class UndoConfirmAction(DealDesk desk, ChangeUndo undo) : IButtonAction
{
    public const string Id = "undo-last-change.confirm";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        await undo.UndoAsync(click.Value, await desk.OpenAsync(context, cancellationToken), cancellationToken);
}
