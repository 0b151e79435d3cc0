using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RevBot.Channels.Teams;
using RevBot.Channels.Teams.Connector;
using RevBot.Channels.Tests.Slack;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

/// <summary>The way out to Teams as it is registered in the process, before the fake connector.</summary>
internal sealed class WayOut : IAsyncDisposable
{
    public const string Channel = "19:deals@thread.tacv2";
    public const string Group = "19:group@thread.v2";
    public const string Chat = "a:1sara";

    public static readonly FakeTeamsUser Sara = new("29:sara", "Sara Lind", "sara@acme.test");
    public static readonly FakeTeamsUser Ben = new("29:ben", "Ben Ode", "ben@acme.test");

    private readonly ServiceProvider _services;

    private WayOut(FakeConnector teams, FakeTime time, ServiceProvider services)
    {
        Teams = teams;
        Time = time;
        _services = services;
    }

    public FakeConnector Teams { get; }

    public FakeTime Time { get; }

    public IServiceProvider Services => _services;

    public ConnectorClient Connector => _services.GetRequiredService<ConnectorClient>();

    public TeamsRooms Rooms => _services.GetRequiredService<TeamsRooms>();

    public TypingIndicator Typing => _services.GetRequiredService<TypingIndicator>();

    public ListLogger Log => _services.GetRequiredService<ListLogger>();

    public IChannel Out => _services.GetServices<IChannel>().Single(channel => channel.Name == "teams");

    public string Service => Teams.ServiceUrl.ToString();

    public ConversationReference InChat => new("teams", FakeConnector.TenantId, Chat, IsDirect: true, Service: Service);

    public ConversationReference InGroup => new("teams", FakeConnector.TenantId, Group, Service: Service);

    public ConversationReference InChannel => new("teams", FakeConnector.TenantId, Channel, Service: Service);

    public static async Task<WayOut> StartAsync(Func<FakeConnector, Dictionary<string, string?>>? settings = null, TimeSpan? patience = null)
    {
        var time = new FakeTime();
        var teams = await FakeConnector.StartAsync(time);
        teams.Add(new FakeTeamsRoom(Chat, "personal") { Members = [Sara] });
        teams.Add(new FakeTeamsRoom(Group, "groupChat", "Deal desk") { Members = [Sara, Ben] });
        teams.Add(new FakeTeamsRoom(Channel, "channel", "Sales/Deals") { TeamId = "19:sales@thread.tacv2", Members = [Sara, Ben] });
        teams.Add(Ben);
        var log = new ListLogger();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings?.Invoke(teams) ?? teams.Settings()).Build();
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(log)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddSingleton<IRoomStore, RoomsInMemory>()
            .AddSingleton<IConfiguration>(configuration)
            .AddChannels(configuration, page: false);
        if (patience is { } wait)
        {
            services.AddHttpClient(nameof(ConnectorClient), client => client.Timeout = wait);
        }

        return new WayOut(teams, time, services.BuildServiceProvider());
    }

    public Task<SendOutcome> SendAsync(OutboundMessage message) => Out.SendAsync(message, CancellationToken.None);

    public Task<SendOutcome> PostAsync(string text, ConversationReference? to = null) => SendAsync(Message(Card.Text(text), to ?? InChat));

    public static OutboundMessage Message(Card card, ConversationReference to) => new()
    {
        Id = "m1",
        TurnId = "teams:1",
        Kind = OutboundKind.Post,
        To = to,
        Card = card,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
