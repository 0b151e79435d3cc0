using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams.Auth;

/// <summary>What holds while Microsoft's emulators on this machine talk to the bot unchecked: it is said loudly, no other machine can reach it, and nobody is taken for a person of a real company.</summary>
internal sealed partial class LocalMode(IOptions<TeamsOptions> options, IServiceProvider services, ILogger<LocalMode> logger) : IHostedLifecycleService
{
    /// <summary>Stands for the organisation, so that nobody an emulator makes up is mistaken for somebody known from a real one.</summary>
    public const string Tenant = "local";

    private static readonly ActorProfile Stranger = new("local test", null, null, IsGuest: true);

    /// <summary>Whether the people of the store are made up as well: only then an emulator's user may be one of them.</summary>
    public bool IsDemo { get; set; }

    /// <summary>What an emulator says of a user, as far as it may be believed.</summary>
    public ActorProfile Limit(ActorProfile told) => !options.Value.AllowAnonymousLoopback || IsDemo ? told : Stranger;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.AllowAnonymousLoopback || services.GetService(typeof(IServer)) is not IServer server)
        {
            return Task.CompletedTask;
        }

        var open = server.Features.Get<IServerAddressesFeature>()?.Addresses.Where(address => !Uri.TryCreate(address, UriKind.Absolute, out var url) || !LoopbackGate.IsLocalName(url.Host)).ToList() ?? [];
        if (open.Count > 0)
        {
            throw new OptionsValidationException(
                nameof(TeamsOptions),
                typeof(TeamsOptions),
                [$"{TeamsOptions.Section}:AllowAnonymousLoopback lets everybody in unchecked who can reach {string.Join(" and ", open)}: listen on localhost only, or remove the setting."]);
        }

        LogOpen(IsDemo ? "its users are those of the demo company" : "its users are nobody the company knows");
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "UNCHECKED TEAMS DOOR: every program on this machine can speak to the bot as anybody; {Consequence}. Never use this beyond trying the bot out.")]
    private partial void LogOpen(string consequence);
}
