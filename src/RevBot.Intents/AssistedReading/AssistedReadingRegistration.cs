using Microsoft.Extensions.DependencyInjection;

namespace RevBot.Intents.AssistedReading;

/// <summary>Lets a model help to read; without this call the bot reads alone.</summary>
public static class AssistedReadingRegistration
{
    /// <summary>Needs an <see cref="Microsoft.Extensions.AI.IChatClient"/> among the services.</summary>
    public static IServiceCollection AddAssistedReading(this IServiceCollection services, AssistedReadingOptions options) =>
        services.AddSingleton(options).AddSingleton<ReadingModel>().AddScoped<ReadingTrial>();
}
