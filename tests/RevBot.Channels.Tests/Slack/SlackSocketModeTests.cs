using System.Text.Json.Nodes;
using RevBot.Testing.Slack;

namespace RevBot.Channels.Tests.Slack;

/// <summary>Socket Mode over a real web socket.</summary>
public sealed class SlackSocketModeTests
{
    [Fact]
    public async Task An_event_is_stored_and_then_acknowledged()
    {
        await using var bot = await SlackUnderTest.StartAsync(bySocket: true);
        await bot.Slack.WaitForSocketAsync();
        var acknowledgement = await bot.Slack.DeliverAsync("events_api", SlackPayloads.Mention("Ev1", "U1", "hi"));

        Assert.Equal("slack:Ev1", bot.Inbox.Only.Id);
        Assert.False(acknowledgement.TryGetProperty("payload", out _));
    }

    [Fact]
    public async Task A_frame_in_pieces_is_one_envelope()
    {
        await using var bot = await SlackUnderTest.StartAsync(bySocket: true);
        await bot.Slack.WaitForSocketAsync();
        await bot.Slack.DeliverAsync("events_api", SlackPayloads.Mention("Ev1", "U1", new string('x', 100_000)), piece: 7_001);

        Assert.Equal("slack:Ev1", bot.Inbox.Only.Id);
    }

    [Fact]
    public async Task A_command_and_unknown_envelopes_are_acknowledged()
    {
        await using var bot = await SlackUnderTest.StartAsync(bySocket: true);
        await bot.Slack.WaitForSocketAsync();
        await bot.Sender.CommandAsync("U1", "pipeline");
        await bot.Slack.DeliverAsync("something_new", new JsonObject { ["a"] = 1 });
        await bot.Slack.DeliverAsync("interactive", JsonValue.Create("not an object"));

        Assert.StartsWith("slack:command:", bot.Inbox.Only.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task The_next_socket_is_open_before_the_old_one_closes(string reason)
    {
        await using var bot = await SlackUnderTest.StartAsync(bySocket: true);
        var first = await bot.Slack.WaitForSocketAsync();
        await FakeSlackServer.DisconnectAsync(first, reason);
        var second = await bot.Slack.WaitForSocketAsync();

        await bot.Slack.DeliverAsync("events_api", SlackPayloads.Mention("Ev1", "U1", "hi"), second);
        Assert.Equal("slack:Ev1", bot.Inbox.Only.Id);
    }

    [Fact]
    public async Task After_an_abrupt_end_what_was_not_acknowledged_comes_again_and_is_one_turn()
    {
        await using var bot = await SlackUnderTest.StartAsync(bySocket: true);
        await bot.Slack.WaitForSocketAsync();
        await bot.Slack.DeliverAsync("events_api", SlackPayloads.Mention("Ev1", "U1", "hi"));
        bot.Slack.DropSockets();
        await ReconnectAsync(bot);

        await bot.Slack.DeliverAsync("events_api", SlackPayloads.Mention("Ev1", "U1", "hi"));
        Assert.Equal("slack:Ev1", bot.Inbox.Only.Id);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_not_acknowledged()
    {
        await using var bot = await SlackUnderTest.StartAsync(bySocket: true);
        await bot.Slack.WaitForSocketAsync();
        bot.Inbox.IsBroken = true;
        var delivery = bot.Slack.DeliverAsync("events_api", SlackPayloads.Mention("Ev1", "U1", "hi"));
        await bot.Log.WaitForAsync("could not be acknowledged");

        Assert.False(delivery.IsCompleted);
    }

    [Fact]
    public async Task When_Socket_Mode_is_switched_off_the_bot_stops_and_says_so()
    {
        await using var bot = await SlackUnderTest.StartAsync(bySocket: true);
        await FakeSlackServer.DisconnectAsync(await bot.Slack.WaitForSocketAsync(), "link_disabled");
        await bot.Log.WaitForAsync("Switch it on under Socket Mode");

        Assert.Single(bot.Slack.Calls, call => call.Method == "apps.connections.open");
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("not_allowed_token_type")]
    public async Task A_refused_app_token_stops_the_bot_with_a_sentence(string error)
    {
        await using var bot = await SlackUnderTest.StartAsync(bySocket: true, prepare: slack => slack.FailNext("apps.connections.open", SlackFault.Error(error)));
        await bot.Log.WaitForAsync("SLACK_APP_TOKEN");

        Assert.Single(bot.Slack.Calls, call => call.Method == "apps.connections.open");
        Assert.DoesNotContain("xapp-", bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_to_open_are_retried_with_patience()
    {
        await using var bot = await SlackUnderTest.StartAsync(bySocket: true, prepare: slack =>
        {
            slack.FailNext("apps.connections.open", SlackFault.RateLimited(30));
            slack.FailNext("apps.connections.open", SlackFault.Html(503));
        });
        await ReconnectAsync(bot);

        Assert.Equal(3, bot.Slack.Calls.Count(call => call.Method == "apps.connections.open"));
    }

    /// <summary>Lets the bot's waits pass until it is connected.</summary>
    private static async Task ReconnectAsync(SlackUnderTest bot)
    {
        var connected = bot.Slack.WaitForSocketAsync();
        while (!connected.IsCompleted)
        {
            if (bot.Time.WaitingTimers > 0)
            {
                bot.Time.Advance(TimeSpan.FromSeconds(1));
            }

            await Task.Yield();
        }

        await connected;
    }
}
