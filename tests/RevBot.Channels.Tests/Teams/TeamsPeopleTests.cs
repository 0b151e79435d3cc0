using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

public sealed class TeamsPeopleTests
{
    private const string AddTheApp = "they add the app for themselves (Apps in Teams' side bar), and write to it there once";

    [Fact]
    public async Task Whoever_spoke_to_the_bot_is_found_and_told_in_their_own_chat()
    {
        await using var bot = await WayOut.StartAsync();
        var found = (await FindAsync(bot, WayOut.Sara)).Found!;

        Assert.Equal((new Actor("teams", FakeConnector.TenantId, "29:sara"), "Europe/Berlin"), (found.Actor, found.TimeZone));
        Assert.True(found.Chat.IsDirect);
        Assert.Empty(bot.Teams.Calls);

        var delivered = Assert.IsType<SendOutcome.Delivered>(await bot.PostAsync("Your week", found.Chat)).Message;
        Assert.IsType<SendOutcome.Delivered>(await bot.PostAsync("Your next week", found.Chat));
        Assert.Equal([WayOut.Chat, WayOut.Chat], bot.Teams.Messages.Select(message => message.ConversationId));
        Assert.Equal(WayOut.Chat, delivered.RoomId);
        Assert.Single(bot.Teams.Calls, call => call.Call == "create");

        await bot.SendAsync(WayOut.Message(Card.Text("Your week, corrected"), found.Chat) with { Kind = OutboundKind.Update, Target = delivered });
        Assert.Equal(["Your week", "Your week, corrected"], bot.Teams.Messages[0].Faces.Select(face => face.GetProperty("summary").GetString()));
    }

    [Fact]
    public async Task Nobody_is_known_who_never_spoke_and_the_fix_is_told()
    {
        await using var bot = await WayOut.StartAsync();
        var search = await bot.Out.FindPersonAsync(new PersonAddress("maya@acme.test", []), default);
        Assert.Equal([$"maya@acme.test is not known on Teams: {AddTheApp}"], (search.Found, search.WhyNot) is (null, var why) ? why : []);
    }

    [Fact]
    public async Task Without_the_app_the_message_is_given_up_with_the_fix_and_the_person_not_found_until_they_are_heard_again()
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.Add(WayOut.Ben with { HasApp = false });
        var found = (await FindAsync(bot, WayOut.Ben)).Found!;

        var refused = Assert.IsType<SendOutcome.Rejected>(await bot.PostAsync("secret for you", found.Chat));
        Assert.Contains($"The bot may not write to the person yet: {AddTheApp}.", refused.Error, StringComparison.Ordinal);
        Assert.Empty(bot.Teams.Messages);
        Assert.Equal([$"Teams does not let the bot write to ben@acme.test in person: {AddTheApp}"], (await FindAsync(bot, WayOut.Ben)).WhyNot);

        bot.Teams.Add(WayOut.Ben);
        bot.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<SendOutcome.Delivered>(await bot.PostAsync("for you", (await FindAsync(bot, WayOut.Ben)).Found!.Chat));
    }

    [Fact]
    public async Task A_chat_the_bot_was_removed_from_is_opened_anew()
    {
        await using var bot = await WayOut.StartAsync();
        var found = (await FindAsync(bot, WayOut.Sara)).Found!;
        await bot.PostAsync("hi", found.Chat);
        bot.Teams.Add(new FakeTeamsRoom(WayOut.Chat, "personal") { Members = [WayOut.Sara], BotIsMember = false });

        Assert.IsType<SendOutcome.Rejected>(await bot.PostAsync("lost", found.Chat));
        Assert.Null((await FindAsync(bot, WayOut.Sara)).Found);

        bot.Teams.Add(new FakeTeamsRoom(WayOut.Chat, "personal") { Members = [WayOut.Sara] });
        Assert.IsType<SendOutcome.Delivered>(await bot.PostAsync("back", found.Chat));
        Assert.Equal(2, bot.Teams.Calls.Count(call => call.Call == "create"));
    }

    [Fact]
    public async Task Whoever_was_heard_long_ago_is_asked_for_where_they_were_heard()
    {
        await using var bot = await WayOut.StartAsync();
        var heard = new HeardActor(new Actor("teams", FakeConnector.TenantId, "29:sara"), new ActorProfile("Sara Lind", "sara@acme.test", "Europe/Berlin"), bot.Time.GetUtcNow());
        bot.Time.Advance(TimeSpan.FromDays(2));
        await bot.Rooms.SeenAsync(bot.InGroup, null, heard.Actor, default);
        Assert.Equal("Europe/Berlin", (await bot.Out.FindPersonAsync(new PersonAddress("sara@acme.test", [heard]), default)).Found!.TimeZone);

        bot.Teams.Add(new FakeTeamsRoom(WayOut.Group, "groupChat", "Deal desk") { Members = [WayOut.Sara with { UserRole = "guest" }] });
        Assert.Null((await bot.Out.FindPersonAsync(new PersonAddress("sara@acme.test", [heard]), default)).Found);
    }

    [Fact]
    public async Task People_of_an_organisation_that_may_not_use_the_bot_are_not_found()
    {
        await using var bot = await WayOut.StartAsync();
        var stranger = new HeardActor(new Actor("teams", "99999999-0000-0000-0000-000000000000", "29:sara"), new ActorProfile("Sara", "sara@acme.test", null), bot.Time.GetUtcNow());
        var local = stranger with { Actor = stranger.Actor with { Tenant = "local" } };
        Assert.Null((await bot.Out.FindPersonAsync(new PersonAddress("sara@acme.test", [stranger, local]), default)).Found);
    }

    /// <summary>They spoke in the group a moment ago, which tells where their organisation is served.</summary>
    private static async Task<PersonSearch> FindAsync(WayOut bot, FakeTeamsUser user)
    {
        var actor = new Actor("teams", FakeConnector.TenantId, user.Id);
        await bot.Rooms.SeenAsync(bot.InGroup, null, actor, default);
        return await bot.Out.FindPersonAsync(
            new PersonAddress(user.Email!, [new HeardActor(actor, new ActorProfile(user.Name, user.Email, "Europe/Berlin"), bot.Time.GetUtcNow())]), default);
    }
}
