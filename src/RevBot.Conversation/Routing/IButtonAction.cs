using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Routing;

/// <summary>What happens when a button is pressed. Scoped to the turn.</summary>
public interface IButtonAction
{
    /// <summary><c>slice.verb</c>; unique.</summary>
    string ActionId { get; }

    Task<Reply> HandleAsync(TurnInput.ButtonClick click, TurnContext context, CancellationToken cancellationToken);
}
