using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Changes;

namespace RevBot.Intents.UndoLastChange;

/// <summary>"Keep" under what an undo would do.</summary>
public sealed class UndoKeepAction(DealDesk desk, ChangeUndo undo) : IButtonAction
{
    public const string Id = "undo-last-change.keep";

    public string ActionId => Id;

    public async Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken) =>
        await undo.KeepAsync(click.Value, await desk.OpenAsync(context, cancellationToken), cancellationToken);
}
