using System.Text;
using System.Text.Json.Nodes;
using RevBot.Conversation.Turns;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

public sealed class TeamsHttpDoorTests
{
    private const string Service = TeamsUnderTest.Service;
    private const string Tenant = FakeTokenIssuer.TenantId;

    [Fact]
    public async Task A_sentence_is_stored_before_Teams_is_told()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        var delivery = await bot.Sender.SendAsync(bot.Payloads.Says("29:u", "what's our pipeline &lt; 5 days?"));

        Assert.Equal((200, null), (delivery.Status, delivery.Answer));
        var turn = bot.Inbox.Only;
        Assert.Equal("teams:a:1-29:u:1700000000001", turn.Id);
        Assert.Equal(new Actor("teams", Tenant, "29:u"), turn.Actor);
        Assert.Equal(new ConversationReference("teams", Tenant, "a:1-29:u", IsDirect: true, Service: Service), turn.Conversation);
        Assert.Equal(new TurnInput.Said("what's our pipeline < 5 days?"), turn.Input);
        Assert.Equal(turn.Conversation, bot.Rooms.WhereIs(turn.Actor));
        Assert.Equal(new ClientInfo("Europe/Berlin", "en-US"), turn.Client);
    }

    [Fact]
    public async Task The_same_message_delivered_three_times_at_once_is_one_turn()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        var deliveries = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => bot.Sender.SendAsync(bot.Payloads.Says("29:u", "hi"))));

        Assert.All(deliveries, delivery => Assert.Equal(200, delivery.Status));
        Assert.Single(bot.Inbox.Accepted);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_not_acknowledged()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Inbox.IsBroken = true;

        Assert.Equal(500, (await bot.Sender.SendAsync(bot.Payloads.Says("29:u", "hi"))).Status);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/", true)]
    [InlineData("https://smba.trafficmanager.net/emea/7c9e6679-7425-40de-944b-e07fc1f90ae7/", true)]
    [InlineData("https://emea.ng.botframework.com/", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("http://127.0.0.1:4000/", true)]
    [InlineData("http://smba.trafficmanager.net/teams/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/teams/", false)]
    [InlineData("https://evil.trafficmanager.net/teams/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://user@smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net/?to=evil", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://botframework.com.evil.example/", false)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.us/teams", false)]
    [InlineData("https://smba.trafficmanager.net./teams/", false)]
    [InlineData("https://evil.example\\.botframework.com/", false)]
    [InlineData("https://evil.example%2f.botframework.com/", false)]
    [InlineData("https://evil.example#.botframework.com/", false)]
    [InlineData("https://evil.example/.botframework.com", false)]
    [InlineData("https://smba.infra.@evil.example/.teams.microsoft.com", false)]
    [InlineData("https://\uFF53mba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager\u3002net.evil.example/", false)]
    [InlineData("https://[::ffff:7f00:1]/", false)]
    [InlineData("https://[fe80::1%25eth0]/", false)]
    [InlineData("https://0xa9.254.0xa9fe/", false)]
    [InlineData("https://2852039166/", false)]
    [InlineData("https://10.0.0.1/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("http://localhost:4000/", false)]
    [InlineData("http://169.254.169.254/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/teams/", false)]
    [InlineData("", false)]
    public async Task A_service_must_be_one_of_Microsofts_or_named_in_the_settings(string service, bool isTaken)
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        var delivery = await bot.Sender.SendAsync(new TeamsPayloads(service).Says("29:u", "hi"));

        Assert.Equal(isTaken ? 200 : 403, delivery.Status);
        Assert.Equal(isTaken, bot.Inbox.Accepted.Count == 1);
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000009", "00000000-0000-0000-0000-000000000009")]
    [InlineData(Tenant, "00000000-0000-0000-0000-000000000009")]
    [InlineData("00000000-0000-0000-0000-000000000009", Tenant)]
    [InlineData(null, "00000000-0000-0000-0000-000000000009")]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("a very long story that somebody would like to have told in the log of the bot", null)]
    public async Task Another_organisation_is_told_nothing_and_nothing_happens(string? inData, string? inConversation)
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        foreach (var activity in new[] { bot.Payloads.Says("29:u", "hi"), bot.Payloads.Invoke("29:u", "task/fetch", "f:1", null, null) })
        {
            activity["channelData"]!["tenant"] = inData is null ? null : new JsonObject { ["id"] = inData };
            activity["conversation"]!["tenantId"] = inConversation;
            for (var i = 0; i < 2; i++)
            {
                var delivery = await bot.Sender.SendAsync(activity);
                Assert.Equal((200, null), (delivery.Status, delivery.Answer));
            }
        }

        Assert.True(bot.IsUntouched);
        Assert.Empty(await bot.Rooms.ListAsync(CancellationToken.None));
        Assert.Single(bot.Log.Text.Split('\n'), line => line.Contains("was not heard", StringComparison.Ordinal));
        Assert.DoesNotContain("long story", bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_that_is_allowed_beside_the_own_one_is_heard_and_so_is_one_that_is_named_once()
    {
        await using var bot = await TeamsUnderTest.StartAsync(settings: new() { ["RevBot:Teams:AllowedTenants"] = "AAAAAAAA-0000-0000-0000-000000000009, other" });
        await bot.Sender.SendAsync(new TeamsPayloads(Service, "aaaaaaaa-0000-0000-0000-000000000009").Says("29:u", "hi"));
        var named = bot.Payloads.Says("29:u", "hi", "1700000000009");
        named["channelData"] = null;
        named["conversation"]!["tenantId"] = Tenant.ToUpperInvariant();
        await bot.Sender.SendAsync(named);

        Assert.Equal(["aaaaaaaa-0000-0000-0000-000000000009", Tenant], bot.Inbox.Accepted.Select(turn => turn.Actor.Tenant).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task What_is_meant_for_another_bot_is_refused()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        foreach (var recipient in new JsonNode?[] { null, new JsonObject { ["id"] = "28:00000000-0000-0000-0000-000000000001" }, new JsonObject { ["name"] = "RevBot" } })
        {
            var activity = bot.Payloads.Says("29:u", "hi");
            activity["recipient"] = recipient?.DeepClone();
            Assert.Equal(403, (await bot.Sender.SendAsync(activity)).Status);
        }

        Assert.True(bot.IsUntouched);
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("emulator")]
    [InlineData("directline")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    public async Task A_channel_that_is_not_served_is_refused_even_when_its_key_may_speak_for_it(string channel)
    {
        await using var bot = await TeamsUnderTest.StartAsync();

        Assert.Equal(403, (await bot.Sender.SendAsync(bot.Payloads.Says("29:u", "hi").With("channelId", channel))).Status);
        Assert.True(bot.IsUntouched);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":7}""")]
    public async Task What_is_no_activity_is_a_bad_request(string body)
    {
        await using var bot = await TeamsUnderTest.StartAsync();

        Assert.Equal(400, (await bot.Sender.SendAsync(Encoding.UTF8.GetBytes(body), bot.Issuer.Sign(Service))).Status);
    }

    [Fact]
    public async Task Nesting_without_end_is_a_bad_request()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        var body = "{\"type\":\"message\",\"value\":" + new string('[', 70) + new string(']', 70) + "}";

        Assert.Equal(400, (await bot.Sender.SendAsync(Encoding.UTF8.GetBytes(body), bot.Issuer.Sign(Service))).Status);
    }

    [Theory]
    [InlineData("""{"type":"message","text":7}""")]
    [InlineData("""{"type":"message","entities":{"not":"a list"}}""")]
    [InlineData("""{"type":"message","from":"somebody"}""")]
    public async Task A_shape_that_is_not_known_is_acknowledged_and_dropped(string body)
    {
        await using var bot = await TeamsUnderTest.StartAsync();

        Assert.Equal(200, (await bot.Sender.SendAsync(Encoding.UTF8.GetBytes(body), bot.Issuer.Sign(Service))).Status);
        Assert.True(bot.IsUntouched);
    }

    [Theory]
    [InlineData(1_048_576, 400)]
    [InlineData(1_048_577, 413)]
    [InlineData(3_000_000, 413)]
    public async Task A_body_over_one_mebibyte_is_refused(int length, int status)
    {
        await using var bot = await TeamsUnderTest.StartAsync();

        Assert.Equal(status, (await bot.Sender.SendAsync(Enumerable.Repeat((byte)'x', length).ToArray(), bot.Issuer.Sign(Service))).Status);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("messageReaction")]
    [InlineData("messageDelete")]
    [InlineData("endOfConversation")]
    [InlineData("unheardOf")]
    public async Task Types_that_are_not_for_us_are_acknowledged_and_dropped(string type)
    {
        await using var bot = await TeamsUnderTest.StartAsync();

        Assert.Equal(200, (await bot.Sender.SendAsync(bot.Payloads.Any(type).With("reactionsAdded", new JsonArray(new JsonObject { ["type"] = "like" })))).Status);
        Assert.True(bot.IsUntouched);
    }
}
