using System.Text.Json.Nodes;
using RevBot.Conversation.Turns;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

/// <summary>What becomes a turn and what does not, through the real door.</summary>
public sealed class TeamsTranslatorTests
{
    private const string Tenant = FakeTokenIssuer.TenantId;
    private const string Service = TeamsUnderTest.Service;

    [Fact]
    public async Task A_mention_in_a_channel_begins_a_thread()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        await bot.Sender.SendAsync(bot.Payloads.SaysInChannel("29:u", "pipeline"));

        Assert.Equal(new ConversationReference("teams", Tenant, TeamsPayloads.ChannelId, "1700000000001", Service: Service), bot.Inbox.Only.Conversation);
        Assert.Equal(new TurnInput.Said("pipeline"), bot.Inbox.Only.Input);
    }

    [Fact]
    public async Task A_mention_in_a_thread_is_answered_there()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        await bot.Sender.SendAsync(bot.Payloads.SaysInChannel("29:u", "pipeline", "1700000000005", thread: "1700000000001"));

        Assert.Equal((TeamsPayloads.ChannelId, "1700000000001"), (bot.Inbox.Only.Conversation.RoomId, bot.Inbox.Only.Conversation.ThreadId));
    }

    [Fact]
    public async Task A_group_chat_has_no_threads()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        await bot.Sender.SendAsync(bot.Payloads.SaysInGroup("29:u", "pipeline"));

        Assert.Equal(new ConversationReference("teams", Tenant, TeamsPayloads.GroupChatId, Service: Service), bot.Inbox.Only.Conversation);
    }

    [Fact]
    public async Task In_rooms_only_what_is_said_to_the_bot_is_for_it()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        foreach (var message in new[] { bot.Payloads.SaysInChannel("29:u", "chatter"), bot.Payloads.SaysInGroup("29:u", "chatter") })
        {
            message["entities"]!.AsArray().RemoveAt(1);
            await bot.Sender.SendAsync(message);
            await bot.Sender.SendAsync(TeamsPayloads.Edited(message, "other chatter"));
        }

        Assert.True(bot.IsUntouched);
    }

    [Fact]
    public async Task A_mention_and_nothing_else_asks_for_help()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        await bot.Sender.SendAsync(bot.Payloads.SaysInChannel("29:u", ""));

        Assert.Equal(new TurnInput.Said("help"), bot.Inbox.Only.Input);
    }

    [Theory]
    [InlineData("bot")]
    [InlineData("skill")]
    public async Task Other_bots_are_not_answered(string role)
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        var message = bot.Payloads.Says("28:other", "pipeline");
        message["from"]!["role"] = role;
        await bot.Sender.SendAsync(message);
        await bot.Sender.SendAsync(bot.Payloads.Says(TeamsPayloads.BotId, "pipeline"));

        Assert.True(bot.IsUntouched);
    }

    [Fact]
    public async Task An_edited_sentence_is_answered_anew_once_for_each_edit()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        var first = bot.Payloads.SaysInChannel("29:u", "pipelin");
        var edited = TeamsPayloads.Edited(first, "pipeline");
        foreach (var activity in new[] { first, edited, edited, TeamsPayloads.Edited(first, "pipeline by stage", "2026-11-21T09:06:00.000Z") })
        {
            Assert.Equal(200, (await bot.Sender.SendAsync(activity)).Status);
        }

        Assert.Equal(["pipelin", "pipeline", "pipeline by stage"], bot.Inbox.Accepted.Select(turn => Assert.IsType<TurnInput.Said>(turn.Input).Text).Order(StringComparer.Ordinal));
        Assert.All(bot.Inbox.Accepted, turn => Assert.Equal("1700000000001", turn.Conversation.ThreadId));
    }

    [Theory]
    [InlineData("Europe/Berlin", "en-GB", "Europe/Berlin", "en-GB")]
    [InlineData("Nowhere/Land", "en-GB", null, "en-GB")]
    [InlineData("Europe/Berlin", "<script>", "Europe/Berlin", null)]
    public async Task Time_zone_and_locale_come_with_the_turn(string zone, string locale, string? knownZone, string? knownLocale)
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        var message = bot.Payloads.Says("29:u", "pipeline").With("localTimezone", zone).With("locale", locale);
        message["entities"]!.AsArray().Clear();
        await bot.Sender.SendAsync(message);

        Assert.Equal(new ClientInfo(knownZone, knownLocale), bot.Inbox.Only.Client);
    }

    [Fact]
    public async Task Whoever_is_added_is_not_in_the_zone_of_who_adds_them()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        await bot.Sender.SendAsync(bot.Payloads.FirstContact("29:u").With("from", new JsonObject { ["id"] = "29:admin" }));

        Assert.Equal((new Actor("teams", Tenant, "29:u"), null), (bot.Inbox.Only.Actor, bot.Inbox.Only.Client));
    }

    [Theory]
    [InlineData("undeleteMessage")]
    [InlineData("softDeleteMessage")]
    public async Task A_message_that_comes_or_goes_is_not_said_anew(string eventType)
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        var update = TeamsPayloads.Edited(bot.Payloads.Says("29:u", "hi"), "hi");
        update["channelData"]!["eventType"] = eventType;
        await bot.Sender.SendAsync(update);

        Assert.True(bot.IsUntouched);
    }

    [Fact]
    public async Task A_person_is_welcomed_once_however_often_their_chat_begins()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        await bot.Sender.SendAsync(bot.Payloads.Installation("add", "29:u"));
        await bot.Sender.SendAsync(bot.Payloads.FirstContact("29:u"));
        await bot.Sender.SendAsync(bot.Payloads.FirstContact("29:u").With("id", "f:99"));

        Assert.Equal((new TurnInput.Welcome(), new Actor("teams", Tenant, "29:u"), true), (bot.Inbox.Only.Input, bot.Inbox.Only.Actor, bot.Inbox.Only.Conversation.IsDirect));
    }

    [Fact]
    public async Task A_team_is_welcomed_when_the_bot_is_added_and_not_when_a_person_is()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        await bot.Sender.SendAsync(bot.Payloads.TeamUpdate("teamMemberAdded").With("membersAdded", new JsonArray(new JsonObject { ["id"] = "29:new" })));
        Assert.Empty(bot.Inbox.Accepted);

        await bot.Sender.SendAsync(bot.Payloads.TeamUpdate("teamMemberAdded", addsBot: true));
        Assert.Equal(new ConversationReference("teams", Tenant, TeamsPayloads.TeamId, Service: Service), bot.Inbox.Only.Conversation);
    }

    [Fact]
    public async Task Ids_longer_than_a_name_are_shortened_and_stay_apart()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        await bot.Sender.SendAsync(bot.Payloads.Says("29:u", "a", "1" + new string('0', 500)));
        await bot.Sender.SendAsync(bot.Payloads.Says("29:u", "b", "2" + new string('0', 500)));

        Assert.Equal(2, bot.Inbox.Accepted.Count);
        Assert.All(bot.Inbox.Accepted, turn => Assert.True(turn.Id.Length < 200));
    }

    [Theory]
    [InlineData("29:u\u0000")]
    [InlineData("29:u\r\nX-A: b")]
    public async Task What_names_a_person_as_teams_never_does_is_no_turn(string user)
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        await bot.Sender.SendAsync(bot.Payloads.Says(user, "pipeline"));

        Assert.Empty(bot.Inbox.Accepted);
    }
}
