using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RevBot.Channels.Slack;
using RevBot.Channels.Tests.Teams;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Testing;
using RevBot.Testing.Slack;

namespace RevBot.Channels.Tests.Slack;

/// <summary>Slack's door as it stands in the process, on a real port, before an inbox and a runner that a test can look into.</summary>
internal sealed class SlackUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SlackUnderTest(WebApplication app, FakeSlackServer slack, HttpClient http, FakeTime time, bool bySocket)
    {
        _app = app;
        Slack = slack;
        Http = http;
        Time = time;
        Sender = bySocket ? SlackSender.OverSocket(slack) : SlackSender.OverHttp(slack, http, time);
    }

    public FakeSlackServer Slack { get; }

    public SlackSender Sender { get; }

    public HttpClient Http { get; }

    public FakeTime Time { get; }

    public RecordingInbox Inbox => _app.Services.GetRequiredService<RecordingInbox>();

    public ScriptedRunner Runner => _app.Services.GetRequiredService<ScriptedRunner>();

    public ScriptedForms Forms => _app.Services.GetRequiredService<ScriptedForms>();

    public ListLogger Log => _app.Services.GetRequiredService<ListLogger>();

    public IChannel Channel => _app.Services.GetRequiredService<IChannel>();

    public static async Task<SlackUnderTest> StartAsync(bool bySocket = false, Dictionary<string, string?>? settings = null, Action<FakeSlackServer>? prepare = null)
    {
        var time = new FakeTime();
        var slack = await FakeSlackServer.StartAsync(time);
        prepare?.Invoke(slack);
        var builder = WebApplication.CreateSlimBuilder();
        var log = new ListLogger();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection(slack.Settings(bySocket)).AddInMemoryCollection(settings ?? []);
        builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(log);
        builder.Services.AddSingleton<RecordingInbox>().AddSingleton<IInbox>(provider => provider.GetRequiredService<RecordingInbox>());
        builder.Services.AddSingleton<ScriptedRunner>().AddSingleton<ITurnRunner>(provider => provider.GetRequiredService<ScriptedRunner>());
        builder.Services.AddSingleton<ScriptedForms>().AddSingleton<IFormOptions>(provider => provider.GetRequiredService<ScriptedForms>());
        builder.Services.AddChannels(builder.Configuration, page: false);
        var app = builder.Build();
        app.MapSlack();
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new SlackUnderTest(app, slack, new HttpClient { BaseAddress = new Uri(address) }, time, bySocket);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Slack.DisposeAsync();
    }
}
