using Microsoft.Extensions.DependencyInjection;

namespace RevBot.Conversation.Routing;

/// <summary>Finds what a button does by its action id. The actions are made when a button was pressed: most turns press none.</summary>
public sealed class ActionRouter(IServiceProvider services)
{
    /// <summary>Null for an action that is no longer known (an old message).</summary>
    public IButtonAction? Find(string actionId) => services.GetServices<IButtonAction>().FirstOrDefault(action => action.ActionId == actionId);
}
