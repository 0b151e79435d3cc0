using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams.Auth;

/// <summary>What holds while Microsoft's emulators on this machine talk to the bot unchecked: it is said loudly, and nobody is taken for a person of a real company.</summary>
internal sealed partial class LocalMode(IOptions<TeamsOptions> options, ILogger<LocalMode> logger) : IHostedService
{
    /// <summary>Stands for the organisation, so that nobody an emulator makes up is mistaken for somebody known from a real one.</summary>
    public const string Tenant = "local";

    private static readonly ActorProfile Stranger = new("local test", null, null, IsGuest: true);

    /// <summary>Whether the people of the store are made up as well: only then an emulator's user may be one of them.</summary>
    public bool IsDemo { get; set; }

    /// <summary>What an emulator says of a user, as far as it may be believed.</summary>
    public ActorProfile Limit(ActorProfile told) => !options.Value.AllowAnonymousLoopback || IsDemo ? told : Stranger;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.AllowAnonymousLoopback)
        {
            LogOpen(IsDemo ? "its users are those of the demo company" : "its users are nobody the company knows");
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "UNCHECKED TEAMS DOOR: every program on this machine can speak to the bot as anybody; {Consequence}. Never use this beyond trying the bot out.")]
    private partial void LogOpen(string consequence);
}
