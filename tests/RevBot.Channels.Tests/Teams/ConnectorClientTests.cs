using RevBot.Channels.Teams.Connector;
using RevBot.Channels.Teams.Protocol;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

public sealed class ConnectorClientTests
{
    private static readonly Activity Hello = new() { Type = "message", Text = "hello" };

    [Fact]
    public async Task A_message_is_sent_answered_edited_and_taken_back()
    {
        await using var bot = await WayOut.StartAsync();
        var sent = await bot.Connector.SendAsync(bot.Service, WayOut.Chat, Hello, default);
        var reply = await bot.Connector.ReplyAsync(bot.Service, WayOut.Chat, sent.Id!, Hello with { Text = "again" }, default);
        await bot.Connector.UpdateAsync(bot.Service, WayOut.Chat, reply.Id!, Hello with { Text = "better" }, default);
        await bot.Connector.DeleteAsync(bot.Service, WayOut.Chat, reply.Id!, default);

        Assert.Equal(["token", "send", "reply", "update", "delete"], bot.Teams.Calls.Select(call => call.Call));
        Assert.All(bot.Teams.Calls, call => Assert.Null(call.Code));
        Assert.Equal((sent.Id, $"28:{FakeConnector.AppId}"), (bot.Teams.Calls[2].Body.GetProperty("replyToId").GetString(), bot.Teams.Calls[1].Body.GetProperty("from").GetProperty("id").GetString()));
        Assert.Equal("better", bot.Teams.Messages[1].Face.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("19:a bä?#&=%41+x@thread.v2")]
    [InlineData("19:deals@thread.tacv2;messageid=1776390257332")]
    public async Task Ids_stay_what_they_are_on_their_way(string id)
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.Add(new FakeTeamsRoom(id.Split(';')[0], "groupChat"));
        await bot.Connector.SendAsync(bot.Service, id, Hello, default);

        Assert.Equal(id, bot.Teams.Calls[^1].ConversationId);
    }

    [Fact]
    public async Task A_personal_chat_is_the_same_each_time_it_is_opened()
    {
        await using var bot = await WayOut.StartAsync();
        var first = await bot.Connector.OpenPersonalChatAsync(bot.Service, FakeConnector.TenantId, "29:ben", default);
        Assert.Equal(first, await bot.Connector.OpenPersonalChatAsync(bot.Service, FakeConnector.TenantId, "29:ben", default));
        Assert.Equal(WayOut.Chat, await bot.Connector.OpenPersonalChatAsync(bot.Service, FakeConnector.TenantId, "29:sara", default));
    }

    [Fact]
    public async Task A_long_roster_is_read_page_by_page()
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.Add(new FakeTeamsRoom("19:all@thread.v2", "groupChat") { Members = [.. Enumerable.Range(0, 1_100).Select(i => new FakeTeamsUser($"29:{i}", $"P{i}", null))] });
        var sizes = new List<int>();
        string? continuation = null;
        do
        {
            var page = await bot.Connector.ListMembersAsync(bot.Service, "19:all@thread.v2", continuation, default);
            sizes.Add(page.Members!.Count);
            continuation = page.ContinuationToken;
        }
        while (continuation is not null);

        Assert.Equal([500, 500, 100], sizes);
    }

    [Fact]
    public async Task A_team_tells_its_name_and_its_channels()
    {
        await using var bot = await WayOut.StartAsync();
        Assert.Equal("Sales", (await bot.Connector.GetTeamAsync(bot.Service, "19:sales@thread.tacv2", default)).Name);
        Assert.Equal("Deals", Assert.Single(await bot.Connector.ListRoomsAsync(bot.Service, "19:sales@thread.tacv2", default)).Name);
    }

    [Fact]
    public async Task A_success_without_a_body_is_a_success()
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.FailNext("send", new ConnectorFault { IsSilent = true });
        Assert.Null((await bot.Connector.SendAsync(bot.Service, WayOut.Chat, Hello, default)).Id);
    }

    [Theory]
    [InlineData("https://evil.example/emea/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/emea/")]
    [InlineData("https://evil.trafficmanager.net/emea/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://bot@smba.trafficmanager.net/emea/")]
    [InlineData("https://169.254.169.254/emea/")]
    [InlineData("http://10.0.0.1/emea/")]
    [InlineData("http://localhost:1/emea/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task No_token_leaves_for_an_address_that_is_not_allowed(string? service)
    {
        await using var bot = await WayOut.StartAsync();
        var refused = await Assert.ThrowsAsync<ConnectorException>(() => bot.Connector.SendAsync(service, WayOut.Chat, Hello, default));

        Assert.Equal(("address_not_allowed", false), (refused.Code, refused.IsTransient));
        Assert.Empty(bot.Teams.Calls);
    }

    [Theory]
    [InlineData("..", "1")]
    [InlineData(".", "1")]
    [InlineData("a:1", "..")]
    public async Task No_id_leads_to_another_call(string conversation, string message)
    {
        await using var bot = await WayOut.StartAsync();
        var refused = await Assert.ThrowsAsync<ConnectorException>(async () => await bot.Connector.UpdateAsync(bot.Service, conversation, message, Hello, default));

        Assert.Equal(("id_not_allowed", false), (refused.Code, refused.IsTransient));
        Assert.Empty(bot.Teams.Calls);
    }

    [Fact]
    public async Task The_emulators_get_no_token_and_nobody_else_gets_a_call()
    {
        await using var bot = await WayOut.StartAsync(_ => new() { ["RevBot:Teams:AllowAnonymousLoopback"] = "true" });
        bot.Teams.AcceptsToken = null;
        Assert.NotNull((await bot.Connector.SendAsync(bot.Service, WayOut.Chat, Hello, default)).Id);
        await Assert.ThrowsAsync<ConnectorException>(() => bot.Connector.SendAsync("https://smba.trafficmanager.net/emea/", WayOut.Chat, Hello, default));
    }

    [Fact]
    public async Task An_error_says_the_platforms_word_and_correlation_and_nothing_that_was_sent()
    {
        await using var bot = await WayOut.StartAsync();
        var refused = await Assert.ThrowsAsync<ConnectorException>(() => bot.Connector.SendAsync(bot.Service, "19:nowhere@thread.v2", Hello with { Text = "secret figures" }, default));

        Assert.Equal((404, "ConversationNotFound"), (refused.Status, refused.Code));
        Assert.Equal("Teams answered send with 404 ConversationNotFound (MS-CV fake.1).", refused.Message);
    }
}
