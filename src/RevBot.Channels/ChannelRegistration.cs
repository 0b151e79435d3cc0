using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RevBot.Channels.LocalPage;
using RevBot.Channels.Slack;
using RevBot.Channels.Teams;
using RevBot.Channels.Terminal;
using RevBot.Conversation.Outbox;

namespace RevBot.Channels;

/// <summary>The channels that are switched on: one visible list.</summary>
public static class ChannelRegistration
{
    /// <summary>True when settings of a chat platform are there; without any, the local page is the way in.</summary>
    public static bool HasPlatform(IConfiguration configuration) => SlackOptions.From(configuration).IsConfigured || TeamsOptions.From(configuration).IsConfigured;

    /// <param name="page">Whether the local page is one of them; it needs an <see cref="IPageDirectory"/>.</param>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration, bool page)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IChannel, TerminalChannel>();
        if (page)
        {
            services.AddSingleton<PageFeed>();
            services.AddSingleton<IChannel, PageChannel>();
        }

        if (SlackOptions.From(configuration) is { IsConfigured: true } slack)
        {
            services.AddSlack(configuration, bySocket: slack.AppToken is not null);
        }

        if (TeamsOptions.From(configuration).IsOpen)
        {
            services.AddTeams(configuration);
        }

        return services;
    }

    /// <summary>Opens the doors that were added.</summary>
    /// <param name="showPage">Whether the local page may be opened now.</param>
    /// <param name="isDemo">Whether the people of the store are made up.</param>
    public static void MapChannels(this WebApplication app, bool showPage, bool isDemo)
    {
        if (app.Services.GetService<SlackHttpDoor>() is not null)
        {
            app.MapSlack();
        }

        app.MapTeams(isDemo);
        if (showPage)
        {
            app.MapPage();
        }
    }

    /// <summary>How the bot can be reached, a sentence for each platform.</summary>
    public static IEnumerable<string> Describe(IServiceProvider services)
    {
        if (services.GetService<SlackHttpDoor>() is not null)
        {
            yield return services.GetRequiredService<IOptions<SlackOptions>>().Value.AppToken is null
                ? "Slack reaches it at /slack/events, /slack/commands and /slack/interactivity."
                : "Slack is connected by Socket Mode.";
        }

        if (services.GetService<TeamsHttpDoor>() is not null)
        {
            yield return services.GetRequiredService<IOptions<TeamsOptions>>().Value.AllowAnonymousLoopback
                ? $"Microsoft's emulators on this machine reach it at {TeamsEndpoints.MessagesPath}, unchecked."
                : $"Teams reaches it at {TeamsEndpoints.MessagesPath}.";
        }
    }

    private static void AddSlack(this IServiceCollection services, IConfiguration configuration, bool bySocket)
    {
        services.AddOptions<SlackOptions>().Configure(options => options.Read(configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsValidator>();

        // One client for good; its connections are renewed, and the factory's loggers are off since a response URL is a secret; our trace ids are none of a platform's business.
        services.AddHttpClient(nameof(SlackApi), client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ActivityHeadersPropagator = null })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton(provider => new SlackApi(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(SlackApi)), provider.GetRequiredService<IOptions<SlackOptions>>()));
        services.AddSingleton<SlackIdentity>();
        services.AddSingleton<SlackPeople>();
        services.AddSingleton<SlackChats>();
        services.AddSingleton<SlackHome>();
        services.AddSingleton<SlackAudiences>();
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
