using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing.Slack;

namespace RevBot.Channels.Tests.Slack;

public sealed class SlackPeopleTests
{
    private const string Lookup = "users.lookupByEmail";

    private static readonly FakeSlackUser Maya = new("U7", "Maya Shah", "maya@acme.test") { TimeZone = "Asia/Kolkata" };

    [Fact]
    public async Task Somebody_who_never_wrote_is_found_by_their_address_and_told_in_their_direct_chat()
    {
        await using var bot = await SlackUnderTest.StartAsync(prepare: slack => slack.AddUser(Maya));
        var found = (await FindAsync(bot, "Maya@acme.test")).Found!;

        Assert.Equal((new Actor("slack", FakeSlackServer.TeamId, "U7"), "Asia/Kolkata"), (found.Actor, found.TimeZone));
        Assert.True(found.Chat.IsDirect);
        Assert.DoesNotContain(bot.Slack.Calls, call => call.Method == "conversations.open");

        var delivered = Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Message(found, "Your week"), default));
        Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Message(found, "Your next week"), default));

        Assert.Equal([("DU7", "Your week"), ("DU7", "Your next week")], bot.Slack.Messages.Select(call => (call["channel"], call["text"])));
        Assert.Equal("DU7", delivered.Message.RoomId);
        Assert.Single(bot.Slack.Calls, call => call.Method == "conversations.open");
    }

    [Fact]
    public async Task What_stands_in_the_direct_chat_is_edited_there()
    {
        await using var bot = await SlackUnderTest.StartAsync(prepare: slack => slack.AddUser(Maya));
        var found = (await FindAsync(bot, "maya@acme.test")).Found!;
        var posted = Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Message(found, "Acme is slow"), default)).Message;

        await bot.Channel.SendAsync(Message(found, "Acme has moved") with { Kind = OutboundKind.Update, Target = posted }, default);
        Assert.Equal(("chat.update", "DU7", posted.MessageId), (bot.Slack.Messages[^1].Method, bot.Slack.Messages[^1]["channel"], bot.Slack.Messages[^1]["ts"]));
    }

    [Fact]
    public async Task Slack_is_asked_once_for_some_hours_also_for_whom_it_does_not_know()
    {
        await using var bot = await SlackUnderTest.StartAsync(prepare: slack => slack.AddUser(Maya));
        foreach (var email in (string[])["maya@acme.test", "nobody@acme.test", "MAYA@acme.test", "nobody@acme.test"])
        {
            await FindAsync(bot, email);
        }

        Assert.Equal(2, Asked(bot));
        Assert.Equal(["nobody@acme.test is not known on Slack: they need an account there with this address"], (await FindAsync(bot, "nobody@acme.test")).WhyNot);

        bot.Slack.AddUser(new FakeSlackUser("U8", "Nobody", "nobody@acme.test"));
        bot.Time.Advance(TimeSpan.FromHours(13));
        Assert.NotNull((await FindAsync(bot, "nobody@acme.test")).Found);
    }

    [Fact]
    public async Task Whoever_wrote_to_the_bot_of_late_needs_no_asking()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        var heard = Heard(bot, "maya@acme.test");

        Assert.Equal(heard.Heard[0].Actor, (await bot.Channel.FindPersonAsync(heard, default)).Found!.Actor);
        Assert.Equal(0, Asked(bot));
    }

    [Fact]
    public async Task Whoever_wrote_long_ago_is_asked_for_and_stays_known_while_Slack_does_not_answer()
    {
        await using var bot = await SlackUnderTest.StartAsync(prepare: slack => slack.AddUser(Maya with { IsDeleted = true }));
        var heard = Heard(bot, "maya@acme.test");
        bot.Time.Advance(TimeSpan.FromDays(3));

        bot.Slack.FailNext(Lookup, SlackFault.Html(503));
        Assert.NotNull((await bot.Channel.FindPersonAsync(heard, default)).Found);
        Assert.Contains("deactivated", Assert.Single((await bot.Channel.FindPersonAsync(heard, default)).WhyNot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_strangers_and_people_who_left_are_never_found()
    {
        await using var bot = await SlackUnderTest.StartAsync(prepare: slack =>
        {
            slack.AddUser(new FakeSlackUser("U2", "Guest", "guest@acme.test") { IsGuest = true });
            slack.AddUser(new FakeSlackUser("U3", "Partner", "partner@acme.test") { TeamId = "T9" });
            slack.AddUser(new FakeSlackUser("U4", "Gone", "gone@acme.test") { IsDeleted = true });
        });

        Assert.Equal("guest@acme.test is a guest on Slack, and guests are told nothing: they need an account of the workspace", await WhyNotAsync("guest@acme.test"));
        Assert.Equal("partner@acme.test is a guest on Slack, and guests are told nothing: they need an account of the workspace", await WhyNotAsync("partner@acme.test"));
        Assert.Equal("the Slack account of gone@acme.test is deactivated: an admin of the workspace can reactivate it", await WhyNotAsync("gone@acme.test"));

        async Task<string> WhyNotAsync(string email) => Assert.Single((await FindAsync(bot, email)) is { Found: null } search ? search.WhyNot : []);
    }

    [Fact]
    public async Task Slack_is_given_the_time_it_asks_for_and_asked_again()
    {
        await using var bot = await SlackUnderTest.StartAsync(prepare: slack => slack.AddUser(Maya));
        bot.Slack.FailNext(Lookup, SlackFault.RateLimited(30));
        var search = FindAsync(bot, "maya@acme.test");
        while (bot.Time.WaitingTimers == 0)
        {
            await Task.Yield();
        }

        bot.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(search.IsCompleted);
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull((await search).Found);
        Assert.Equal(2, Asked(bot));
    }

    [Fact]
    public async Task Whoever_could_not_be_asked_for_is_asked_for_again()
    {
        await using var bot = await SlackUnderTest.StartAsync(prepare: slack => slack.AddUser(Maya));
        bot.Slack.FailNext(Lookup, SlackFault.RateLimited(600));
        var before = bot.Time.GetUtcNow();

        Assert.Equal(["Slack could not be asked for maya@acme.test (ratelimited); it is asked again at the next run"], (await FindAsync(bot, "maya@acme.test")).WhyNot);
        Assert.Null((await FindAsync(bot, "maya@acme.test")).Found);
        Assert.Equal(1, Asked(bot));

        bot.Time.SetUtcNow(before.AddSeconds(600));
        Assert.NotNull((await FindAsync(bot, "maya@acme.test")).Found);
    }

    [Fact]
    public async Task A_missing_scope_is_a_reason_and_not_a_failure()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        bot.Slack.FailNext(Lookup, SlackFault.Error("missing_scope"));
        Assert.Equal(["Slack refuses to look maya@acme.test up (missing_scope); check the app with `revbot doctor`"], (await FindAsync(bot, "maya@acme.test")).WhyNot);
    }

    [Fact]
    public async Task A_chat_that_cannot_be_opened_is_one_message_given_up()
    {
        await using var bot = await SlackUnderTest.StartAsync(prepare: slack => slack.AddUser(Maya));
        var found = (await FindAsync(bot, "maya@acme.test")).Found!;
        bot.Slack.FailNext("conversations.open", SlackFault.RateLimited(20));
        bot.Slack.FailNext("conversations.open", SlackFault.Error("user_disabled"));

        Assert.Equal(TimeSpan.FromSeconds(20), Assert.IsType<SendOutcome.Retry>(await bot.Channel.SendAsync(Message(found, "x"), default)).After);
        Assert.Contains("not in the workspace any more", Assert.IsType<SendOutcome.Rejected>(await bot.Channel.SendAsync(Message(found, "x"), default)).Error, StringComparison.Ordinal);
        Assert.Empty(bot.Slack.Messages);
    }

    private static Task<PersonSearch> FindAsync(SlackUnderTest bot, string email) => bot.Channel.FindPersonAsync(new PersonAddress(email, []), default).AsTask();

    private static int Asked(SlackUnderTest bot) => bot.Slack.Calls.Count(call => call.Method == Lookup);

    private static PersonAddress Heard(SlackUnderTest bot, string email) =>
        new(email, [new HeardActor(new Actor("slack", FakeSlackServer.TeamId, "U7"), new ActorProfile("Maya Shah", email, "Asia/Kolkata"), bot.Time.GetUtcNow())]);

    private static OutboundMessage Message(KnownPerson to, string text) => new()
    {
        Id = $"m-{text}",
        TurnId = "job:1",
        Kind = OutboundKind.Post,
        To = to.Chat,
        Card = Card.Text(text),
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
