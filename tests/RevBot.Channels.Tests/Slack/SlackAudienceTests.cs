using System.Text.Json.Nodes;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Turns;
using RevBot.Testing.Slack;

namespace RevBot.Channels.Tests.Slack;

public sealed class SlackAudienceTests
{
    private static readonly FakeSlackUser Maya = new("U7", "Maya Shah", "maya@acme.test");

    [Fact]
    public async Task Everybody_in_the_room_is_told_page_by_page_and_bots_are_left_out()
    {
        await using var bot = await StartAsync(
            [Maya, new("U8", "Gus", "gus@partner.test") { IsGuest = true }, new("U9", "Una", "una@partner.test") { IsSingleRoomGuest = true }, new("UA", "Stan", null) { IsStranger = true, TeamId = "T9" }, new("UB", "Lou", "lou@acme.test") { IsDeleted = true }, new("UC", "Zapper", null) { IsBot = true }]);
        var known = Assert.IsType<Audience.Known>(await OfAsync(bot));
        Assert.Equal(
            [("maya@acme.test", false), ("gus@partner.test", true), ("una@partner.test", true), (null, true), (null, false)],
            known.People.Select(person => (person.Email, person.IsGuest)));
    }

    [Fact]
    public async Task A_room_is_asked_for_once_a_minute_and_a_person_once_in_some_hours()
    {
        await using var bot = await StartAsync([Maya]);
        await OfAsync(bot);
        await OfAsync(bot);
        Assert.Equal((1, 1, 1), (Asked(bot, "conversations.info"), Asked(bot, "conversations.members"), Asked(bot, "users.info")));
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await OfAsync(bot);
        Assert.Equal((2, 2, 1), (Asked(bot, "conversations.info"), Asked(bot, "conversations.members"), Asked(bot, "users.info")));
        bot.Time.Advance(TimeSpan.FromHours(6));
        await OfAsync(bot);
        Assert.Equal(2, Asked(bot, "users.info"));
    }

    [Fact]
    public async Task Somebody_who_joins_is_known_of_at_once()
    {
        await using var bot = await StartAsync([Maya]);
        Assert.Single(Assert.IsType<Audience.Known>(await OfAsync(bot)).People);
        bot.Slack.AddUser(new FakeSlackUser("U8", "Gus", "gus@partner.test") { IsGuest = true });
        bot.Slack.SetMembers("C1", "U7", "U8");
        Assert.Single(Assert.IsType<Audience.Known>(await OfAsync(bot)).People);
        await bot.Sender.EventAsync(SlackPayloads.Event("Ev1", new JsonObject { ["type"] = "member_joined_channel", ["user"] = "U8", ["channel"] = "C1", ["channel_type"] = "C" }));
        Assert.Equal([false, true], Assert.IsType<Audience.Known>(await OfAsync(bot)).People.Select(person => person.IsGuest));
    }

    [Fact]
    public async Task A_room_is_found_by_its_name()
    {
        await using var bot = await StartAsync([Maya]);
        Assert.Equal("maya@acme.test", Assert.Single(Assert.IsType<Audience.Known>(await OfAsync(bot, "#emea-deals")).People).Email);
        Assert.IsType<Audience.Known>(await OfAsync(bot, "EMEA-deals"));
        Assert.Equal((1, 1), (Asked(bot, "users.conversations"), Asked(bot, "conversations.members")));
    }

    [Fact]
    public async Task A_room_shared_with_another_company_is_theirs_too_whoever_is_in_it()
    {
        await using var bot = await StartAsync([Maya], isShared: true);
        Assert.True(Assert.Single(Assert.IsType<Audience.Known>(await OfAsync(bot)).People).IsGuest);
        Assert.Equal(0, Asked(bot, "conversations.members"));
    }

    [Fact]
    public async Task A_direct_chat_is_read_by_nobody_else_and_not_asked_for()
    {
        await using var bot = await StartAsync([Maya]);
        Assert.Same(Audience.Alone, await OfAsync(bot, "DU7"));
        Assert.Same(Audience.Alone, await bot.Channel.AudienceOfAsync(ConversationReference.ChatWith(new Actor("slack", "T1", "U7")), default));
        Assert.DoesNotContain(bot.Slack.Calls, call => call.Method.StartsWith("conversations.", StringComparison.Ordinal) || call.Method.StartsWith("users.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("conversations.info")]
    [InlineData("conversations.members")]
    [InlineData("users.info")]
    public async Task When_Slack_asks_to_wait_that_is_told_and_asked_again_then(string method)
    {
        await using var bot = await StartAsync([Maya]);
        bot.Slack.FailNext(method, SlackFault.RateLimited(30));
        Assert.Equal(new Audience.Unknown($"Slack's {method} answered ratelimited.", IsPassing: true, TimeSpan.FromSeconds(30)), await OfAsync(bot));
        Assert.IsType<Audience.Known>(await OfAsync(bot));
    }

    [Fact]
    public async Task A_missing_scope_is_for_good_and_says_what_to_do()
    {
        await using var bot = await StartAsync([Maya]);
        bot.Slack.FailNext("conversations.members", SlackFault.Error("missing_scope"));
        Assert.Equal(new Audience.Unknown("Slack's conversations.members answered missing_scope; `revbot doctor` says what the app lacks"), await OfAsync(bot));
        bot.Slack.AddRoom("C2", botIsMember: false);
        Assert.False(Assert.IsType<Audience.Unknown>(await OfAsync(bot, "C2")).IsPassing);
    }

    [Fact]
    public async Task Of_a_very_large_room_it_is_not_told_and_nobody_looked_up()
    {
        await using var bot = await StartAsync([]);
        bot.Slack.SetMembers("C1", [.. Enumerable.Range(0, 1_000).Select(at => $"U{at}")]);
        Assert.Equal("more than 1,000 people are in it; name a smaller room in company.yaml", Assert.IsType<Audience.Unknown>(await OfAsync(bot)).Why);
        Assert.Equal((0, 0), (Asked(bot, "conversations.members"), Asked(bot, "users.info")));
    }

    private static Task<SlackUnderTest> StartAsync(IReadOnlyList<FakeSlackUser> members, bool isShared = false) => SlackUnderTest.StartAsync(prepare: slack =>
    {
        members.ToList().ForEach(slack.AddUser);
        slack.AddRoom(new FakeSlackRoom("C1", "emea-deals") { Members = [.. members.Select(member => member.Id)], IsExtShared = isShared });
    });

    private static async Task<Audience> OfAsync(SlackUnderTest bot, string room = "C1") => await bot.Channel.AudienceOfAsync(new ConversationReference("slack", "T1", room), default);

    private static int Asked(SlackUnderTest bot, string method) => bot.Slack.Calls.Count(call => call.Method == method);
}
