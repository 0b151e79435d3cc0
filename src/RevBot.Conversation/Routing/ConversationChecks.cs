using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Routing;

/// <summary>Refuses to start when two capabilities share a name; <c>doctor</c> asks it too.</summary>
public sealed class ConversationChecks(IServiceScopeFactory scopes) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        Verify();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

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
