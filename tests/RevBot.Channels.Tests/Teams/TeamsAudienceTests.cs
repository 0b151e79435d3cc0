using RevBot.Conversation.Outbox;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

public sealed class TeamsAudienceTests
{
    [Fact]
    public async Task Guests_people_of_other_organisations_and_the_anonymous_are_told_from_colleagues()
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.Add(Channel(
        [
            WayOut.Sara,
            new("29:gus", "Gus", "gus@partner.test") { UserRole = "guest" },
            new("29:ext", "Ann", "ann@partner.test") { UserRole = null, UserPrincipalName = "ann_partner.test#EXT#@acme.onmicrosoft.com" },
            new("29:b2b", "Bo", "bo@other.test") { TenantId = "other-tenant" },
            new("29:anon", "Anybody", "a@b.test") { UserRole = "anonymous" },
        ]));
        var known = Assert.IsType<Audience.Known>(await bot.Out.AudienceOfAsync(bot.InChannel, default));
        Assert.Equal(
            [("sara@acme.test", false), ("gus@partner.test", true), ("ann@partner.test", true), ("bo@other.test", true), (null, true)],
            known.People.Select(person => (person.Email, person.IsGuest)));
    }

    [Fact]
    public async Task A_roster_is_followed_over_its_pages_and_asked_for_once_a_minute()
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.Add(Channel([.. Enumerable.Range(0, 700).Select(at => new FakeTeamsUser($"29:{at}", $"P{at}", $"p{at}@acme.test"))]));
        Assert.Equal(700, Assert.IsType<Audience.Known>(await bot.Out.AudienceOfAsync(bot.InChannel, default)).People.Count);
        await bot.Out.AudienceOfAsync(bot.InChannel, default);
        Assert.Equal(2, bot.Teams.Calls.Count(call => call.Call == "members"));
        bot.Teams.Add(Channel([WayOut.Sara]));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(Assert.IsType<Audience.Known>(await bot.Out.AudienceOfAsync(bot.InChannel, default)).People);
    }

    [Fact]
    public async Task A_personal_chat_is_not_asked_for()
    {
        await using var bot = await WayOut.StartAsync();
        Assert.Same(Audience.Alone, await bot.Out.AudienceOfAsync(bot.InChat, default));
        Assert.Same(Audience.Alone, await bot.Out.AudienceOfAsync(bot.InChat with { IsDirect = false }, default));
        Assert.Empty(bot.Teams.Calls);
    }

    [Fact]
    public async Task What_Teams_refuses_is_for_good_and_what_it_asks_to_wait_for_is_not()
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.FailNext("members", ConnectorFault.Throttled(20));
        Assert.Equal((true, TimeSpan.FromSeconds(20)), await bot.Out.AudienceOfAsync(bot.InChannel, default) is Audience.Unknown passing ? (passing.IsPassing, passing.After) : default);
        bot.Teams.FailNext("members", ConnectorFault.Error(403, "BotNotInConversationRoster"));
        Assert.False(Assert.IsType<Audience.Unknown>(await bot.Out.AudienceOfAsync(bot.InChannel, default)).IsPassing);
    }

    private static FakeTeamsRoom Channel(IReadOnlyList<FakeTeamsUser> members) => new(WayOut.Channel, "channel", "Sales/Deals") { TeamId = "19:sales@thread.tacv2", Members = members };
}
