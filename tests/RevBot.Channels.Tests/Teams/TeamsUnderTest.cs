using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RevBot.Channels.Teams;
using RevBot.Channels.Tests.Slack;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Testing;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

/// <summary>Teams' door as it stands in the process, on a real port, before an inbox and a runner that a test can look into.</summary>
internal sealed class TeamsUnderTest : IAsyncDisposable
{
    public const string Service = "https://smba.trafficmanager.net/emea/";

    private readonly WebApplication _app;

    private TeamsUnderTest(WebApplication app, FakeTokenIssuer issuer, HttpClient http, FakeTime time)
    {
        _app = app;
        Issuer = issuer;
        Http = http;
        Time = time;
        Sender = new TeamsSender(issuer, http);
    }

    public FakeTokenIssuer Issuer { get; }

    public TeamsSender Sender { get; }

    public TeamsPayloads Payloads { get; init; } = new(Service);

    public HttpClient Http { get; }

    public FakeTime Time { get; }

    public RecordingInbox Inbox => _app.Services.GetRequiredService<RecordingInbox>();

    public ScriptedRunner Runner => _app.Services.GetRequiredService<ScriptedRunner>();

    public ScriptedForms Forms => _app.Services.GetRequiredService<ScriptedForms>();

    public TeamsRooms Rooms => _app.Services.GetRequiredService<TeamsRooms>();

    public ListLogger Log => _app.Services.GetRequiredService<ListLogger>();

    public IChannel Channel => _app.Services.GetServices<IChannel>().Single(channel => channel.Name == "teams");

    /// <summary>Whether anything at all came through.</summary>
    public bool IsUntouched => Inbox.Accepted.Count == 0 && !Runner.HasRun;

    /// <param name="settings">Beside or instead of those of the issuer.</param>
    /// <param name="local">Without an app: the door of the emulators.</param>
    public static async Task<TeamsUnderTest> StartAsync(
        Dictionary<string, string?>? settings = null, Action<FakeTokenIssuer>? prepare = null, bool local = false, string? address = null, string environment = "Production", bool isDemo = false)
    {
        var time = new FakeTime();
        var issuer = await FakeTokenIssuer.StartAsync(time);
        prepare?.Invoke(issuer);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        var log = new ListLogger();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.WebHost.UseUrls(address ?? "http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(local ? new Dictionary<string, string?> { ["RevBot:Teams:AllowAnonymousLoopback"] = "true" } : issuer.Settings()).AddInMemoryCollection(settings ?? []);
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(log);
        builder.Services.AddSingleton<RecordingInbox>().AddSingleton<IInbox>(provider => provider.GetRequiredService<RecordingInbox>());
        builder.Services.AddSingleton<ScriptedRunner>().AddSingleton<ITurnRunner>(provider => provider.GetRequiredService<ScriptedRunner>());
        builder.Services.AddSingleton<ScriptedForms>().AddSingleton<IFormViews>(provider => provider.GetRequiredService<ScriptedForms>()).AddSingleton<IFormOptions>(provider => provider.GetRequiredService<ScriptedForms>());
        builder.Services.AddSingleton<IRoomStore, RoomsInMemory>();
        builder.Services.AddChannels(builder.Configuration, page: false);
        var app = builder.Build();
        try
        {
            app.MapChannels(showPage: false, isDemo);
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            await issuer.DisposeAsync();
            throw;
        }

        var bound = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        return new TeamsUnderTest(app, issuer, new HttpClient { BaseAddress = bound }, time) { Payloads = new TeamsPayloads(local ? "http://localhost:56150/_connector" : Service) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
