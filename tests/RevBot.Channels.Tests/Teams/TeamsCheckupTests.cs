using RevBot.Channels.Teams;
using RevBot.Conversation.Turns;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

public sealed class TeamsCheckupTests
{
    [Fact]
    public async Task All_is_well_when_the_token_comes_and_the_rooms_are_open()
    {
        await using var bot = await WayOut.StartAsync();
        await bot.Rooms.SeenAsync(bot.InChannel, "Sales/Deals", null, default);
        var found = await LookAsync(bot, ("EMEA", "Sales/Deals"));

        Assert.All(found, finding => Assert.Null(finding.Fix));
        Assert.Equal("EMEA: the bot is in Sales/Deals.", found[^1].Sentence);
    }

    [Fact]
    public async Task Rooms_never_seen_and_rooms_left_are_named_with_their_fix()
    {
        await using var bot = await WayOut.StartAsync();
        await bot.Rooms.SeenAsync(bot.InChannel, "Sales/Deals", null, default);
        bot.Teams.Add(new FakeTeamsRoom(WayOut.Channel, "channel", "Sales/Deals") { BotIsMember = false });
        var found = await LookAsync(bot, ("EMEA", "Sales/Deals"), ("US", "Sales/US deals"));

        Assert.Contains("does not let the bot into Sales/Deals", found[^2].Sentence, StringComparison.Ordinal);
        Assert.Contains("Add the app to the team", found[^2].Fix, StringComparison.Ordinal);
        Assert.Contains("never seen in a room called Sales/US deals", found[^1].Sentence, StringComparison.Ordinal);
        Assert.Contains("mention the bot there once", found[^1].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_channels_with_one_name_the_ids_are_told()
    {
        await using var bot = await WayOut.StartAsync();
        await bot.Rooms.SeenAsync(bot.InChannel, "Sales/Deals", null, default);
        await bot.Rooms.SeenAsync(bot.InChannel with { RoomId = "19:lookalike@thread.tacv2" }, "Sales/Deals", null, default);
        var found = (await LookAsync(bot, ("EMEA", "Sales/Deals")))[^1];

        Assert.Equal("EMEA: 2 channels are called Sales/Deals, so nothing is posted to any of them.", found.Sentence);
        Assert.Contains(WayOut.Channel, found.Fix, StringComparison.Ordinal);
        Assert.Contains("19:lookalike@thread.tacv2", found.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MicrosoftAppPassword", "wrong", "MicrosoftAppPassword to its value")]
    [InlineData("MicrosoftAppId", "someone-else", "MicrosoftAppId and MicrosoftAppTenantId")]
    [InlineData("MicrosoftAppTenantId", "nowhere", "Directory (tenant) ID")]
    [InlineData("RevBot:Teams:LoginUrl", "http://127.0.0.1:9/", "network")]
    [InlineData("MicrosoftAppPassword", null, "Make a client secret")]
    [InlineData("MicrosoftAppType", "Multi", "Write SingleTenant or MultiTenant or UserAssignedMSI")]
    [InlineData("RevBot:Teams:Cloud", "Germany", "Write Public or UsGovernment or China")]
    [InlineData("RevBot:Teams:LoginUrl", "http://login.example/", "because the secret is sent there")]
    [InlineData("RevBot:Teams:ConnectorHosts", "*", "hosts of one organisation")]
    [InlineData("RevBot:Teams:ConnectorHosts", "smba.*.com", "hosts of one organisation")]
    [InlineData("RevBot:Teams:ConnectorHosts", "127.0.0.1, *.botframework.com, *teams.example.com", "hosts of one organisation")]
    [InlineData("RevBot:Teams:AllowedTenants", "contoso.com", "Directory (tenant) ID")]
    public async Task Settings_that_do_not_work_say_which_one_to_mend(string setting, string? value, string fix)
    {
        await using var bot = await WayOut.StartAsync(teams => new(teams.Settings()) { [setting] = value });
        Assert.Contains(fix, Assert.Single(await LookAsync(bot)).Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_Teams_does_not_take_points_to_the_bots_resource()
    {
        await using var bot = await WayOut.StartAsync();
        await bot.Rooms.SeenAsync(bot.InChannel, "Sales/Deals", null, default);
        bot.Teams.AcceptsToken = _ => false;
        Assert.Contains("resource in Azure", (await LookAsync(bot))[^1].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_none_is_said_before_anybody_is_asked()
    {
        await using var bot = await WayOut.StartAsync(teams => new(teams.Settings()) { ["MicrosoftAppTenantId"] = "acme.onmicrosoft.com" });

        var one = Assert.Single(await LookAsync(bot));

        Assert.Equal("MicrosoftAppTenantId is no id of an organisation.", one.Sentence);
        Assert.Contains("a domain name is not enough", one.Fix, StringComparison.Ordinal);
        Assert.Empty(bot.Teams.Calls);
    }

    [Fact]
    public async Task Whether_Teams_has_found_the_bot_shows_in_what_came_in()
    {
        await using var bot = await WayOut.StartAsync();
        await bot.Rooms.SeenAsync(bot.InChat, null, null, default);
        var before = TeamsCheckup.OfArrivals([]);
        var after = await LookAsync(bot);

        Assert.Equal("Nothing has come in from Teams yet.", before.Sentence);
        Assert.True(before.IsWarning);
        Assert.Contains("https://YOUR-NAME/api/messages", before.Fix, StringComparison.Ordinal);
        Assert.Matches(@"^Teams reaches the bot; last heard of a room or chat on \d+ \w+ \d{4} \(known: 1\)\.$", after[^1].Sentence);
        Assert.Null(after[^1].Fix);
    }

    [Fact]
    public async Task No_finding_holds_the_secret()
    {
        await using var bot = await WayOut.StartAsync(teams => new(teams.Settings()) { ["MicrosoftAppPassword"] = "very-secret" });
        Assert.All(await LookAsync(bot), one => Assert.DoesNotContain("very-secret", one.Sentence + one.Fix, StringComparison.Ordinal));
    }

    private static Task<IReadOnlyList<CheckupFinding>> LookAsync(WayOut bot, params (string Team, string Room)[] rooms) => TeamsCheckup.RunAsync(
        bot.Services, [.. rooms.Select(room => new RoomAddress(room.Team, new Dictionary<string, string> { ["teams"] = room.Room }))], CancellationToken.None);
}
