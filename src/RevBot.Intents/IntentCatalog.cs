using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Ask;
using RevBot.Intents.DealLookup;
using RevBot.Intents.Help;
using RevBot.Intents.ListDeals;

namespace RevBot.Intents;

/// <summary>Every capability, one visible line each: what can be said and which buttons answer.</summary>
internal static class IntentCatalog
{
    public static void AddAll(IServiceCollection services)
    {
        services.AddIntent<AskIntent>().AddAction<ShowDealsAction>().AddAction<AskAgainAction>();
        services.AddIntent<ListDealsIntent>().AddAction<NextPageAction>();
        services.AddIntent<DealLookupIntent>().AddAction<OpenDealAction>();
        services.AddIntent<DefineTermIntent>();
        services.AddIntent<FollowUpIntent>();
        services.AddIntent<HelpIntent>();
    }

    /// <summary>Also by its own type, for the buttons of the same slice.</summary>
    private static IServiceCollection AddIntent<T>(this IServiceCollection services)
        where T : class, IIntent =>
        services.AddScoped<T>().AddScoped<IIntent>(provider => provider.GetRequiredService<T>());

    private static IServiceCollection AddAction<T>(this IServiceCollection services)
        where T : class, IButtonAction =>
        services.AddScoped<IButtonAction, T>();
}
