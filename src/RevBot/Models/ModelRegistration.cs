using Microsoft.Extensions.AI;
using RevBot.Hosting;
using RevBot.Intents.AssistedReading;

namespace RevBot.Models;

/// <summary>Lets the model of the settings help to read; adds nothing where none is named.</summary>
internal static class ModelRegistration
{
    /// <exception cref="CommandException">A model is named, but the settings cannot work; all problems are named.</exception>
    public static IServiceCollection AddModel(this IServiceCollection services, ModelOptions options)
    {
        if (!options.IsConfigured)
        {
            return services;
        }

        if (options.FindProblems() is { Count: > 0 } problems)
        {
            throw new CommandException(string.Join(Environment.NewLine, problems));
        }

        // As for the platforms: one client for good, whose connections are renewed; no redirects, since the key goes with the request; none of the factory's loggers.
        services.AddHttpClient(nameof(ModelWire), client =>
            {
                // The reader has a shorter patience of its own, by its own clock.
                client.Timeout = TimeSpan.FromSeconds(30);
                client.MaxResponseContentBufferSize = ModelWire.LongestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ActivityHeadersPropagator = null })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton(options);
        services.AddSingleton<IChatClient>(provider =>
        {
            var wire = new ModelWire(provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ModelWire)), options);
            return options.Provider == ModelProvider.Anthropic ? new AnthropicChatClient(wire, options.Name ?? string.Empty) : new OpenAiChatClient(wire, options.Name ?? string.Empty);
        });
        return services.AddAssistedReading(options.Reading);
    }
}
