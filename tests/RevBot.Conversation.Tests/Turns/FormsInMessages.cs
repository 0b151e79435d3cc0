using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Testing;

namespace RevBot.Conversation.Tests.Turns;

/// <summary>A channel that shows forms in messages, opens dialogs from some buttons, and answers whoever presses.</summary>
public sealed class FormsInMessages
{
    private const ChannelAbilities Abilities = ChannelAbilities.Dialogs | ChannelAbilities.Updates | ChannelAbilities.FormsInMessages | ChannelAbilities.AnswersClicks;

    [Fact]
    public async Task A_form_asked_for_by_a_sentence_comes_with_its_fields_and_is_replaced_by_what_came_of_it()
    {
        await using var bot = SampleBot.With(Abilities);
        await bot.SaysAsync("lose #D-7");
        var offered = Offered(bot);
        Assert.Equal(["reason", "note", "closed"], offered.Form.Fields.Select(field => field.Id));
        Assert.Equal("dana", bot.Channel.Sent[^1].OnlyFor?.UserId);
        Assert.Equal("Give reason", bot.Channel.Sent[^1].Card.Buttons[0].Label);
        Assert.True(bot.Channel.Sent[^1].Card.Buttons[0].OpensForm);

        await SubmitAsync(bot, offered, ("reason", "price"), ("closed", "2026-11-20"));
        Assert.Equal("#d-7 lost: 2026-11-20, price", PlainTextRenderer.Render(Assert.Single(bot.Channel.Screen).Message.Card));
    }

    [Fact]
    public async Task A_failed_submission_brings_the_form_as_the_choice_made_asks_for_it()
    {
        await using var bot = SampleBot.With(Abilities);
        await bot.SaysAsync("lose #D-7");
        var result = await SubmitAsync(bot, Offered(bot), ("reason", "rival"), ("closed", "soon"));
        Assert.Equal(["reason", "competitor", "note", "closed"], result.Form?.Form.Fields.Select(field => field.Id));
        Assert.Equal("soon", result.Form?.Values["closed"]);
        Assert.Equal(["competitor", "closed"], result.Errors.Select(error => error.FieldId));
        Assert.Single(bot.Channel.Sent);
    }

    [Fact]
    public async Task A_form_that_a_press_leads_to_is_a_dialog_or_a_message_as_the_press_allows()
    {
        await using var bot = SampleBot.With(Abilities);
        await bot.DoesAsync(new TurnInput.ButtonClick("sample.undo", "form", null));
        Assert.NotNull(bot.Last.Form);
        Assert.Empty(bot.Channel.Sent);

        await bot.DoesAsync(new TurnInput.ButtonClick("sample.undo", "form", null) { WithoutDialog = true });
        Assert.Null(bot.Last.Form);
        await SubmitAsync(bot, Offered(bot), ("reason", "price"), ("closed", "2026-11-20"));
        Assert.Equal("#d-9 lost: 2026-11-20, price", PlainTextRenderer.Render(Assert.Single(bot.Channel.Screen).Message.Card));
    }

    [Fact]
    public async Task The_open_button_of_a_forms_message_shows_it_right_there()
    {
        await using var bot = SampleBot.With(Abilities);
        await bot.SaysAsync("lose #D-7");
        var open = bot.Channel.Sent[0].Card.Buttons[0];
        await bot.DoesAsync(new TurnInput.ButtonClick(open.ActionId, open.Value, null) { WithoutDialog = true });
        Assert.Equal("Close as lost", bot.Last.Form?.Form.Title);
        Assert.Single(bot.Channel.Sent);
    }

    [Fact]
    public async Task A_form_that_is_not_possible_says_why_at_once()
    {
        await using var bot = SampleBot.With(Abilities);
        await bot.SaysAsync("lose #gone");
        bot.Sees("That deal is gone.");
        Assert.Null(bot.Channel.Sent[^1].Form);
    }

    [Fact]
    public async Task What_only_the_presser_is_told_is_given_back_and_what_is_said_is_whispered_elsewhere()
    {
        await using var bot = SampleBot.With(Abilities | ChannelAbilities.Whispers);
        await bot.SaysAsync("lose #D-7");
        var open = bot.Channel.Sent[0].Card.Buttons[0];
        bot.User = "eve";
        var result = await bot.DoesAsync(new TurnInput.ButtonClick(open.ActionId, open.Value, null));
        Assert.Contains("offered to somebody else", PlainTextRenderer.Render(Assert.Single(result.Messages).Card), StringComparison.Ordinal);
        Assert.Single(bot.Channel.Sent);

        result = await bot.SaysAsync("whisper");
        Assert.Empty(result.Messages);
        Assert.Equal(OutboundKind.Whisper, bot.Channel.Sent[^1].Kind);
    }

    [Fact]
    public async Task A_view_of_a_form_is_its_owners_and_writes_nothing()
    {
        await using var bot = SampleBot.With(Abilities);
        await bot.SaysAsync("lose #D-7");
        var session = Offered(bot).SessionId;
        var views = bot.Services.GetRequiredService<IFormViews>();
        Assert.Equal("Close as lost", (await views.FindAsync(Asked("dana"), session, FormValues.Empty, CancellationToken.None))?.Form.Title);
        Assert.Contains((await views.FindAsync(Asked("dana"), session, Values(("reason", "rival")), CancellationToken.None))?.Form.Fields ?? [], field => field.Id == "competitor");
        Assert.Null(await views.FindAsync(Asked("eve"), session, FormValues.Empty, CancellationToken.None));
        Assert.Null(await views.FindAsync(Asked("dana"), "unknown", FormValues.Empty, CancellationToken.None));

        await SubmitAsync(bot, Offered(bot), ("reason", "price"), ("closed", "2026-11-20"));
        Assert.Null(await views.FindAsync(Asked("dana"), session, FormValues.Empty, CancellationToken.None));
    }

    [Fact]
    public async Task Options_are_found_by_what_is_typed()
    {
        await using var bot = SampleBot.With(Abilities);
        await bot.SaysAsync("lose #D-7");
        var session = Offered(bot).SessionId;
        var options = bot.Services.GetRequiredService<IFormOptions>();
        Assert.Equal(["rival"], await FindAsync("dana", "reason", "compet"));
        Assert.Equal(["price", "rival"], await FindAsync("dana", "reason", ""));
        Assert.Empty(await FindAsync("dana", "reason", "weather"));
        Assert.Empty(await FindAsync("dana", "note", "price"));
        Assert.Empty(await FindAsync("eve", "reason", "price"));

        async Task<IEnumerable<string>> FindAsync(string who, string field, string typed) =>
            (await options.SearchAsync(Asked(who), session, field, typed, FormValues.Empty, 15, CancellationToken.None)).Select(option => option.Key);
    }

    private static OfferedForm Offered(TestBot bot) => bot.Channel.Sent[^1].Form ?? throw new InvalidOperationException("The last message has no form.");

    private static Task<TurnResult> SubmitAsync(TestBot bot, OfferedForm form, params (string Field, string Value)[] values) =>
        bot.DoesAsync(new TurnInput.FormSubmission(form.SessionId, Values(values)));

    private static FormValues Values(params (string Field, string Value)[] values) => new(values.ToDictionary(value => value.Field, value => value.Value));

    private static Turn Asked(string who) => new()
    {
        Id = "view",
        ReceivedAt = DateTimeOffset.MinValue,
        Actor = new Actor("slack", "T1", who),
        Conversation = new ConversationReference("slack", "T1", "C1"),
        Input = new TurnInput.FormOpening("", FormValues.Empty, null),
    };
}
