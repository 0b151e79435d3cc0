using Microsoft.Extensions.Options;
using RevBot.Channels.Teams;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Testing;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

/// <summary>The rooms the bot was seen in, as Teams tells of them.</summary>
public sealed class TeamsRoomsTests
{
    private const string Tenant = FakeTokenIssuer.TenantId;

    [Fact]
    public async Task A_room_is_found_by_the_name_people_see_or_by_its_id()
    {
        var rooms = Rooms(out _);
        var deals = Place("19:deals@thread.tacv2");
        await rooms.SeenAsync(deals with { ThreadId = "1" }, "Sales/Deals", null, CancellationToken.None);

        Assert.Equal(deals, await FindAsync(rooms, "Sales/Deals"));
        Assert.Equal(deals, await FindAsync(rooms, "sales/deals"));
        Assert.Equal(deals, await FindAsync(rooms, "19:deals@thread.tacv2"));
        Assert.Null(await FindAsync(rooms, "Sales/Other"));
        Assert.Null(await FindAsync(rooms, ""));
        Assert.Null(await rooms.FindAsync(new RoomAddress("EMEA", new Dictionary<string, string> { ["slack"] = "#deals" }), CancellationToken.None));
    }

    [Fact]
    public async Task A_channel_that_was_never_heard_from_is_served_at_the_clouds_usual_address() =>
        Assert.Equal(Place("19:new@thread.tacv2") with { Service = "https://smba.trafficmanager.net/teams/" }, await FindAsync(Rooms(out _), "19:new@thread.tacv2"));

    [Fact]
    public async Task A_name_that_somebody_else_gave_too_is_nobodys()
    {
        var rooms = Rooms(out _);
        await rooms.SeenAsync(Place("19:deals@thread.tacv2"), "Sales/Deals", null, CancellationToken.None);
        await rooms.SeenAsync(Place("19:chat@thread.v2"), "Sales/Deals", null, CancellationToken.None);
        Assert.Equal("19:deals@thread.tacv2", (await FindAsync(rooms, "Sales/Deals"))?.RoomId);

        await rooms.SeenAsync(Place("19:lookalike@thread.tacv2"), "sales/deals", null, CancellationToken.None);
        Assert.Null(await FindAsync(rooms, "Sales/Deals"));
        Assert.Equal("19:deals@thread.tacv2", (await FindAsync(rooms, "19:deals@thread.tacv2"))?.RoomId);
        Assert.Equal("19:chat@thread.v2", (await FindAsync(rooms, "19:chat@thread.v2"))?.RoomId);
    }

    [Fact]
    public async Task A_team_that_is_called_like_another_takes_nothing_of_it_along()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        foreach (var (id, name) in new[] { (TeamsPayloads.TeamId, "Sales/General"), ("19:real@thread.tacv2", "Sales/General"), ("19:deals@thread.tacv2", "Sales/Deals") })
        {
            await bot.Rooms.SeenAsync(Place(id), name, null, CancellationToken.None);
        }

        await bot.Sender.SendAsync(bot.Payloads.TeamUpdate("teamMemberRemoved", removesBot: true));

