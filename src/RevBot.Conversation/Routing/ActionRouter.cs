namespace RevBot.Conversation.Routing;

/// <summary>Finds what a button does by its action id.</summary>
public sealed class ActionRouter(IEnumerable<IButtonAction> actions)
{
    /// <summary>Null for an action that is no longer known (an old message).</summary>
    public IButtonAction? Find(string actionId) => actions.FirstOrDefault(action => action.ActionId == actionId);
}
