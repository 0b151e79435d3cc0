using System.Collections.Frozen;

namespace RevBot.Conversation.Routing;

/// <summary>Finds what a button does by its action id.</summary>
public sealed class ActionRouter(IEnumerable<IButtonAction> actions)
{
    private readonly FrozenDictionary<string, IButtonAction> _actions = UniqueNames.Index(actions, action => action.ActionId, "action id");

    /// <summary>Null for an action that is no longer known (an old message).</summary>
    public IButtonAction? Find(string actionId) => _actions.GetValueOrDefault(actionId);
}
