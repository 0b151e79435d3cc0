using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Routing;

/// <summary>Refuses two capabilities that share a name, before a door is open.</summary>
public sealed class ConversationChecks(IServiceScopeFactory scopes)
{
    /// <exception cref="InvalidOperationException">With a sentence that names both.</exception>
    public void Verify()
    {
        using var scope = scopes.CreateScope();
        var services = scope.ServiceProvider;
        UniqueNames.Index(services.GetServices<IIntent>(), intent => intent.Description.Name, "intent name");
        UniqueNames.Index(services.GetServices<IButtonAction>(), action => action.ActionId, "action id");
        UniqueNames.Index(services.GetServices<IFormHandler>(), form => form.FormId, "form id");
        UniqueNames.Index(services.GetServices<ISendGuard>(), guard => guard.Name, "send guard name");
        UniqueNames.Index(services.GetServices<IScheduledJob>(), job => job.Name, "job name");
        UniqueNames.Index(services.GetServices<IChannel>(), channel => channel.Name, "channel name");
    }
}
