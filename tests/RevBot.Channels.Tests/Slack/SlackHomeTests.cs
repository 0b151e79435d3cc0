using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing.Slack;

namespace RevBot.Channels.Tests.Slack;

/// <summary>The Home tab, the sentences offered in a chat and the shortcuts, over Slack's wire.</summary>
public sealed class SlackHomeTests
{
    private static readonly Actor Dana = new("slack", "T1", "U1");

    [Theory]
    [InlineData(false, "home")]
    [InlineData(true, "home")]
    [InlineData(false, "messages")]
    public async Task An_opened_tab_is_a_turn_in_the_person_s_direct_chat(bool bySocket, string tab)
    {
        await using var bot = await StartAsync(bySocket);
        Assert.Equal(200, (await bot.Sender.EventAsync(SlackPayloads.AppOpened("Ev1", "U1", tab, "D1"))).Status);
        var turn = bot.Inbox.Only;
        Assert.Equal(("slack:Ev1", Dana, new ConversationReference("slack", "T1", "D1", IsDirect: true)), (turn.Id, turn.Actor, turn.Conversation));
        Assert.Equal(tab == "home" ? new TurnInput.HomeOpened() : new TurnInput.ChatOpened(), turn.Input);
    }

    [Fact]
    public async Task Tabs_without_meaning_for_us_and_the_bot_s_own_are_left_alone()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        await bot.Sender.EventAsync(SlackPayloads.AppOpened("Ev1", "U1", "about", "D1"));
        await bot.Sender.EventAsync(SlackPayloads.AppOpened("Ev2", FakeSlackServer.BotUserId, "home", "D1"));
        await bot.Sender.EventAsync(SlackPayloads.AppOpened("Ev3", "", "home", "D1"));
        Assert.Empty(bot.Inbox.Accepted);
    }

    [Fact]
    public async Task A_card_becomes_the_person_s_home_with_its_buttons()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        var card = new Card(
            "Dana, 2 deals need something",
            [new CardElement.Heading("Dana, 2 deals need something"), new CardElement.FactList([new Fact("Forecast", "<not> submitted")]), new CardElement.Table([new TableColumn("Deal")], [["Acme"]])],
            [new CardButton("Acme", "deal-lookup.open", "D-1"), new CardButton("Globex", "deal-lookup.open", "D-2")]);
        var outcome = await bot.Channel.SendAsync(Home(card), default);
        Assert.IsType<SendOutcome.Delivered>(outcome);
        var published = Assert.Single(bot.Slack.Calls, call => call.Method == "views.publish");
        Assert.Equal((null, "U1"), (published.Error, published["user_id"]));
        var home = bot.Slack.Home("U1");
        Assert.Equal(["header", "section", "section", "actions"], home.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("type").GetString()));
        Assert.Contains("&lt;not&gt;", home.GetRawText().Replace("\\u0026", "&", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False(home.TryGetProperty("private_metadata", out _));
        Assert.DoesNotContain(bot.Slack.Calls, call => call.Method is "chat.postMessage" or "conversations.open");
    }

    [Fact]
    public async Task A_very_long_card_keeps_to_what_slack_takes()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        var card = new Card("Long", [.. Enumerable.Range(0, 400).Select(number => new CardElement.Paragraph($"Deal {number} " + new string('x', 3_500)))], [.. Enumerable.Range(0, 300).Select(number => new CardButton($"Deal {number}", "deal-lookup.open", $"D-{number}"))]);
        Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Home(new Card("Short", [.. card.Elements.Take(120).Select(_ => new CardElement.Paragraph("line"))], card.Buttons)), default));
        Assert.Equal(100, bot.Slack.Home("U1").GetProperty("blocks").GetArrayLength());
        Assert.Contains("Shortened", bot.Slack.Home("U1").GetRawText(), StringComparison.Ordinal);
        Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Home(card), default));
    }

    [Fact]
    public async Task A_press_on_the_home_tab_is_answered_in_the_direct_chat_and_the_tab_is_published_anew()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        await bot.Sender.EventAsync(SlackPayloads.AppOpened("Ev1", "U1", "home", "D1"));
        await bot.Channel.SendAsync(Home(new Card("Day", [new CardElement.Paragraph("Day")], [new CardButton("Acme", "deal-lookup.open", "D-1")])), default);
        Assert.Equal("D1", bot.Slack.Home("U1").GetProperty("private_metadata").GetString());

        Assert.Equal(200, (await bot.Sender.ClickHomeAsync("U1", "deal-lookup.open#2", "D-1")).Status);
        var pressed = await bot.Runner.NextAsync();
        Assert.Equal((new TurnInput.ButtonClick("deal-lookup.open", "D-1", null), new ConversationReference("slack", "T1", "D1", IsDirect: true)), (pressed.Input, pressed.Conversation));
        Assert.Equal([new TurnInput.HomeOpened(), new TurnInput.HomeOpened()], bot.Inbox.Accepted.Select(turn => turn.Input));
        Assert.Equal(pressed.Id + ":home", bot.Inbox.Accepted[^1].Id);
    }

    [Fact]
    public async Task A_press_that_needs_a_form_opens_it_and_the_tab_waits_for_its_submission()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        bot.Runner.Script = turn => Task.FromResult(turn.Input is TurnInput.ButtonClick ? new TurnResult { Form = SmallForm() } : new TurnResult());
        await bot.Sender.ClickHomeAsync("U1", "submit-forecast.open", "");
        Assert.Null((await bot.Slack.WaitForAsync(call => call.Method == "views.open")).Error);
        Assert.Empty(bot.Inbox.Accepted);
        await bot.Sender.SubmitAsync("U1", bot.Slack.View(bot.Slack.LastViewId!), ("note", "fine"));
        Assert.Equal(new TurnInput.HomeOpened(), bot.Inbox.Only.Input);
    }

    [Fact]
    public async Task A_form_that_comes_too_late_is_told_in_the_direct_chat()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Form = SmallForm() });
        bot.Slack.FailNext("views.open", SlackFault.Error("expired_trigger_id"));
        await bot.Sender.ShortcutAsync("U1", "create-deal.open");
        var told = await bot.Slack.WaitForAsync(call => call.Method == "chat.postMessage");
        Assert.Equal(("DU1", null), (told["channel"], told.Error));
    }

    [Fact]
    public async Task An_app_without_a_home_tab_is_asked_once_and_said_how_to_mend()
    {
        await using var bot = await SlackUnderTest.StartAsync(prepare: slack => slack.HasHomeTab = false);
        var first = Assert.IsType<SendOutcome.Rejected>(await bot.Channel.SendAsync(Home(Card.Text("Day")), default));
        Assert.Contains("switch it on under App Home", first.Error, StringComparison.Ordinal);
        Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Home(Card.Text("Day")), default));
        Assert.Single(bot.Slack.Calls, call => call.Method == "views.publish");
    }

    [Fact]
    public async Task Sentences_are_offered_in_the_chat_and_never_again_where_the_app_is_no_agent()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        await bot.Channel.SendAsync(Offer(6), default);
        var offered = Assert.Single(OffersTo(bot));
        Assert.Equal((null, "D1", 4), (offered.Error, offered["channel_id"], offered.Arguments.GetProperty("prompts").GetArrayLength()));
        Assert.Equal("""{"title":"Title 0","message":"sentence 0"}""", offered.Arguments.GetProperty("prompts")[0].GetRawText());

        bot.Slack.IsAgent = false;
        Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Offer(1), default));
        Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Offer(1), default));
        Assert.Equal([null, "not_agent_app"], OffersTo(bot).Select(call => call.Error));
    }

    [Fact]
    public async Task A_failure_that_passes_leaves_the_next_offer_as_it_was()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        bot.Slack.FailNext("assistant.threads.setSuggestedPrompts", new SlackFault { Status = 500, Body = "oops" });
        Assert.IsType<SendOutcome.Delivered>(await bot.Channel.SendAsync(Offer(1), default));
        await bot.Channel.SendAsync(Offer(1), default);
        Assert.Equal(2, OffersTo(bot).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_shortcut_of_the_app_opens_its_form(bool bySocket)
    {
        await using var bot = await StartAsync(bySocket);
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Form = SmallForm() });
        await bot.Sender.ShortcutAsync("U1", "create-deal.open");
        var turn = await bot.Runner.NextAsync();
        Assert.Equal((new TurnInput.ButtonClick("create-deal.open", "", null), ConversationReference.ChatWith(Dana)), (turn.Input, turn.Conversation));
        Assert.Null((await bot.Slack.WaitForAsync(call => call.Method == "views.open")).Error);
    }

    [Fact]
    public async Task A_shortcut_on_a_message_brings_what_it_says_and_where_it_stands()
    {
        await using var bot = await SlackUnderTest.StartAsync();
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Form = SmallForm() });
        await bot.Sender.EventAsync(SlackPayloads.AppOpened("Ev1", "U1", "messages", "D1"));
        await bot.Sender.MessageShortcutAsync("U1", "log-activity.message", "Acme &amp; Co want <https://x.example|the paper>", "C7", "1766.5");
        var turn = await bot.Runner.NextAsync();
        var click = Assert.IsType<TurnInput.ButtonClick>(turn.Input);
        Assert.Equal(("log-activity.message", "", null, "D1"), (click.ActionId, click.Value, click.Message, turn.Conversation.RoomId));
        Assert.Contains("Acme & Co want", click.About!.Text, StringComparison.Ordinal);
        Assert.Equal(("C7", "1766.5"), (click.About.Message.RoomId, click.About.Message.MessageId));
    }

    private static async Task<SlackUnderTest> StartAsync(bool bySocket)
    {
        var bot = await SlackUnderTest.StartAsync(bySocket);
        if (bySocket)
        {
            await bot.Slack.WaitForSocketAsync();
        }

        return bot;
    }

    private static List<SlackCall> OffersTo(SlackUnderTest bot) => [.. bot.Slack.Calls.Where(call => call.Method == "assistant.threads.setSuggestedPrompts")];

    private static OutboundMessage Home(Card card) => new()
    {
        Id = "m1",
        TurnId = "t1",
        Kind = OutboundKind.Home,
        To = ConversationReference.ChatWith(Dana),
        OnlyFor = Dana,
        Card = card,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static OutboundMessage Offer(int prompts) => Home(Card.Text("Sentences")) with
    {
        Kind = OutboundKind.Prompts,
        To = new ConversationReference("slack", "T1", "D1", IsDirect: true),
        Prompts = [.. Enumerable.Range(0, prompts).Select(number => new Prompt($"Title {number}", $"sentence {number}"))],
    };

    private static OpenForm SmallForm() => new(
        new FormSession { Id = "session-1", FormId = "a.form", Actor = Dana, Conversation = ConversationReference.ChatWith(Dana), Seed = new Dictionary<string, string>(), ExpiresAt = DateTimeOffset.MaxValue },
        new Form("Small", [], [new TextField { Id = "note", Label = "Note" }], "Save"),
        FormValues.Empty);
}
