using RevBot.Channels.Teams.Connector;
using RevBot.Channels.Teams.Protocol;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

public sealed class ConnectorTokensTests
{
    private static readonly Activity Hello = new() { Type = "message", Text = "hello" };

    [Fact]
    public async Task Whoever_needs_a_token_at_once_waits_for_the_same()
    {
        await using var bot = await WayOut.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SendAsync(bot)));

        Assert.Equal((1, 40), (Tokens(bot), bot.Teams.Messages.Count));
    }

    [Fact]
    public async Task A_token_is_renewed_five_minutes_before_it_ends()
    {
        await using var bot = await WayOut.StartAsync();
        await SendAsync(bot);
        bot.Time.Advance(TimeSpan.FromMinutes(54));
        await SendAsync(bot);
        Assert.Equal(1, Tokens(bot));

        bot.Time.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(bot);
        Assert.Equal(2, Tokens(bot));
    }

    [Fact]
    public async Task While_the_login_is_away_a_token_is_used_to_its_end()
    {
        await using var bot = await WayOut.StartAsync();
        await SendAsync(bot);
        bot.Time.Advance(TimeSpan.FromMinutes(56));
        bot.Teams.FailNext("token", ConnectorFault.Error(503, "down"));
        await SendAsync(bot);

        bot.Time.Advance(TimeSpan.FromMinutes(5));
        bot.Teams.FailNext("token", ConnectorFault.Error(503, "down"));
        Assert.True((await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(bot))).IsTransient);
        await SendAsync(bot);
        Assert.Equal(3, bot.Teams.Messages.Count);
    }

    [Fact]
    public async Task A_token_that_is_not_taken_is_dropped_and_the_call_made_once_more()
    {
        await using var bot = await WayOut.StartAsync();
        await SendAsync(bot);
        bot.Teams.RevokeTokens();
        await SendAsync(bot);
        Assert.Equal((2, 2), (Tokens(bot), bot.Teams.Messages.Count));

        bot.Teams.AcceptsToken = _ => false;
        var refused = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(bot));
        Assert.Equal((401, true), (refused.Status, refused.IsTokenRefused));
        Assert.Equal(5, bot.Teams.Calls.Count(call => call.Call == "send"));
    }

    [Fact]
    public async Task A_managed_identity_asks_its_machine()
    {
        await using var bot = await WayOut.StartAsync(teams => teams.MachineSettings());
        await SendAsync(bot);
        bot.Time.Advance(TimeSpan.FromMinutes(56));
        await SendAsync(bot);

        Assert.Equal((2, 2), (Tokens(bot), bot.Teams.Messages.Count));
    }

    [Fact]
    public async Task An_app_of_many_tenants_asks_the_shared_one()
    {
        await using var bot = await WayOut.StartAsync(teams => new(teams.Settings()) { ["MicrosoftAppType"] = "MultiTenant" });
        await SendAsync(bot);
        Assert.Single(bot.Teams.Messages);
    }

    [Theory]
    [InlineData("MicrosoftAppPassword", "wrong", "AADSTS7000215")]
    [InlineData("MicrosoftAppId", "someone-else", "AADSTS700016")]
    [InlineData("MicrosoftAppTenantId", "nowhere", "AADSTS90002")]
    public async Task A_refused_login_says_the_number_of_its_error_and_never_the_secret(string setting, string value, string code)
    {
        await using var bot = await WayOut.StartAsync(teams => new(teams.Settings()) { [setting] = value });
        var refused = await Assert.ThrowsAsync<ConnectorException>(() => SendAsync(bot));

        Assert.Equal((code, true), (refused.Code, refused.IsTokenRefused));
        Assert.DoesNotContain(value, refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(FakeConnector.AppPassword, refused.ToString() + bot.Log.Text, StringComparison.Ordinal);
    }

    private static Task<ResourceResponse> SendAsync(WayOut bot) => bot.Connector.SendAsync(bot.Service, WayOut.Chat, Hello, CancellationToken.None);

    private static int Tokens(WayOut bot) => bot.Teams.Calls.Count(call => call.Call == "token");
}
