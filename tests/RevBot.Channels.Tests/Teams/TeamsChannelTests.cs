using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

public sealed class TeamsChannelTests
{
    [Fact]
    public async Task A_post_is_a_card_with_a_summary_and_no_text_beside_it()
    {
        await using var bot = await WayOut.StartAsync();
        var delivered = Assert.IsType<SendOutcome.Delivered>(await bot.PostAsync("Pipeline: $4.2M"));

        var message = Assert.Single(bot.Teams.Messages);
        Assert.Equal((message.Id, WayOut.Chat, null), (delivered.Message.MessageId, delivered.Message.RoomId, delivered.Message.ThreadId));
        Assert.Equal("Pipeline: $4.2M", message.Summary);
        Assert.Contains("$4.2M", message.Card.GetProperty("body").GetRawText(), StringComparison.Ordinal);
        Assert.False(message.Face.TryGetProperty("text", out _));
    }

    [Fact]
    public async Task In_a_channel_the_answer_stands_in_the_thread_it_was_asked_in()
    {
        await using var bot = await WayOut.StartAsync();
        var delivered = Assert.IsType<SendOutcome.Delivered>(await bot.PostAsync("answer", bot.InChannel with { ThreadId = "177" }));

        Assert.Equal($"{WayOut.Channel};messageid=177", Assert.Single(bot.Teams.Messages).ConversationId);
        Assert.Equal("177", delivered.Message.ThreadId);
    }

    [Fact]
    public async Task An_alert_begins_a_thread_and_is_edited_there()
    {
        await using var bot = await WayOut.StartAsync();
        var posted = Assert.IsType<SendOutcome.Delivered>(await bot.PostAsync("Acme is slow", bot.InChannel)).Message;
        var outcome = await bot.SendAsync(WayOut.Message(Card.Text("Acme has moved"), bot.InChannel) with { Kind = OutboundKind.Update, Target = posted });

        Assert.Equal(new SendOutcome.Delivered(posted), outcome);
        Assert.Equal(posted.MessageId, posted.ThreadId);
        var message = Assert.Single(bot.Teams.Messages);
        Assert.Equal($"{WayOut.Channel};messageid={posted.MessageId}", message.ConversationId);
        Assert.Equal(["Acme is slow", "Acme has moved"], message.Faces.Select(face => face.GetProperty("summary").GetString()));
    }

    [Fact]
    public async Task Group_chats_have_no_threads()
    {
        await using var bot = await WayOut.StartAsync();
        Assert.Null(Assert.IsType<SendOutcome.Delivered>(await bot.PostAsync("hi", bot.InGroup)).Message.ThreadId);
        Assert.Equal(WayOut.Group, Assert.Single(bot.Teams.Messages).ConversationId);
    }

    [Fact]
    public async Task What_one_person_may_see_goes_to_their_own_chat_and_never_to_the_room()
    {
        await using var bot = await WayOut.StartAsync();
        Assert.IsType<SendOutcome.Delivered>(await bot.SendAsync(Whisper(bot, "29:sara")));
        Assert.IsType<SendOutcome.Delivered>(await bot.SendAsync(Whisper(bot, "29:sara")));

        Assert.Equal([WayOut.Chat, WayOut.Chat], bot.Teams.Messages.Select(message => message.ConversationId));
        Assert.Single(bot.Teams.Calls, call => call.Call == "create");
    }

    [Fact]
    public async Task A_whisper_to_somebody_without_the_app_tells_the_room_only_that_there_is_one()
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.Add(WayOut.Ben with { HasApp = false });

