using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing.Slack;

namespace RevBot.Channels.Tests.Slack;

/// <summary>Clicks, modals and their errors, over both doors.</summary>
public sealed class SlackInteractionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_click_opens_the_form_and_its_submission_is_checked_in_the_modal(bool bySocket)
    {
        await using var bot = await StartAsync(bySocket);
        bot.Runner.Script = turn => Task.FromResult(turn.Input switch
        {
            TurnInput.ButtonClick => new TurnResult { Form = LossForm(FormValues.Empty) },
            TurnInput.FormOpening opening => new TurnResult { Form = LossForm(opening.SoFar) },
            TurnInput.FormSubmission { Values: var values } when values["amount"] is null => new TurnResult { Errors = [new FieldError("amount", "Amount is missing."), new FieldError("deal", "Acme has moved meanwhile.")] },
            _ => new TurnResult(),
        });

        // The click
        var click = await bot.Sender.ClickAsync("U1", "move-deal.lose#2", "D-1", ts: "1766.7");
        Assert.Null(click.Answer);
        var clicked = await bot.Runner.NextAsync();
        Assert.Equal(new TurnInput.ButtonClick("move-deal.lose", "D-1", new MessageReference("slack", "T1", "C1", "1766.7", "1766.7")), clicked.Input);
        Assert.Equal(new ConversationReference("slack", "T1", "C1", "1766.7"), clicked.Conversation);
        var opened = await bot.Slack.WaitForAsync(call => call.Method == "views.open");
        Assert.Null(opened.Error);
        var view = bot.Slack.View(ViewIdOf(bot));

        // A choice that another field depends on
        await bot.Sender.ChangeAsync("U1", view, "reason", ("reason", "competitor"));
        var changed = Assert.IsType<TurnInput.FormOpening>((await bot.Runner.NextAsync()).Input);
        Assert.Equal(("session-1", "competitor", "1766.7"), (changed.SessionId, changed.SoFar["reason"], changed.Message!.MessageId));
        var updated = await bot.Slack.WaitForAsync(call => call.Method == "views.update");
        Assert.Null(updated.Error);
        view = bot.Slack.View(ViewIdOf(bot));
        Assert.Contains("Which competitor?", view.GetRawText(), StringComparison.Ordinal);

        // A submission with a mistake, then one without
        var refused = await bot.Sender.SubmitAsync("U1", view, ("reason", "competitor"), ("competitor", "Globex"));
        Assert.Equal("errors", refused.Answer!.Value.GetProperty("response_action").GetString());
        Assert.Equal("Amount is missing.", refused.Errors["amount"]);
        Assert.Equal("Acme has moved meanwhile.", refused.Errors["reason"]);
        await bot.Runner.NextAsync();

        var saved = await bot.Sender.SubmitAsync("U1", view, ("reason", "competitor"), ("competitor", " Globex "), ("amount", "80k"), ("closed", "2026-11-20"));
        Assert.Equal((200, null), (saved.Status, saved.Answer));
        var submitted = await bot.Runner.NextAsync();
        var values = Assert.IsType<TurnInput.FormSubmission>(submitted.Input).Values;
        Assert.Equal([("amount", "80k"), ("closed", "2026-11-20"), ("competitor", "Globex"), ("reason", "competitor")], values.Items.Select(item => (item.Key, item.Value)).Order());
        Assert.Equal(("C1", "1766.7"), (submitted.Conversation.RoomId, submitted.Conversation.ThreadId));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_submission_that_brings_up_another_field_shows_the_form_with_it(bool bySocket)
    {
        await using var bot = await StartAsync(bySocket);
        bot.Runner.Script = turn => Task.FromResult(turn.Input switch
        {
            TurnInput.ButtonClick => new TurnResult { Form = LossForm(FormValues.Empty) },
            TurnInput.FormSubmission { Values: var values } when values["competitor"] is null => new TurnResult { Form = LossForm(values), Errors = [new FieldError("competitor", "Competitor is missing.")] },
            _ => new TurnResult(),
        });
        await bot.Sender.ClickAsync("U1", "a.b", "1");
        var view = bot.Slack.View(ViewIdOf(bot));

        var answer = (await bot.Sender.SubmitAsync("U1", view, ("reason", "competitor"))).Answer!.Value;

        Assert.Equal("update", answer.GetProperty("response_action").GetString());
        Assert.Contains("Which competitor?", answer.GetProperty("view").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(view.GetProperty("private_metadata").GetString(), answer.GetProperty("view").GetProperty("private_metadata").GetString());
        Assert.False(answer.TryGetProperty("errors", out _));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_long_list_is_searched_as_somebody_types(bool bySocket)
    {
        await using var bot = await StartAsync(bySocket);
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Form = AccountForm() });
        bot.Forms.Options = [.. Enumerable.Range(0, 3_000).Select(i => new FieldOption($"A-{i}", $"Account {i}")), new FieldOption("A-z", "Zebra & Söhne")];
        await bot.Sender.ClickAsync("U1", "a.b", "1");
        await bot.Runner.NextAsync();
        var view = bot.Slack.View(ViewIdOf(bot));

        Assert.Equal(100, (await bot.Sender.SearchAsync("U1", view, "account", "")).Count);
        Assert.Equal([("Account 2999", "A-2999")], await bot.Sender.SearchAsync("U1", view, "account", "account 2999"));
        Assert.Equal([("Zebra & Söhne", "A-z")], await bot.Sender.SearchAsync("U1", view, "account", "sohne"));
        Assert.Empty(await bot.Sender.SearchAsync("U1", view, "account", "nobody"));

        var searched = bot.Forms.Searched!.Value;
        Assert.Equal((new Actor("slack", "T1", "U1"), "session-1", "account", "nobody", 0), (searched.Asked.Actor, searched.SessionId, searched.FieldId, searched.Typed, searched.SoFar.Items.Count));
        Assert.False(bot.Runner.HasRun);
        Assert.Equal(0, bot.Inbox.Waiting);
    }

    [Fact]
    public async Task A_search_that_fails_takes_too_long_or_is_about_another_view_finds_nothing()
    {
        await using var bot = await StartAsync();
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Form = AccountForm() });
        await bot.Sender.ClickAsync("U1", "a.b", "1");
        var view = bot.Slack.View(ViewIdOf(bot));

        bot.Forms.Search = _ => Task.FromException<IReadOnlyList<FieldOption>>(new InvalidOperationException("The store is away."));
        Assert.Empty(await bot.Sender.SearchAsync("U1", view, "account", "a"));
        await bot.Log.WaitForAsync("could not be searched");

        var never = new TaskCompletionSource<IReadOnlyList<FieldOption>>();
        bot.Forms.Search = _ => never.Task;
        var slow = bot.Sender.SearchAsync("U1", view, "account", "a");
        await WaitForTimersAsync(bot);
        bot.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Empty(await slow);

        var foreign = SlackPayloads.Suggestion("U1", view, "account", "a");
        foreign["view"]!["private_metadata"] = "{}";
        Assert.Empty((await bot.Sender.InteractionAsync(foreign)).Options);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_long_form_goes_on_in_the_same_modal_and_back(bool bySocket)
    {
        await using var bot = await StartAsync(bySocket);
        bot.Runner.Script = turn => Task.FromResult(turn.Input switch
        {
            TurnInput.FormSubmission { Shown: ["reason", ..] } => new TurnResult { Form = SecondStep() },
            TurnInput.FormSubmission => new TurnResult(),
            _ => new TurnResult { Form = LossForm(FormValues.Empty) with { Section = new FormSection(1, 2) } },
        });
        await bot.Sender.ClickAsync("U1", "a.b", "1");
        await bot.Runner.NextAsync();
        var view = bot.Slack.View(ViewIdOf(bot));
        Assert.DoesNotContain("forms.back", view.GetRawText(), StringComparison.Ordinal);

        var next = (await bot.Sender.SubmitAsync("U1", view, ("reason", "price"))).Answer!.Value;
        Assert.Equal("update", next.GetProperty("response_action").GetString());
        Assert.Equal(["reason", "amount", "closed"], Assert.IsType<TurnInput.FormSubmission>((await bot.Runner.NextAsync()).Input).Shown!);
        view = bot.Slack.View(ViewIdOf(bot));
        Assert.Contains("Which partner?", view.GetRawText(), StringComparison.Ordinal);

        await bot.Sender.PressInAsync("U1", view, "forms.back", ("partner", "Hooli"));
        var back = Assert.IsType<TurnInput.FormOpening>((await bot.Runner.NextAsync()).Input);
        Assert.Equal((true, false, "Hooli", "partner"), (back.IsBack, back.Keeps, back.SoFar["partner"], back.Shown!.Single()));
        Assert.Null((await bot.Slack.WaitForAsync(call => call.Method == "views.update")).Error);
        Assert.Null((await bot.Sender.SubmitAsync("U1", view, ("partner", "Hooli"))).Answer);
    }

    [Fact]
    public async Task What_is_filled_in_is_kept_by_a_press_in_the_modal_which_then_says_so()
    {
        await using var bot = await StartAsync();
        bot.Runner.Script = turn => Task.FromResult(new TurnResult { Form = LossForm((turn.Input as TurnInput.FormOpening)?.SoFar ?? new FormValues(new Dictionary<string, string> { ["reason"] = "competitor" })) });
        await bot.Sender.ClickAsync("U1", "a.b", "1");
        await bot.Runner.NextAsync();
        var view = bot.Slack.View(ViewIdOf(bot));
        Assert.Equal("Close", view.GetProperty("close").GetProperty("text").GetString());
        Assert.Contains("Save draft", view.GetRawText(), StringComparison.Ordinal);

        await bot.Sender.PressInAsync("U1", view, "forms.keep", ("reason", "competitor"), ("competitor", "Globex"));
        var kept = Assert.IsType<TurnInput.FormOpening>((await bot.Runner.NextAsync()).Input);
        Assert.Equal((true, "session-1", "competitor", "Globex"), (kept.Keeps, kept.SessionId, kept.SoFar["reason"], kept.SoFar["competitor"]));
        Assert.Null((await bot.Slack.WaitForAsync(call => call.Method == "views.update")).Error);
    }

    [Fact]
    public async Task Two_submissions_of_one_view_are_two_turns()
    {
        await using var bot = await StartAsync();
        bot.Runner.Script = turn => Task.FromResult(new TurnResult { Form = turn.Input is TurnInput.ButtonClick ? LossForm(FormValues.Empty) : null });
        await bot.Sender.ClickAsync("U1", "a.b", "1");
        var view = bot.Slack.View(ViewIdOf(bot));
        await bot.Sender.SubmitAsync("U1", view);
        await bot.Sender.SubmitAsync("U1", view);

        Assert.Equal(3, new HashSet<string> { (await bot.Runner.NextAsync()).Id, (await bot.Runner.NextAsync()).Id, (await bot.Runner.NextAsync()).Id }.Count);
    }

    [Fact]
    public async Task A_slow_click_is_acknowledged_and_its_form_that_comes_too_late_is_explained()
    {
        await using var bot = await StartAsync();
        var result = new TaskCompletionSource<TurnResult>();
        bot.Runner.Script = _ => result.Task;
        var click = bot.Sender.ClickAsync("U1", "move-deal.lose", "D-1");
        await bot.Runner.NextAsync();
        await WaitForTimersAsync(bot);

        bot.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(200, (await click).Status);
        result.SetResult(new TurnResult { Form = LossForm(FormValues.Empty) });

        Assert.Equal("expired_trigger_id", (await bot.Slack.WaitForAsync(call => call.Method == "views.open")).Error);
        var whisper = await bot.Slack.WaitForAsync(call => call.Method == "response_url");
        Assert.Equal(("ephemeral", "false"), (whisper["response_type"], whisper["replace_original"]));
        Assert.Contains("press the button again", whisper["text"], StringComparison.Ordinal);
        await bot.Log.WaitForAsync("expired_trigger_id");
        Assert.DoesNotContain("/hooks/", bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_of_a_submission_that_came_too_late_are_whispered()
    {
        await using var bot = await StartAsync();
        bot.Runner.Script = _ => Task.FromResult(new TurnResult { Form = LossForm(FormValues.Empty) });
        await bot.Sender.ClickAsync("U1", "move-deal.lose", "D-1", ts: "1766.7");
        await bot.Runner.NextAsync();
        var result = new TaskCompletionSource<TurnResult>();
        bot.Runner.Script = _ => result.Task;
        var submission = bot.Sender.SubmitAsync("U1", bot.Slack.View(ViewIdOf(bot)));
        await bot.Runner.NextAsync();
        await WaitForTimersAsync(bot);

        bot.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Null((await submission).Answer);
        result.SetResult(new TurnResult { Errors = [new FieldError("amount", "Amount is missing.")] });

        var whisper = await bot.Slack.WaitForAsync(call => call.Method == "chat.postEphemeral");
        Assert.Equal(("C1", "U1", "1766.7"), (whisper["channel"], whisper["user"], whisper["thread_ts"]));
        Assert.Contains("Amount is missing.", whisper["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_on_a_message_only_one_person_sees_is_answered_to_that_person()
    {
        await using var bot = await StartAsync();
        await bot.Sender.ClickAsync("U1", "a.b", "1", isEphemeral: true);

        var turn = await bot.Runner.NextAsync();
        Assert.NotNull(turn.Conversation.ReplyAddress);
        Assert.Null(turn.Conversation.ThreadId);
        Assert.Equal(turn.Conversation.ReplyAddress, Assert.IsType<TurnInput.ButtonClick>(turn.Input).Message!.ReplyAddress);
    }

    [Fact]
    public async Task A_form_opened_from_a_message_only_one_person_sees_is_answered_to_that_person()
    {
        await using var bot = await StartAsync();
        bot.Runner.Script = turn => Task.FromResult(turn.Input is TurnInput.ButtonClick ? new TurnResult { Form = LossForm(FormValues.Empty) } : new TurnResult());
        await bot.Sender.ClickAsync("U1", "a.b", "1", isEphemeral: true);
        var address = (await bot.Runner.NextAsync()).Conversation.ReplyAddress;
        await bot.Slack.WaitForAsync(call => call.Method == "views.open");
        await bot.Sender.SubmitAsync("U1", bot.Slack.View(ViewIdOf(bot)), ("reason", "price"));
        var submitted = await bot.Runner.NextAsync();
        Assert.IsType<TurnInput.FormSubmission>(submitted.Input);
        Assert.NotNull(address);
        Assert.Equal(address, submitted.Conversation.ReplyAddress);
    }

    [Fact]
    public async Task A_click_in_a_direct_chat_opens_no_thread()
    {
        await using var bot = await StartAsync();
        await bot.Sender.ClickAsync("U1", "a.b", "1", channel: "D1");

        var turn = await bot.Runner.NextAsync();
        Assert.Equal(new ConversationReference("slack", "T1", "D1", null, IsDirect: true), turn.Conversation);
    }

    private static async Task<SlackUnderTest> StartAsync(bool bySocket = false)
    {
        var bot = await SlackUnderTest.StartAsync(bySocket);
        if (bySocket)
        {
            await bot.Slack.WaitForSocketAsync();
        }

        return bot;
    }

    /// <summary>The view the last views.open made.</summary>
    private static string ViewIdOf(SlackUnderTest bot) => bot.Slack.LastViewId ?? throw new InvalidOperationException("no view was opened");

    private static async Task WaitForTimersAsync(SlackUnderTest bot)
    {
        while (bot.Time.WaitingTimers == 0)
        {
            await Task.Yield();
        }
    }

    private static OpenForm AccountForm() => LossForm(FormValues.Empty) with
    {
        Form = new Form("New deal", [], [new ChoiceField { Id = "account", Label = "Account", IsPartial = true, Options = [new FieldOption("A-1", "Account 1")] }], "Create"),
    };

    private static OpenForm SecondStep() => LossForm(FormValues.Empty) with
    {
        Form = new Form("Close Acme as lost", [new CardElement.Note("Step 2 of 2")], [new TextField { Id = "partner", Label = "Which partner?" }], "Close as lost"),
        Section = new FormSection(2, 2),
    };

    private static OpenForm LossForm(FormValues soFar)
    {
        var session = new FormSession
        {
            Id = "session-1",
            FormId = "move-deal.loss",
            Actor = new Actor("slack", "T1", "U1"),
            Conversation = new ConversationReference("slack", "T1", "C1"),
            Seed = new Dictionary<string, string>(),
            ExpiresAt = DateTimeOffset.UnixEpoch,
        };
        List<Field> fields =
        [
            new ChoiceField { Id = "reason", Label = "Why did we lose Acme?", Refreshes = true, Options = [new("price", "Price", "Commercial"), new("competitor", "Lost to competitor", "Commercial"), new("other", "Other", "Else")] },
            new MoneyField { Id = "amount", Label = "Amount", Currency = "USD", Required = false },
            new DateField { Id = "closed", Label = "Lost on", Initial = "2026-11-21" },
        ];
        if (soFar["reason"] == "competitor")
        {
            fields.Insert(1, new TextField { Id = "competitor", Label = "Which competitor?" });
        }

        return new OpenForm(session, new Form("Close Acme as lost", [new CardElement.Paragraph("Acme leaves Proposal.")], fields, "Close as lost"), soFar);
    }
}
