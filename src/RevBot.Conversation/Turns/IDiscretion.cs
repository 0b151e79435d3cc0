namespace RevBot.Conversation.Turns;

/// <summary>Says whether what is answered in a room may be read by everybody who reads there: asked of every answer, so that no capability has to remember to.</summary>
public interface IDiscretion
{
    /// <summary>Why only the person may read the answer, as a sentence for them; null where everybody may.</summary>
    ValueTask<string?> WhyAloneAsync(TurnContext context, CancellationToken cancellationToken);
}
