using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing.Slack;

namespace RevBot.Channels.Tests.Slack;

public sealed class SlackChannelTests
{
    private static readonly ConversationReference Thread = new("slack", "T1", "C1", "1766.1");

    [Fact]
    public async Task A_post_goes_into_its_thread_with_fallback_text_and_without_previews()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        var delivered = Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Message(Card.Text("Pipeline: <$4.2M> & more")), default));

        var call = Assert.Single(bot.Slack.Messages);
        Assert.Equal(("C1", "1766.1", "Pipeline: &lt;$4.2M&gt; &amp; more"), (call["channel"], call["thread_ts"], call["text"]));
        Assert.Equal(("false", "false"), (call["unfurl_links"], call["unfurl_media"]));
        Assert.Equal("m1", call.Arguments.GetProperty("metadata").GetProperty("event_payload").GetProperty("key").GetString());
        Assert.Equal("C1", delivered.Message.RoomId);
        Assert.StartsWith("1766458026.", delivered.Message.MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_edited_in_place()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        var posted = Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Message(Card.Text("old")), default)).Message;
        var outcome = await bot.Channel.SendAsync(Message(Card.Text("new")) with { Kind = OutboundKind.Update, Target = posted }, default);

        Assert.Equal(new SendOutcome.Delivered(posted), outcome);
        Assert.Equal(("chat.update", posted.MessageId), (bot.Slack.Messages[^1].Method, bot.Slack.Messages[^1]["ts"]));
        Assert.NotNull(bot.Slack.Messages[^1]["blocks"]);
    }

    [Fact]
    public async Task A_whisper_is_seen_by_one_person_in_the_room()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Whisper(), default));

        var call = Assert.Single(bot.Slack.Messages);
        Assert.Equal(("chat.postEphemeral", "C1", "U1", "1766.1"), (call.Method, call["channel"], call["user"], call["thread_ts"]));
    }

    [Fact]
    public async Task A_whisper_in_a_room_the_bot_is_not_in_becomes_a_direct_message()
    {
        await using var bot = await SlackUnderTest.StartAsync(prepare: slack => slack.AddRoom("C1", botIsMember: false));
        Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Whisper(), default));

        Assert.Equal(("chat.postMessage", "DU1"), (bot.Slack.Messages[^1].Method, bot.Slack.Messages[^1]["channel"]));
    }

    [Fact]
    public async Task The_answer_to_a_command_goes_to_its_address_and_its_update_replaces_it()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        var to = new ConversationReference("slack", "T1", "C1", ReplyAddress: bot.Slack.NewResponseAddress());
        var delivered = Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Message(Card.Text("first")) with { To = to }, default));
        await bot.Channel.SendAsync(Message(Card.Text("second")) with { To = to, Kind = OutboundKind.Update, Target = delivered.Message }, default);

        Assert.Equal([("response_url", "ephemeral", "false"), ("response_url", null, "true")], bot.Slack.Messages.Select(call => (call.Method, call["response_type"], call["replace_original"])));
    }

    [Theory]
    [InlineData("https://evil.example/hooks/1")]
    [InlineData("http://hooks.slack.com/actions/1")]
    [InlineData("https://hooks.slack.com.evil.example/1")]
    [InlineData("https://hooks.slack.com:8443/1")]
    [InlineData("http://127.0.0.1:1/hooks/1")]
    [InlineData("nonsense")]
    public async Task Reply_addresses_elsewhere_are_never_called(string address)
    {
        await using var bot = await SlackUnderTest.StartAsync();
        var outcome = await bot.Channel.SendAsync(Message(Card.Text("x")) with { To = Thread with { ReplyAddress = address } }, default);

        Assert.Contains("not Slack's", Assert.IsType<SendOutcome.Rejected>(outcome).Error, StringComparison.Ordinal);
        Assert.DoesNotContain(address, outcome.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_used_up_reply_address_is_given_up_with_a_sentence()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        var to = Thread with { ReplyAddress = bot.Slack.NewResponseAddress() };
        bot.Time.Advance(TimeSpan.FromMinutes(31));

        var outcome = Assert.IsType<SendOutcome.Rejected>(await bot.Channel.SendAsync(Message(Card.Text("x")) with { To = to }, default));
        Assert.Contains("ask again", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_Slack_asks_to_wait_the_outbox_is_told_how_long()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        bot.Slack.FailNext("chat.postMessage", SlackFault.RateLimited(7));

        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<SendOutcome.Retry>(await bot.Channel.SendAsync(Message(Card.Text("x")), default)).After);
    }

    public static TheoryData<SlackFault> Passing => new(
        SlackFault.Html(), SlackFault.Html(503), SlackFault.Html(502), SlackFault.Error("internal_error"), SlackFault.Error("fatal_error"),
        SlackFault.Error("service_unavailable"), new SlackFault { BreaksAfterwards = true });

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_may_pass_is_tried_again_on_the_outboxs_schedule(SlackFault fault)
    {
        await using var bot = await SlackUnderTest.StartAsync();
        bot.Slack.FailNext("chat.postMessage", fault);

        Assert.Null(Assert.IsType<SendOutcome.Retry>(await bot.Channel.SendAsync(Message(Card.Text("x")), default)).After);
    }

    [Theory]
    [InlineData("channel_not_found", "/invite @RevBot", "I was removed from it, or it is not there any more")]
    [InlineData("not_in_channel", "/invite @RevBot", "I was removed from it, or it is not there any more")]
    [InlineData("is_archived", "unarchive", "it was archived")]
    public async Task A_room_that_takes_nothing_any_more_is_lost_and_why_is_said(string error, string fix, string why)
    {
        await using var bot = await SlackUnderTest.StartAsync();
        bot.Slack.FailNext("chat.postMessage", SlackFault.Error(error));

        var lost = Assert.IsType<SendOutcome.RoomLost>(await bot.Channel.SendAsync(Message(Card.Text("x")), default));
        Assert.Contains(fix, lost.Error, StringComparison.Ordinal);
        Assert.Equal(why, lost.Why);
    }

    [Theory]
    [InlineData("invalid_auth", "SLACK_BOT_TOKEN")]
    [InlineData("missing_scope", "manifest.yaml")]
    [InlineData("never_heard_of", "never_heard_of")]
    public async Task What_will_not_pass_is_given_up_and_the_fix_is_said(string error, string fix)
    {
        await using var bot = await SlackUnderTest.StartAsync();
        bot.Slack.FailNext("chat.postMessage", SlackFault.Error(error));

        Assert.Contains(fix, Assert.IsType<SendOutcome.Rejected>(await bot.Channel.SendAsync(Message(Card.Text("x")), default)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_without_tables_gets_their_rows_as_text()
    {
        await using var bot = await SlackUnderTest.StartAsync(prepare: slack => slack.UnsupportedBlocks.Add("table"));
        var card = new Card("Deals", new CardElement.Table([new TableColumn("Deal"), new TableColumn("Amount", IsNumber: true)], [["Acme", "$80,000"]]));

        Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Message(card), default));
        Assert.Equal("• Acme · Amount: $80,000", bot.Slack.Messages[^1].Arguments.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_workspace_without_charts_gets_bars_of_blocks()
    {
        await using var bot = await SlackUnderTest.StartAsync(prepare: slack => slack.UnsupportedBlocks.Add("data_visualization"));
        var card = new Card("Deals", new CardElement.Bars("By stage", [new Bar("Proposal", 2, "$2M"), new Bar("Won", 1, "$1M")]));

        Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Message(card), default));
        Assert.Equal("```\nProposal  ████████████  $2M\nWon       ██████        $1M\n```", bot.Slack.Messages[^1].Arguments.GetProperty("blocks")[1].GetProperty("text").GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_long_card_is_several_messages_with_the_buttons_under_the_last()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        var card = new Card("Long", [.. Enumerable.Range(0, 120).Select(i => new CardElement.Paragraph($"line {i}"))], [new CardButton("Undo", "a.b", "1")]);
        Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Message(card), default));
        Assert.Equal(["Long", "Long (2 of 3)", "Long (3 of 3)"], bot.Slack.Messages.Select(call => call["text"]));
        Assert.Equal([false, false, true], bot.Slack.Messages.Select(call => call["blocks"]!.Contains("\"actions\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_long_card_that_failed_in_its_middle_is_not_begun_anew()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        var card = new Card("Long", [.. Enumerable.Range(0, 120).Select(i => new CardElement.Paragraph($"line {i}"))], []);
        bot.Slack.FailNext("chat.postMessage", SlackFault.None);
        bot.Slack.FailNext("chat.postMessage", SlackFault.RateLimited(1));

        Assert.IsType<SendOutcome.Retry>(await bot.Channel.SendAsync(Message(card), default));
        Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Message(card), default));
        Assert.Equal(["Long", "Long (2 of 3)", "Long (3 of 3)"], bot.Slack.Messages.Select(call => call["text"]));
    }

    [Fact]
    public async Task People_are_told_by_what_Slack_confirms()
    {
        await using var bot = await SlackUnderTest.StartAsync(prepare: slack =>
        {
            slack.AddUser(new FakeSlackUser("U1", "Sara Lind", "sara@acme.test") { TimeZone = "Asia/Tokyo", Locale = "en-GB" });
            slack.AddUser(new FakeSlackUser("U2", "Guest", "g@acme.test") { IsGuest = true });
            slack.AddUser(new FakeSlackUser("U3", "Partner", "p@other.test") { TeamId = "T9" });
            slack.AddUser(new FakeSlackUser("U4", "Gone", "gone@acme.test") { IsDeleted = true });
        });

        Assert.Equal(new ActorProfile("Sara Lind", "sara@acme.test", "Asia/Tokyo", Locale: "en-GB"), await Ask("U1"));
        Assert.True((await Ask("U2"))!.IsGuest);
        Assert.True((await Ask("U3"))!.IsGuest);
        Assert.Null((await Ask("U4"))!.Email);
        Assert.Null(await Ask("U5"));

        Task<ActorProfile?> Ask(string id) => bot.Channel.GetProfileAsync(new Actor("slack", "T1", id), default);
    }

    [Fact]
    public async Task A_room_is_found_when_the_company_names_one()
    {
        await using var bot = await SlackUnderTest.StartAsync();

        Assert.Equal("C7", (await bot.Channel.FindRoomAsync(new RoomAddress("EMEA", new Dictionary<string, string> { ["slack"] = "C7" }), CancellationToken.None))!.RoomId);
        Assert.Null(await bot.Channel.FindRoomAsync(new RoomAddress("EMEA", new Dictionary<string, string> { ["teams"] = "19:x" }), CancellationToken.None));
    }

    [Fact]
    public async Task Tokens_and_reply_addresses_are_in_no_log_line()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        bot.Slack.FailNext("chat.postMessage", SlackFault.Error("invalid_auth"));
        await bot.Channel.SendAsync(Message(Card.Text("secret figures")), default);
        await bot.Channel.SendAsync(Message(Card.Text("x")) with { To = Thread with { ReplyAddress = bot.Slack.NewResponseAddress() } }, default);

        Assert.DoesNotContain("xoxb-", bot.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/hooks/", bot.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret figures", bot.Log.Text, StringComparison.Ordinal);
    }

    private static OutboundMessage Whisper() => Message(Card.Text("for you")) with { Kind = OutboundKind.Whisper, OnlyFor = new Actor("slack", "T1", "U1") };

    private static OutboundMessage Message(Card card) => new()
    {
        Id = "m1",
        TurnId = "slack:Ev1",
        Kind = OutboundKind.Post,
        To = Thread,
        Card = card,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
