using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;

namespace RevBot.Intents.UndoLastChange;

/// <summary>"Undo": takes back the last thing this person had written in this conversation.</summary>
public sealed partial class UndoLastChangeIntent(DealDesk desk, ChangeUndo undo) : IIntent
{
    /// <summary>Where nothing was changed here, an answer may be meant.</summary>
    private const double OfNothing = .9;

    public IntentDescription Description { get; } = new(
        ChangeUndo.Intent, "Take back the last change you made here, within 24 hours", ["undo", "undo that", "take that back"], Writes: true);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Shape().IsMatch(utterance.Normalized) ? new Recognition(context.Memory.Recall(LastWrite.Key, context.Now) is null ? OfNothing : .98, utterance) : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return context.Memory.Recall(LastWrite.Key, context.Now) is { } last
            ? await undo.UndoAsync(last, scene, cancellationToken)
            : DealDesk.Refuse(ChangeUndo.Intent, "There is nothing here that I could undo: I remember only your last change in this conversation. An older one has Undo on its confirmation, for 24 hours.");
    }

    [GeneratedRegex(@"^(?:please )?(?:undo|revert|roll back|rollback|take (?:that|it) back|put (?:that|it) back|i didn't mean that)(?: (?:that|it|this|the last (?:change|one|thing)|my last (?:change|one)|last change))?(?: please)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
