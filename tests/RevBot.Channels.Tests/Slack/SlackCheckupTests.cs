using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Channels.Slack;
using RevBot.Testing.Slack;

namespace RevBot.Channels.Tests.Slack;

/// <summary>What <c>doctor</c> says of Slack: good news in a line, everything else with how to mend it, and never a secret.</summary>
public sealed class SlackCheckupTests : IAsyncLifetime
{
    private FakeSlackServer _slack = null!;

    public async Task InitializeAsync() => _slack = await FakeSlackServer.StartAsync();

    public async Task DisposeAsync() => await _slack.DisposeAsync();

    [Fact]
    public async Task All_is_well()
    {
        _slack.AddRoom(new FakeSlackRoom("C1", "emea-deals"));
        _slack.AddRoom(new FakeSlackRoom("C2", "amer-deals") { IsPrivate = true });
        _slack.AddRoom(new FakeSlackRoom("C3", "apac-deals"));

        var found = await LookAsync(["#emea-deals", "C2", "#apac-deals"], ("SLACK_SIGNING_SECRET", "0123456789abcdef0123456789ABCDEF"));

        Assert.All(found, one => Assert.Null(one.Fix));
        Assert.Equal(
            [
                "Signed in to Acme as revbot.",
                "It has the scopes it needs, and no others.",
                "Receives over HTTP, at /slack/events, /slack/commands and /slack/interactivity.",
                "In the room #emea-deals.",
                "In the room C2.",
                "In the room #apac-deals.",
            ],
            found.Select(one => one.Sentence));
    }

    [Fact]
    public async Task Scopes_that_are_missing_or_too_many_are_named()
    {
        _slack.Scopes = "app_mentions:read,channels:history,channels:read,chat:write,commands,groups:read,im:history,users:read";

        var found = await LookAsync([]);

        var missing = Assert.Single(found, one => one.Sentence == "The app lacks the scopes im:write, users:read.email.");
        var unused = Assert.Single(found, one => one.Sentence == "The app was granted the scope channels:history, which RevBot never uses.");
        Assert.Contains("Reinstall to Workspace", missing.Fix, StringComparison.Ordinal);
        var left = Assert.Single(found, one => one.Sentence == "The app lacks the scope assistant:write: no sentences are suggested when somebody opens their chat with it.");
        Assert.Equal((false, true, true), (missing.IsWarning, unused.IsWarning, left.IsWarning));
    }

    [Fact]
    public async Task Each_room_is_looked_for()
    {
        for (var i = 0; i < 5; i++)
        {
            _slack.AddRoom(new FakeSlackRoom($"C0{i}", $"room-{i}"));
        }

        _slack.AddRoom(new FakeSlackRoom("C1", "emea-deals") { BotIsMember = false });
        _slack.AddRoom(new FakeSlackRoom("C2", "old-deals") { IsArchived = true });
        _slack.AddRoom(new FakeSlackRoom("C3", "partner-deals") { IsExtShared = true });
        _slack.AddRoom(new FakeSlackRoom("C4", "secret-deals") { BotIsMember = false, IsPrivate = true });

        var found = (await LookAsync(["#room-4", "#emea-deals", "#old-deals", "#partner-deals", "#secret-deals"])).TakeLast(5).ToList();

        Assert.Equal(
            [
                "In the room #room-4.",
                "The bot is not in the room #emea-deals, so its alerts cannot be posted.",
                "The room #old-deals is archived.",
                "The room #partner-deals is shared with another company, so alerts there name no deals; the details go to the owners directly.",
                "No room #secret-deals is to be seen.",
            ],
            found.Select(one => one.Sentence));
        Assert.Equal([false, false, false, true, false], found.Select(one => one.IsWarning));
        Assert.Equal("Open the room and write /invite @revbot.", found[1].Fix);
        Assert.All(found.Skip(1), one => Assert.NotNull(one.Fix));
    }

    [Fact]
    public async Task The_app_token_is_tried()
    {
        var good = await LookAsync([], ("SLACK_APP_TOKEN", FakeSlackServer.AppToken));
        var bad = await LookAsync([], ("SLACK_APP_TOKEN", "xapp-other"));

        Assert.Contains(good, one => one is { Sentence: "Socket Mode may connect.", Fix: null });
        Assert.Contains(bad, one => one.Sentence == "Slack refuses the app token for Socket Mode: invalid_auth." && one.Fix!.Contains("connections:write", StringComparison.Ordinal));
        Assert.Empty(_slack.Sockets);
    }

    [Theory]
    [InlineData("SLACK_BOT_TOKEN", "xoxb-other", "Slack refuses the bot token: invalid_auth.", "OAuth & Permissions")]
    [InlineData("SLACK_BOT_TOKEN", "xoxp-mine", "SLACK_BOT_TOKEN is not a bot token.", "It must begin with xoxb-")]
    [InlineData("SLACK_SIGNING_SECRET", "shhh", "SLACK_SIGNING_SECRET does not look like a signing secret, which is 32 hexadecimal digits.", "not the Client Secret")]
    [InlineData("SLACK_API_URL", "http://127.0.0.1:9/api/", "Slack cannot be reached at http://127.0.0.1:9/api/: unreachable.", "Check the network")]
    public async Task What_is_wrong_is_said_with_its_fix(string setting, string value, string sentence, string fix)
    {
        var found = await LookAsync([], (setting, value));

        var one = Assert.Single(found, finding => finding.Sentence == sentence);
        Assert.Contains(fix, one.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_finding_holds_a_secret()
    {
        _slack.Scopes = "chat:write";
        var found = await LookAsync(["#nowhere"], ("SLACK_APP_TOKEN", "xapp-very-secret"));

        Assert.All(found, one => Assert.DoesNotMatch("xox|xapp-v|test-secret", one.Sentence + one.Fix));
    }

    [Fact]
    public async Task Without_settings_there_is_nothing_to_look_at()
    {
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).BuildServiceProvider();
        Assert.Empty(await SlackCheckup.RunAsync(services, ["#emea-deals"], CancellationToken.None));
    }

    private async Task<IReadOnlyList<CheckupFinding>> LookAsync(IReadOnlyList<string> rooms, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(_slack.Settings())
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
            .Build();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddChannels(configuration, page: false).BuildServiceProvider();
        return await SlackCheckup.RunAsync(services, rooms, CancellationToken.None);
    }
}
