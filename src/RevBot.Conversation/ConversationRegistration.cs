using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation;

/// <summary>Registers what runs turns, sends messages and keeps schedules.</summary>
public static class ConversationRegistration
{
    /// <summary>Everything needed to run a turn; stores, channels and capabilities come from their own projects.</summary>
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ChannelDirectory>();
        services.AddSingleton<ActorProfiles>();
        services.AddSingleton<TurnContexts>();
        services.AddSingleton<ITurnRunner, TurnPipeline>();
        services.AddSingleton<FormViews>();
        services.AddSingleton<IFormViews>(provider => provider.GetRequiredService<FormViews>());
        services.AddSingleton<IFormOptions>(provider => provider.GetRequiredService<FormViews>());
        services.AddSingleton<ConversationChecks>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<AudienceGate>();
        services.AddSingleton<OutboxSender>();
        services.AddScoped<IntentRouter>();
        services.AddScoped<ActionRouter>();
        services.AddScoped<FormRouter>();
        services.AddScoped<Interviews>();
        services.AddScoped<FormDrafts>();
        services.AddSingleton<DraftNotes>();
        services.AddScoped<Admissions>();
        services.AddScoped<TurnDispatcher>();
        services.AddScoped<ReplyEffects>();
        services.AddScoped<TurnRecorder>();
        return services;
    }

    /// <summary>The workers of a running server: queued turns, the outbox, the schedule. Names are checked before they start.</summary>
    public static IServiceCollection AddConversationWorkers(this IServiceCollection services)
    {
        services.AddHostedService<TurnWorker>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<SchedulerWorker>();
        return services;
    }
}
