namespace RevBot.Conversation.Turns;

/// <summary>Runs one turn from recognition to commit. The worker calls it for queued utterances; doors call it for clicks and forms, which must be answered at once.</summary>
public interface ITurnRunner
{
    /// <summary>Handles the turn once: a turn id that was handled before gives <see cref="TurnResult.Duplicate"/>. A failure inside a capability becomes a reply with an id to quote; only a broken store throws.</summary>
    Task<TurnResult> RunAsync(Turn turn, CancellationToken cancellationToken);
}
