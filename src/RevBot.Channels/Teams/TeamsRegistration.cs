using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RevBot.Channels.Teams.Auth;
using RevBot.Channels.Teams.Connector;
using RevBot.Channels.Teams.Invokes;
using RevBot.Conversation.Outbox;

namespace RevBot.Channels.Teams;

/// <summary>Everything that speaks Teams.</summary>
internal static class TeamsRegistration
{
    public static void AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TeamsOptions>().Configure(options => options.Read(configuration)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidator>();
        services.AddSingleton<TeamsRooms>();
        services.AddDoor();
        services.AddWayOut(configuration);
    }

    /// <summary>Who may come in, and what is done with what they bring.</summary>
    private static void AddDoor(this IServiceCollection services)
    {
        services.AddClient(nameof(SigningKeys), viaProxy: true);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SigningKeys>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(SigningKeys))));
        services.AddSingleton<TokenVerifier>();
        services.AddSingleton<LocalMode>();
        services.AddHostedService(provider => provider.GetRequiredService<LocalMode>());
        services.AddSingleton<TeamsRoomNames>();
        services.AddHostedService(provider => provider.GetRequiredService<TeamsRoomNames>());
        services.AddSingleton<TeamsRoomEvents>();
        services.AddSingleton<PrivateAnswers>();
        services.AddSingleton<PressRunner>();
        services.AddSingleton<CardInvokes>();
        services.AddSingleton<DialogInvokes>();
        services.AddSingleton<SearchInvokes>();
        services.AddSingleton<SubmittedMessages>();
        services.AddSingleton<InvokeMemory>();
        services.AddSingleton<TeamsRequestHandler>();
        services.AddSingleton<TeamsHttpDoor>();
    }

    private static void AddWayOut(this IServiceCollection services, IConfiguration configuration)
    {
        // A managed identity is asked at an address of this machine's own, which no proxy knows.
        services.AddClient(nameof(ConnectorTokens), viaProxy: TeamsOptions.From(configuration).AppType != TeamsAppType.UserAssignedMSI);
        services.AddClient(nameof(ConnectorClient), viaProxy: true);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ConnectorTokens>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ConnectorTokens)), ManagedIdentity.From(configuration)));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ConnectorClient>(
            provider, provider.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ConnectorClient))));
        services.AddSingleton<TeamsPeople>();
        services.AddSingleton<TeamsAudiences>();
        services.AddSingleton<TypingIndicator>();
        services.AddSingleton<IChannel, TeamsChannel>();
    }

    /// <summary>One client for good; its connections are renewed, no redirect carries a token elsewhere, the factory's loggers are off since addresses hold ids of people, and our trace ids are none of a platform's business. The emulator leaves some calls without any answer: hence the timeout.</summary>
    private static void AddClient(this IServiceCollection services, string name, bool viaProxy) => services
        .AddHttpClient(name, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(15);
            client.MaxResponseContentBufferSize = 4 * 1024 * 1024;
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = viaProxy,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ActivityHeadersPropagator = null,
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
}