        Assert.IsType<SendOutcome.Delivered>(await bot.SendAsync(Whisper(bot, "29:ben")));
        var told = Assert.Single(bot.Teams.Messages);
        Assert.Equal($"{WayOut.Channel};messageid=177", told.ConversationId);
        Assert.Contains("for you alone", told.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told.Face.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_card_is_several_messages_in_one_thread_with_the_buttons_under_the_last()
    {
        await using var bot = await WayOut.StartAsync();
        var delivered = Assert.IsType<SendOutcome.Delivered>(await bot.SendAsync(WayOut.Message(Long, bot.InChannel)));

        Assert.True(bot.Teams.Messages.Count > 2);
        Assert.Single(bot.Teams.Messages.Select(message => message.ConversationId).Distinct());
        Assert.Equal((bot.Teams.Messages[^1].Id, bot.Teams.Messages[0].Id), (delivered.Message.MessageId, delivered.Message.ThreadId));
        Assert.Equal(bot.Teams.Messages[^1].Id, Assert.Single(bot.Teams.Messages, message => message.Card.GetRawText().Contains("Undo", StringComparison.Ordinal)).Id);
        Assert.All(bot.Teams.Messages, message => Assert.InRange(message.Card.GetRawText().Length, 1, 28 * 1024));
    }

    [Fact]
    public async Task A_long_card_that_failed_in_its_middle_goes_on_in_the_thread_it_began()
    {
        await using var whole = await WayOut.StartAsync();
        await whole.SendAsync(WayOut.Message(Long, whole.InChannel));

        await using var bot = await WayOut.StartAsync();
        bot.Teams.FailNext("send", ConnectorFault.Throttled(1));
        Assert.IsType<SendOutcome.Retry>(await bot.SendAsync(WayOut.Message(Long, bot.InChannel)));
        Assert.IsType<SendOutcome.Delivered>(await bot.SendAsync(WayOut.Message(Long, bot.InChannel)));

        Assert.Equal(whole.Teams.Messages.Select(message => message.Card.GetRawText()), bot.Teams.Messages.Select(message => message.Card.GetRawText()));
        Assert.Single(bot.Teams.Messages.Select(message => message.ConversationId).Distinct());
    }

    [Fact]
    public async Task A_message_whose_id_was_not_told_is_said_anew_when_it_changes()
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.FailNext("send", new ConnectorFault { IsSilent = true });
        var posted = Assert.IsType<SendOutcome.Delivered>(await bot.PostAsync("old")).Message;
        await bot.SendAsync(WayOut.Message(Card.Text("new"), bot.InChat) with { Kind = OutboundKind.Update, Target = posted });

        Assert.Equal(["old", "new"], bot.Teams.Messages.Select(message => message.Summary));
    }

    [Fact]
    public async Task What_is_too_large_for_a_card_arrives_as_text()
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.FailNext("send", ConnectorFault.Gateway(413));
        Assert.IsType<SendOutcome.Delivered>(await bot.PostAsync("Pipeline: $4.2M"));

