using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RevBot.Channels.Slack;
using RevBot.Conversation.Outbox;

namespace RevBot.Channels;

/// <summary>The channels that are switched on: one visible list.</summary>
public static class ChannelRegistration
{
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        if (SlackOptions.From(configuration) is { IsConfigured: true } slack)
        {
            services.AddSlack(configuration, bySocket: slack.AppToken is not null);
        }

        return services;
    }

    private static void AddSlack(this IServiceCollection services, IConfiguration configuration, bool bySocket)
    {
        services.AddOptions<SlackOptions>().Configure(options => options.Read(configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsValidator>();

        // One client for good; its connections are renewed, and the factory's loggers are off since a response URL is a secret.
        services.AddHttpClient(nameof(SlackApi), client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton(provider => new SlackApi(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(SlackApi)), provider.GetRequiredService<IOptions<SlackOptions>>()));
        services.AddSingleton<SlackIdentity>();
        services.AddSingleton<SlackRequestHandler>();
        services.AddSingleton<SlackHttpDoor>();
        services.AddSingleton<IChannel, SlackChannel>();
        services.AddHostedService<SlackSignIn>();
        if (bySocket)
        {
            services.AddHostedService<SlackSocketMode>();
        }
    }
}