        Assert.Equal(["Sales/Deals", "Sales/General"], await NamesAsync(bot));
        Assert.Equal("19:real@thread.tacv2", (await FindAsync(bot.Rooms, "Sales/General"))?.RoomId);
    }

    [Fact]
    public async Task Another_process_finds_what_this_one_saw()
    {
        var rooms = Rooms(out var store);
        await rooms.SeenAsync(Place("19:deals@thread.tacv2"), "Sales/Deals", null, CancellationToken.None);
        await rooms.SeenAsync(Place("19:deals@thread.tacv2") with { Service = "https://smba.trafficmanager.net/amer/" }, null, null, CancellationToken.None);

        var found = await FindAsync(Rooms(out _, store), "Sales/Deals");
        Assert.Equal("https://smba.trafficmanager.net/amer/", found?.Service);
    }

    [Fact]
    public async Task A_deleted_channel_and_a_team_that_removed_the_bot_are_forgotten()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        foreach (var (id, name) in new[] { (TeamsPayloads.TeamId, "Sales/General"), ("19:a@thread.tacv2", "Sales/A"), ("19:b@thread.tacv2", "Sales/B"), ("19:c@thread.tacv2", "Sales West/C") })
        {
            await bot.Rooms.SeenAsync(Place(id), name, null, CancellationToken.None);
        }

        await bot.Sender.SendAsync(bot.Payloads.TeamUpdate("channelDeleted", channel: ("19:a@thread.tacv2", "A")));
        Assert.Equal(["Sales West/C", "Sales/B", "Sales/General"], await NamesAsync(bot));

        await bot.Sender.SendAsync(bot.Payloads.Installation("remove-upgrade"));
        Assert.Equal(3, (await NamesAsync(bot)).Count);

        await bot.Sender.SendAsync(bot.Payloads.TeamUpdate("teamMemberRemoved", removesBot: true));
        Assert.Equal(["Sales West/C"], await NamesAsync(bot));
    }

    [Fact]
    public async Task A_chat_whose_app_was_removed_is_forgotten()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        await bot.Sender.SendAsync(bot.Payloads.Says("29:u", "hi"));
        Assert.Single(await bot.Rooms.ListAsync(CancellationToken.None));

        await bot.Sender.SendAsync(bot.Payloads.Installation("remove", "29:u"));
        Assert.Empty(await bot.Rooms.ListAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("add")]
    [InlineData("channelRenamed")]
    [InlineData("heard")]
    public async Task The_names_of_a_teams_channels_are_asked_for_when_it_is_first_met_and_when_one_changes(string occasion)
    {
        await using var teams = await FakeConnector.StartAsync();
        teams.Add(new FakeTeamsRoom(TeamsPayloads.TeamId, "channel", "Sales/General") { TeamId = TeamsPayloads.TeamId });
        teams.Add(new FakeTeamsRoom(TeamsPayloads.ChannelId, "channel", "Sales/Deals") { TeamId = TeamsPayloads.TeamId });
        await using var bot = await TeamsUnderTest.StartAsync(teams.Settings());
        var payloads = new TeamsPayloads(teams.ServiceUrl.ToString());
        await bot.Sender.SendAsync(occasion switch
        {
            "add" => payloads.Installation("add"),
            "heard" => payloads.SaysInChannel("29:u", "pipeline"),
            _ => payloads.TeamUpdate(occasion, channel: (TeamsPayloads.ChannelId, "Deals")),
        });

        await teams.WaitForAsync(call => call.Call == "rooms");
        var started = TimeProvider.System.GetTimestamp();
        while (!(await NamesAsync(bot)).SequenceEqual(["Sales/Deals", "Sales/General"]))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.Equal(TeamsPayloads.ChannelId, (await FindAsync(bot.Rooms, "Sales/Deals"))?.RoomId);
    }

    private static TeamsRooms Rooms(out IRoomStore store, IRoomStore? existing = null)
    {
        store = existing ?? new RoomsInMemory();
        return new TeamsRooms(store, Options.Create(new TeamsOptions { TenantId = Tenant }), new FakeTime());
    }

    private static ConversationReference Place(string id) => new("teams", Tenant, id, Service: TeamsUnderTest.Service);

    private static ValueTask<ConversationReference?> FindAsync(TeamsRooms rooms, string name) =>
        rooms.FindAsync(new RoomAddress("EMEA", new Dictionary<string, string> { ["teams"] = name }), CancellationToken.None);

    private static async Task<IReadOnlyList<string?>> NamesAsync(TeamsUnderTest bot) =>
        [.. (await bot.Rooms.ListAsync(CancellationToken.None)).Select(room => room.Name).Order(StringComparer.Ordinal)];
}
