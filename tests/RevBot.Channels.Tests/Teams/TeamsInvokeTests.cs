using System.Text.Json;
using System.Text.Json.Nodes;
using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing.Teams;

namespace RevBot.Channels.Tests.Teams;

/// <summary>What is pressed, filled in and typed into is answered in the request itself.</summary>
public sealed class TeamsInvokeTests
{
    private const string Tenant = FakeTokenIssuer.TenantId;
    private const string Thread = TeamsPayloads.ChannelId + ";messageid=1700000000001";

    private static readonly JsonElement Press = Data(new { revbot = new { @do = "click", action = "alerts.snooze", value = "stalled-deal:D-1:7" } });
    private static readonly JsonElement Submit = Data(new { revbot = new { @do = "submit", session = "session-1", shown = new[] { "reason" } }, reason = "competitor", amount = "" });
    private static readonly JsonElement Show = Data(new { revbot = new { @do = "show", session = "session-1" } });

    [Fact]
    public async Task A_press_is_a_click_and_answered_with_the_messages_new_face()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Reply = new Reply.Replace(Card.Text("Snoozed until 28 Nov.")), Face = Card.Text("Snoozed until 28 Nov.") });
        var delivery = await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1700000000009", Press, conversation: Thread));

        Assert.Equal((200, CardInvokeResponse.Card), (delivery.Status, delivery.Type));
        Assert.Equal(200, delivery.Answer!.Value.GetProperty("statusCode").GetInt32());
        Assert.Contains("Snoozed until 28 Nov.", delivery.Value.GetRawText(), StringComparison.Ordinal);
        var turn = await bot.Runner.NextAsync();
        var message = new MessageReference("teams", Tenant, TeamsPayloads.ChannelId, "1700000000009", "1700000000001", Service: TeamsUnderTest.Service);
        Assert.Equal(new TurnInput.ButtonClick("alerts.snooze", "stalled-deal:D-1:7", message) { WithoutDialog = true }, turn.Input);
        Assert.Equal((TeamsPayloads.ChannelId, "1700000000001"), (turn.Conversation.RoomId, turn.Conversation.ThreadId));
        Assert.Equal(new Actor("teams", Tenant, "29:u"), turn.Actor);
    }

    [Fact]
    public async Task A_press_is_answered_with_what_only_the_person_is_told_or_where_to_look()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Reply = new Reply.Whisper(Card.Text("Not yours.")), Messages = [Whisper("This deal is not yours.")] });
        var refused = await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Press, id: "f:a"));
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Reply = new Reply.Say(Card.Text("The deals")) });
        var answered = await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Press, id: "f:b"));

        Assert.Equal((CardInvokeResponse.Message, "This deal is not yours."), (refused.Type, refused.Value.GetString()));
        Assert.Equal((CardInvokeResponse.Message, "Done: see below."), (answered.Type, answered.Value.GetString()));
    }

    [Fact]
    public async Task What_only_the_person_is_told_is_not_lined_up_with_spaces()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        var deal = new Card("Acme", new CardElement.Heading("Acme"), new CardElement.FactList([new Fact("Id", "#D-102"), new Fact("Expected close", "15 Dec 2026")]), new CardElement.Divider());
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Messages = [Whisper(string.Empty) with { Card = deal }] });
        var told = await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Press, id: "f:a"));

        Assert.Equal("Acme\n\nId: #D-102\nExpected close: 15 Dec 2026", told.Value.GetString());
    }

    [Fact]
    public async Task A_picked_reading_shows_the_pick_on_the_question_and_not_the_answer_twice()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Reply = new Reply.Replace(Card.Text("Acme Inc moved to Proposal")), Face = Card.Text("Which Acme? Acme Inc.") });
        var picked = await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Press, id: "f:a"));

        Assert.Equal(CardInvokeResponse.Card, picked.Type);
        Assert.Contains("Which Acme? Acme Inc.", picked.Value.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("moved to Proposal", picked.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_answered_by_itself_with_its_errors_and_then_by_its_result()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Runner.Script = turn => Task.FromResult(turn.Input is TurnInput.FormSubmission { Values: var values } && values["competitor"] is null
            ? new TurnResult { Form = LossForm(values), Errors = [new FieldError("competitor", "Competitor is missing.")] }
            : new TurnResult { Reply = new Reply.Say(Card.Text("Acme is lost to Globex.")) });

        // A field that appears only now is asked for, not held against the person.
        var first = await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Submit, "submit", "f:1"));
        Assert.Equal(CardInvokeResponse.Card, first.Type);
        Assert.Contains("Which competitor?", first.Value.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Competitor is missing.", first.Value.GetRawText(), StringComparison.Ordinal);
        var submitted = Assert.IsType<TurnInput.FormSubmission>((await bot.Runner.NextAsync()).Input);
        Assert.Equal(("session-1", "competitor", null), (submitted.SessionId, submitted.Values["reason"], submitted.Values["amount"]));

        var second = await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Data(new { revbot = new { @do = "submit", session = "session-1", shown = new[] { "reason", "competitor" } }, reason = "competitor" }), "submit", "f:2"));
        Assert.Contains("Competitor is missing.", second.Value.GetRawText(), StringComparison.Ordinal);

        var third = await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Data(new { revbot = new { @do = "submit", session = "session-1" }, reason = "competitor", competitor = "Globex" }), "submit", "f:3"));
        Assert.Equal(CardInvokeResponse.Card, third.Type);
        Assert.Contains("Acme is lost to Globex.", third.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_delivered_twice_is_done_once_and_answered_twice()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Reply = new Reply.Replace(Card.Text("Snoozed.")) });
        var press = bot.Payloads.Executes("29:u", "1", Press);
        var deliveries = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => bot.Sender.SendAsync(press)));

        Assert.Single(deliveries.Select(delivery => delivery.Answer!.Value.GetRawText()).Distinct());
        await bot.Runner.NextAsync();
        Assert.False(bot.Runner.HasRun);

        // The same id from somebody else, or with other values, is another press.
        await bot.Sender.SendAsync(bot.Payloads.Executes("29:other", "1", Press, conversation: TeamsPayloads.GroupChatId));
        await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Submit));
        Assert.NotEqual((await bot.Runner.NextAsync()).Id, (await bot.Runner.NextAsync()).Id);
    }

    [Fact]
    public async Task A_press_that_was_done_before_the_bot_was_started_anew_says_so()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Duplicate = true });

        Assert.Equal("That was done already.", (await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Press))).Value.GetString());
    }

    [Fact]
    public async Task A_broken_store_fails_the_press_and_the_next_delivery_tries_again()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Runner.Script = _ => throw new IOException("disk full");
        Assert.Equal(500, (await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Press))).Status);

        bot.Runner.Script = _ => Task.FromResult(new TurnResult());
        Assert.Equal(200, (await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Press))).Status);
    }

    [Fact]
    public async Task A_slow_press_is_answered_in_time_and_the_person_told_in_their_own_chat()
    {
        await using var teams = await FakeConnector.StartAsync();
        teams.Add(new FakeTeamsUser("29:u", "Nora", "nora@acme.test"));
        await using var bot = await TeamsUnderTest.StartAsync(teams.Settings());
        var result = new TaskCompletionSource<TurnResult>();
        bot.Runner.Script = _ => result.Task;
        var waiting = bot.Sender.SendAsync(new TeamsPayloads(teams.ServiceUrl.ToString()).Executes("29:u", "1", Submit, "submit", conversation: TeamsPayloads.GroupChatId));
        await bot.Runner.NextAsync();
        await WaitForTimersAsync(bot);

        bot.Time.Advance(TimeSpan.FromSeconds(6));
        Assert.Contains("takes a moment longer", (await waiting).Value.GetString(), StringComparison.Ordinal);
        result.SetResult(new TurnResult { Errors = [new FieldError("reason", "Reason is missing.")] });

        var told = await teams.WaitForAsync(call => call.Call == "send");
        Assert.Contains("Reason is missing.", told.Body.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(TeamsPayloads.GroupChatId, told.ConversationId);
    }

    [Theory]
    [InlineData("automatic")]
    [InlineData("manual")]
    public async Task Whoever_a_form_is_for_sees_it_as_they_look_and_nothing_is_run(string trigger)
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Forms.Form = LossForm(FormValues.Empty);
        var mine = await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", Show, "show", conversation: Thread, trigger: trigger));
        var theirs = await bot.Sender.SendAsync(bot.Payloads.Executes("29:other", "1", Show, "show", conversation: Thread, trigger: trigger));

        Assert.Equal(CardInvokeResponse.Card, mine.Type);
        Assert.Contains("Input.ChoiceSet", mine.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((CardInvokeResponse.Message, string.Empty), (theirs.Type, theirs.Value.GetString()));
        Assert.True(bot.IsUntouched);
    }

    [Fact]
    public async Task A_card_that_refreshes_itself_never_does_anything()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        foreach (var data in new[] { Press, Submit })
        {
            await bot.Sender.SendAsync(bot.Payloads.Executes("29:u", "1", data, trigger: "automatic"));
        }

        Assert.True(bot.IsUntouched);
    }

    [Fact]
    public async Task A_button_opens_a_dialog_that_stays_open_with_errors_and_closes()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Runner.Script = turn => Task.FromResult(turn.Input switch
        {
            TurnInput.ButtonClick => new TurnResult { Form = LossForm(FormValues.Empty) },
            TurnInput.FormSubmission { Values: var values } when values["reason"] is null => new TurnResult { Form = LossForm(values), Errors = [new FieldError("reason", "Reason is missing.")] },
            _ => new TurnResult { Reply = new Reply.Say(Card.Text("Acme is lost.")) },
        });
        var opened = await bot.Sender.SendAsync(bot.Payloads.Dialog("29:u", "task/fetch", Data(new { revbot = new { @do = "click", action = "forms.open", value = "session-1" }, msteams = new { type = "task/fetch" } }), "f:1", Thread, "1700000000009"));

        var task = opened.Answer!.Value.GetProperty("task");
        Assert.Equal(("continue", "Lose Acme", "medium"), (task.GetProperty("type").GetString(), task.GetProperty("value").GetProperty("title").GetString(), task.GetProperty("value").GetProperty("height").GetString()));
        var card = task.GetProperty("value").GetProperty("card");
        Assert.Equal("application/vnd.microsoft.card.adaptive", card.GetProperty("contentType").GetString());
        Assert.DoesNotContain("Action.Execute", card.GetRawText(), StringComparison.Ordinal);
        Assert.False(Assert.IsType<TurnInput.ButtonClick>((await bot.Runner.NextAsync()).Input).WithoutDialog);

        var refused = await bot.Sender.SendAsync(bot.Payloads.Dialog("29:u", "task/submit", Data(new { revbot = new { @do = "submit", session = "session-1", shown = new[] { "reason" } } }), "f:2", Thread));
        Assert.Contains("Reason is missing.", refused.Answer!.Value.GetProperty("task").GetProperty("value").GetRawText(), StringComparison.Ordinal);

        var saved = await bot.Sender.SendAsync(bot.Payloads.Dialog("29:u", "task/submit", Data(new { revbot = new { @do = "submit", session = "session-1" }, reason = "price" }), "f:3", Thread));
        Assert.Equal((200, null), (saved.Status, saved.Answer));
    }

    [Fact]
    public async Task A_dialog_that_may_not_be_opened_says_why()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Messages = [Whisper("This deal is not yours.")] });
        var refused = await bot.Sender.SendAsync(bot.Payloads.Dialog("29:u", "task/fetch", Press));
        var forged = await bot.Sender.SendAsync(bot.Payloads.Dialog("29:u", "task/fetch", Data(new { revbot = "x" }), "f:9"));

        Assert.Equal(("message", "This deal is not yours."), Step(refused));
        Assert.Equal(("message", "This button is no longer known. Please ask again."), Step(forged));

        static (string?, string?) Step(TeamsDelivery delivery) => (delivery.Answer!.Value.GetProperty("task").GetProperty("type").GetString(), delivery.Answer.Value.GetProperty("task").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Options_are_found_while_somebody_types()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        bot.Forms.Options = [.. Enumerable.Range(0, 40).Select(number => new FieldOption($"acc-{number}", $"Acme {number}"))];
        var found = await bot.Sender.SendAsync(bot.Payloads.Searches("29:u", "session-1/account", "acme 1", new JsonObject { ["region"] = "emea" }));

        Assert.Equal(("application/vnd.microsoft.search.searchResponse", 200), (found.Type, found.Answer!.Value.GetProperty("statusCode").GetInt32()));
        Assert.Equal(("Acme 1", "acc-1"), (found.Value.GetProperty("results")[0].GetProperty("title").GetString(), found.Value.GetProperty("results")[0].GetProperty("value").GetString()));
        Assert.InRange(found.Value.GetProperty("results").GetArrayLength(), 1, 15);
        var (asked, session, field, typed, soFar) = bot.Forms.Searched!.Value;
        Assert.Equal(("session-1", "account", "acme 1", "emea", "29:u"), (session, field, typed, soFar["region"], asked.Actor.UserId));
        Assert.True(bot.IsUntouched);
    }

    [Fact]
    public async Task A_list_that_is_not_ours_has_no_options()
    {
        await using var bot = await TeamsUnderTest.StartAsync();

        Assert.Equal(0, (await bot.Sender.SendAsync(bot.Payloads.Searches("29:u", "graph.microsoft.com/users", "a"))).Value.GetProperty("results").GetArrayLength());
    }

    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("message/submitAction")]
    [InlineData("signin/verifyState")]
    [InlineData("unheard/of")]
    public async Task What_is_not_served_says_so(string name)
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        var delivery = await bot.Sender.SendAsync(bot.Payloads.Invoke("29:u", name, "f:1", null, null).With("value", new JsonObject()));

        Assert.Equal((501, null), (delivery.Status, delivery.Answer));
        Assert.True(bot.IsUntouched);
    }

    [Theory]
    [InlineData(null, "BadRequest")]
    [InlineData("""{}""", "BadRequest")]
    [InlineData("""{"action":7}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Submit","data":{}}}""", "NotSupported")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"revbot":{"do":"click"}}}}""", "BadRequest")]
    [InlineData("""{"action":{"type":"Action.Execute","data":{"somebody":"else's"}}}""", "BadRequest")]
    public async Task A_press_that_cannot_be_read_is_refused_in_the_body(string? value, string code)
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        var delivery = await bot.Sender.SendAsync(bot.Payloads.Invoke("29:u", "adaptiveCard/action", "f:1", null, null).With("value", value is null ? null : JsonNode.Parse(value)));

        Assert.Equal((200, CardInvokeResponse.Error, code), (delivery.Status, delivery.Type, delivery.Value.GetProperty("code").GetString()));
        Assert.Equal(400, delivery.Answer!.Value.GetProperty("statusCode").GetInt32());
        Assert.True(bot.IsUntouched);
    }

    [Fact]
    public async Task A_press_that_came_as_a_message_is_done_and_its_form_shown_in_the_persons_own_chat()
    {
        await using var teams = await FakeConnector.StartAsync();
        teams.Add(new FakeTeamsUser("29:u", "Nora", "nora@acme.test"));
        await using var bot = await TeamsUnderTest.StartAsync(teams.Settings());
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Form = LossForm(FormValues.Empty) });
        var delivery = await bot.Sender.SendAsync(new TeamsPayloads(teams.ServiceUrl.ToString()).Submits("29:u", "1700000000009", Press, conversation: TeamsPayloads.GroupChatId));

        Assert.Equal((200, null), (delivery.Status, delivery.Answer));
        Assert.IsType<TurnInput.ButtonClick>((await bot.Runner.NextAsync()).Input);
        var shown = await teams.WaitForAsync(call => call.Call == "send");
        Assert.Contains("Input.ChoiceSet", shown.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(bot.Inbox.Accepted);
    }

    [Fact]
    public async Task A_message_with_somebody_elses_data_is_no_press()
    {
        await using var bot = await TeamsUnderTest.StartAsync();
        await bot.Sender.SendAsync(bot.Payloads.Submits("29:u", "1", Data(new { kind = "plain" })));

        Assert.True(bot.IsUntouched);
    }

    private static OutboundMessage Whisper(string text) => new()
    {
        Id = "m1",
        TurnId = "t1",
        Kind = OutboundKind.Whisper,
        To = new ConversationReference("teams", Tenant, "a:1"),
        Card = Card.Text(text),
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static OpenForm LossForm(FormValues values)
    {
        List<Field> fields = [new ChoiceField { Id = "reason", Label = "Why did we lose?", Options = [new FieldOption("price", "Price"), new FieldOption("competitor", "Lost to competitor")] }];
        if (values["reason"] == "competitor")
        {
            fields.Add(new TextField { Id = "competitor", Label = "Which competitor?" });
        }

        var session = new FormSession
        {
            Id = "session-1",
            FormId = "loss",
            Actor = new Actor("teams", Tenant, "29:u"),
            Conversation = new ConversationReference("teams", Tenant, "a:1"),
            Seed = new Dictionary<string, string>(),
            ExpiresAt = DateTimeOffset.MaxValue,
        };
        return new OpenForm(session, new Form("Lose Acme", [], fields, "Close as lost"), values);
    }

    private static async Task WaitForTimersAsync(TeamsUnderTest bot)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (bot.Time.WaitingTimers == 0)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
            await Task.Yield();
        }
    }

    private static JsonElement Data<T>(T data) => JsonSerializer.SerializeToElement(data);
}