        Assert.Equal("Pipeline: $4.2M", Assert.Single(bot.Teams.Messages).Face.GetProperty("text").GetString());
    }

    [Fact]
    public async Task When_Teams_asks_to_wait_the_outbox_is_told_how_long()
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.FailNext("send", ConnectorFault.Throttled(7));
        Assert.Equal(TimeSpan.FromSeconds(7), Assert.IsType<SendOutcome.Retry>(await bot.PostAsync("x")).After);
    }

    public static TheoryData<ConnectorFault> Passing => new(
        ConnectorFault.Throttled(null), ConnectorFault.Error(412, "PreconditionFailed"), ConnectorFault.Error(409, "Conflict"), ConnectorFault.Gateway(502), ConnectorFault.Gateway(504),
        ConnectorFault.Error(500, "ServiceError"), ConnectorFault.Error(503, "ServiceUnavailable"), new ConnectorFault { Breaks = true }, new ConnectorFault { Hangs = true });

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_may_pass_is_tried_again_on_the_outboxs_schedule(ConnectorFault fault)
    {
        await using var bot = await WayOut.StartAsync(patience: TimeSpan.FromSeconds(fault.Hangs ? 0.3 : 15));
        bot.Teams.FailNext("send", fault);

        Assert.Null(Assert.IsType<SendOutcome.Retry>(await bot.PostAsync("x")).After);
        Assert.IsType<SendOutcome.Delivered>(await bot.PostAsync("x"));
    }

    [Fact]
    public async Task A_secret_that_ran_out_loses_nothing_and_says_what_to_do()
    {
        await using var bot = await WayOut.StartAsync(teams => new(teams.Settings()) { ["MicrosoftAppPassword"] = "old" });
        Assert.Contains("secrets expire", Assert.IsType<SendOutcome.Retry>(await bot.PostAsync("x")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "BotNotInConversationRoster", "add the app there again")]
    [InlineData(404, "ConversationNotFound", "company.yaml")]
    public async Task A_room_that_takes_nothing_any_more_is_lost_and_why_is_said(int status, string code, string fix)
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.FailNext("send", ConnectorFault.Error(status, code));
        var lost = Assert.IsType<SendOutcome.RoomLost>(await bot.PostAsync("x"));
        Assert.Contains(fix, lost.Error, StringComparison.Ordinal);
        Assert.Equal("I was removed from it, or it is not there any more", lost.Why);
    }

    [Theory]
    [InlineData(403, "MessageWritesBlocked", "unblock")]
    [InlineData(403, "ForbiddenOperationException", "permission policy")]
    [InlineData(400, "BadSyntax", "please report it")]
    [InlineData(405, "BadArgument", "please report it")]
    [InlineData(418, "NeverHeardOf", "NeverHeardOf")]
    public async Task What_will_not_pass_is_given_up_and_the_fix_is_said(int status, string code, string fix)
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.FailNext("send", ConnectorFault.Error(status, code));
        Assert.Contains(fix, Assert.IsType<SendOutcome.Rejected>(await bot.PostAsync("x")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_new_face_of_a_message_that_was_deleted_is_given_up()
    {
        await using var bot = await WayOut.StartAsync();
        var posted = Assert.IsType<SendOutcome.Delivered>(await bot.PostAsync("old")).Message;
        bot.Teams.Delete(posted.MessageId);

        var outcome = await bot.SendAsync(WayOut.Message(Card.Text("new"), bot.InChat) with { Kind = OutboundKind.Update, Target = posted });
        Assert.Contains("was deleted", Assert.IsType<SendOutcome.Rejected>(outcome).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_the_bot_was_removed_from_is_forgotten_but_not_for_one_lost_thread()
    {
        await using var bot = await WayOut.StartAsync();
        await bot.Rooms.SeenAsync(bot.InChannel, "Sales/Deals", null, default);
        bot.Teams.FailNext("send", ConnectorFault.Error(404, "ConversationNotFound"));
        await bot.PostAsync("x", bot.InChannel with { ThreadId = "177" });
        Assert.NotNull(await FindAsync());

        bot.Teams.FailNext("create", ConnectorFault.Error(403, "BotNotInConversationRoster"));
        await bot.PostAsync("x", bot.InChannel);
        Assert.Null(await FindAsync());

        async Task<ConversationReference?> FindAsync() => await bot.Out.FindRoomAsync(new RoomAddress("EMEA", new Dictionary<string, string> { ["teams"] = "sales/deals" }), default);
    }

    [Fact]
    public async Task A_message_goes_where_its_room_is_served_now_and_never_to_a_stranger()
    {
        await using var bot = await WayOut.StartAsync();
        var stored = bot.InGroup with { Service = "https://evil.example/" };
        Assert.Contains("not one of Teams'", Assert.IsType<SendOutcome.Rejected>(await bot.PostAsync("x", stored)).Error, StringComparison.Ordinal);
        Assert.Empty(bot.Teams.Calls);

        await bot.Rooms.SeenAsync(bot.InGroup, null, null, default);
        Assert.Equal(bot.Service, Assert.IsType<SendOutcome.Delivered>(await bot.PostAsync("x", stored)).Message.Service);
    }

    [Fact]
    public async Task People_are_told_by_the_roster_of_where_they_were_heard()
    {
        await using var bot = await WayOut.StartAsync();
        FakeTeamsUser[] people =
        [
            WayOut.Sara,
            new("29:upn", "Upn Only", null) { UserPrincipalName = "upn@acme.test" },
            new("29:guest", "Guest", "ann@partner.test") { UserRole = "guest" },
            new("29:ext", "Ext", "ext@partner.test") { UserRole = null, UserPrincipalName = "ext_partner.test#EXT#@acme.onmicrosoft.com" },
            new("29:b2b", "Shared", "shared@other.test") { TenantId = "other-tenant" },
            new("29:anon", "Anonymous", "anon@acme.test") { UserRole = "anonymous" },
        ];
        bot.Teams.Add(new FakeTeamsRoom("19:mixed@thread.v2", "groupChat") { Members = people });

        Assert.Equal(new ActorProfile("Sara Lind", "sara@acme.test", null), await AskAsync("29:sara"));
        Assert.Equal(new ActorProfile("Upn Only", "upn@acme.test", null), await AskAsync("29:upn"));
        Assert.Equal(new ActorProfile("Guest", "ann@partner.test", null, IsGuest: true), await AskAsync("29:guest"));
        Assert.True((await AskAsync("29:ext"))!.IsGuest);
        Assert.True((await AskAsync("29:b2b"))!.IsGuest);
        Assert.Equal(new ActorProfile("Anonymous", null, null, IsGuest: true), await AskAsync("29:anon"));
        Assert.Equal(new ActorProfile(null, null, null), await AskAsync("29:nobody"));
        bot.Teams.FailNext("member", ConnectorFault.Gateway(502));
        Assert.Null(await AskAsync("29:sara"));
        Assert.Null(await bot.Out.GetProfileAsync(new Actor("teams", FakeConnector.TenantId, "29:never-heard"), default));

        async Task<ActorProfile?> AskAsync(string id)
        {
            var actor = new Actor("teams", FakeConnector.TenantId, id);
            await bot.Rooms.SeenAsync(bot.InGroup with { RoomId = "19:mixed@thread.v2" }, null, actor, default);
            return await bot.Out.GetProfileAsync(actor, default);
        }
    }

    [Fact]
    public async Task Typing_shows_when_an_answer_takes_a_while_and_ends_with_it()
    {
        await using var bot = await WayOut.StartAsync();
        bot.Typing.Begin(bot.InChat);
        await bot.PostAsync("at once");
        bot.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain(bot.Teams.Calls, call => call.Type == "typing");

        bot.Typing.Begin(bot.InChat);
        bot.Time.Advance(TimeSpan.FromSeconds(1));
        await bot.Teams.WaitForAsync(call => call.Type == "typing");
        await bot.PostAsync("at last");
        bot.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal([null, "at once", "typing", "at last"], bot.Teams.Calls.Select(call => call.Type == "typing" ? "typing" : call.Summary));
    }

    [Fact]
    public async Task Tokens_ids_and_texts_are_in_no_log_line()
    {
        await using var bot = await WayOut.StartAsync();
        bot.Teams.FailNext("send", ConnectorFault.Error(403, "ForbiddenOperationException"));
        await bot.PostAsync("secret figures");
        await bot.PostAsync("secret figures");

        Assert.DoesNotContain("fake-token", bot.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(WayOut.Chat, bot.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret figures", bot.Log.Text, StringComparison.Ordinal);
    }

    private static Card Long { get; } = new("Long", [.. Enumerable.Range(0, 60).Select(i => new CardElement.Paragraph($"{i} {new string('x', 1_500)}"))], [new CardButton("Undo", "a.b", "1")]);

    private static OutboundMessage Whisper(WayOut bot, string reader) =>
        WayOut.Message(Card.Text("secret for you"), bot.InChannel with { ThreadId = "177" }) with { Kind = OutboundKind.Whisper, OnlyFor = new Actor("teams", FakeConnector.TenantId, reader) };
}
