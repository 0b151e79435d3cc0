using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Scheduling;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.MoveDeal;
using RevBot.Intents.Slots;
using RevBot.Intents.StalledDeals;
using RevBot.Intents.UndoLastChange;
using RevBot.Intents.UpdateDeal;

namespace RevBot.Intents;

/// <summary>Registers what changes deals and what tells of stalled ones; called by the one registration of this project.</summary>
public static class DealWritingRegistration
{
    public static IServiceCollection AddDealWriting(this IServiceCollection services)
    {
        services.TryAddSingleton<NameDirectory>();
        services.TryAddSingleton<FieldLexicon>();
        services.TryAddSingleton<FieldClauses>();
        services.TryAddSingleton<UpdateDealParser>();
        services.TryAddSingleton<DealSlot>();
        services.TryAddSingleton<OwnerSlot>();
        services.TryAddSingleton<FieldValueSlot>();

        services.AddScoped<DealDesk>();
        services.AddScoped<DealMover>();
        services.AddScoped<DealEditor>();
        services.AddScoped<ChangeUndo>();
        services.AddScoped<IIntent, MoveDealIntent>();
        services.AddScoped<IIntent, UpdateDealIntent>();
        services.AddScoped<IIntent, UndoLastChangeIntent>();
        services.AddScoped<IFormHandler, MoveDealForm>();
        services.AddScoped<IFormHandler, UpdateDealForm>();
        services.AddScoped<IButtonAction, OpenMoveFormAction>();
        services.AddScoped<IButtonAction, UndoAction>();
        return services;
    }

    public static IServiceCollection AddStalledDeals(this IServiceCollection services)
    {
        services.TryAddSingleton<StallClocks>();
        services.AddScoped<SnoozeDesk>();
        services.AddScoped<StalledDealsIntent>();
        services.AddScoped<IIntent>(provider => provider.GetRequiredService<StalledDealsIntent>());
        services.AddScoped<IIntent, SnoozeStallIntent>();
        services.AddScoped<IButtonAction, SnoozeStallAction>();
        services.AddScoped<IButtonAction, WakeStallAction>();
        services.AddScoped<IButtonAction, StallPageAction>();
        services.AddScoped<StalledDealsAlert>();
        services.AddScoped<IScheduledJob>(provider => provider.GetRequiredService<StalledDealsAlert>());
        services.AddScoped<ISendGuard, StalledDealsGuard>();
        return services;
    }
}
