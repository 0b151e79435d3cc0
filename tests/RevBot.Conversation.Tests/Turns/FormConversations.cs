using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Tests.Turns;

public sealed class FormConversations
{
    [Fact]
    public async Task What_needs_only_a_yes_is_done_by_the_button_of_its_card_and_once()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("agree");
        Assert.Equal(["Change 3 deals", "Cancel"], bot.Channel.Screen[^1].Message.Card.Buttons.Select(button => button.Label));
        Assert.Null(bot.Form);
        var agree = bot.Channel.Screen[^1].Message.Card.Buttons[0];
        await bot.ClicksAsync(agree);
        Assert.Equal("3 deals changed.", bot.Channel.Screen[^1].Message.Card.Summary);
        await bot.ClicksAsync(agree);
        bot.Sees("This was answered already");
        Assert.Equal(["3 changed"], bot.Services.GetRequiredService<SampleBot.Ledger>().Written);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("1")]
    [InlineData("Change 3 deals")]
    public async Task In_the_terminal_a_yes_is_enough(string said)
    {
        await using var bot = SampleBot.InTerminal();
        await bot.SaysAsync("agree");
        bot.Sees("[1] Change 3 deals  [2] Cancel");
        await bot.SaysAsync(said);
        bot.Sees("3 deals changed.");
        await bot.SaysAsync("agree");
        await bot.SaysAsync("cancel");
        bot.Sees("Nothing was changed.");
        Assert.Equal(["3 changed"], bot.Services.GetRequiredService<SampleBot.Ledger>().Written);
    }

    [Fact]
    public async Task A_form_goes_from_prompt_to_dialog_to_errors_to_the_replaced_prompt()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose #D-7");
        bot.Sees("Closing #d-7 as lost.");
        bot.Sees("[1] Give reason  [2] Cancel");

        await bot.ClicksAsync("Give reason");
        Assert.Equal("Close as lost", bot.Form?.Form.Title);

        var wrong = await bot.SubmitsAsync(("closed", "2026-12-24"));
        Assert.Equal(["reason: Loss reason is needed.", "closed: Close date 24 Dec 2026 is too late; it must be 30 Nov 2026 or earlier."], wrong.Errors.Select(error => $"{error.FieldId}: {error.Message}"));

        wrong = await bot.SubmitsAsync(("reason", "price"), ("closed", "2026-11-20"), ("note", "no"));
        Assert.Equal("Say more than no.", Assert.Single(wrong.Errors).Message);

        await bot.SubmitsAsync(("reason", "price"), ("closed", "2026-11-20"));
        var shown = Assert.Single(bot.Channel.Screen).Message.Card;
        Assert.Equal("#d-7 lost: 2026-11-20, price", PlainTextRenderer.Render(shown));
    }

    [Fact]
    public async Task What_was_asked_back_is_no_form_to_open_or_submit()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose acme");
        var asked = Assert.Single(bot.Store.Sessions).Id;
        await bot.ClicksAsync(new CardButton("Open", "forms.open", asked));
        bot.Sees("This form is no longer known. Nothing was changed");
        await bot.DoesAsync(new TurnInput.FormSubmission(asked, FormValues.Empty));
        bot.Sees("This form is no longer known. Nothing was changed");
        await bot.ClicksAsync("Acme GmbH");
        Assert.Equal("Close as lost", bot.Form?.Form.Title);
    }

    [Fact]
    public async Task A_form_is_built_anew_when_a_choice_changes_it()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose #D-7");
        await bot.ClicksAsync("Give reason");
        await bot.DoesAsync(new TurnInput.FormOpening(bot.Form?.Session.Id ?? "", new FormValues(new Dictionary<string, string> { ["reason"] = "rival" }), null));
        Assert.Contains(bot.Form?.Form.Fields ?? [], field => field.Id == "competitor");
        Assert.Equal("rival", bot.Form?.Values["reason"]);
    }

    [Fact]
    public async Task What_was_changed_or_refused_is_kept_and_what_was_not_filled_in_changes_nothing_of_it()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose #D-7");
        await bot.ClicksAsync("Give reason");
        var session = bot.Form!.Session.Id;
        Assert.Null(Assert.Single(bot.Store.Sessions).SeenAt);

        await bot.DoesAsync(new TurnInput.FormOpening(session, new FormValues(new Dictionary<string, string> { ["reason"] = "rival" }), null));
        Assert.Equal(("rival", bot.Time.GetUtcNow()), (bot.Store.Sessions.Single().Values["reason"], bot.Store.Sessions.Single().SeenAt));

        bot.Time.Advance(TimeSpan.FromMinutes(5));
        await bot.SubmitsAsync(("reason", "rival"), ("note", "no"), ("competitor", "Initech"), ("closed", "2026-11-20"));
        Assert.Equal(("no", bot.Time.GetUtcNow()), (bot.Store.Sessions.Single().Values["note"], bot.Store.Sessions.Single().SeenAt));

        await bot.SubmitsAsync();
        Assert.Equal("Initech", bot.Store.Sessions.Single().Values["competitor"]);
        Assert.Empty(bot.Services.GetRequiredService<SampleBot.Ledger>().Written);
    }

    [Fact]
    public async Task A_form_is_submitted_once()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose #D-7");
        await bot.ClicksAsync("Give reason");
        var submission = new TurnInput.FormSubmission(bot.Form?.Session.Id ?? "", new FormValues(new Dictionary<string, string> { ["reason"] = "price", ["closed"] = "2026-11-20" }));
        await bot.DoesAsync(submission);
        await bot.DoesAsync(submission);
        bot.Sees("answered already");
        Assert.Single(bot.Services.GetRequiredService<SampleBot.Ledger>().Written);
    }

    [Fact]
    public async Task Only_the_person_it_was_offered_to_opens_it()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose #D-7");
        bot.User = "eve";
        await bot.ClicksAsync("Give reason");
        Assert.Null(bot.Form);
        bot.Sees("offered to somebody else");
        Assert.Equal(OutboundKind.Whisper, bot.Channel.Sent[^1].Kind);
    }

    [Fact]
    public async Task A_form_expires_after_a_day()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose #D-7");
        bot.Time.Advance(TimeSpan.FromHours(25));
        await bot.ClicksAsync("Give reason");
        bot.Sees("expired");
    }

    [Fact]
    public async Task A_cancelled_form_stays_cancelled()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose #D-7");
        var open = bot.Channel.Screen[0].Message.Card.Buttons[0];
        await bot.ClicksAsync("Cancel");
        Assert.Equal("Cancelled. Nothing was changed.", PlainTextRenderer.Render(Assert.Single(bot.Channel.Screen).Message.Card));
        await bot.ClicksAsync(open);
        bot.Sees("was cancelled");
    }

    [Fact]
    public async Task A_click_opens_the_form_at_once_and_its_answer_is_said_where_the_click_was()
    {
        await using var bot = SampleBot.Rich();
        await bot.ClicksAsync(new CardButton("Lose", "sample.undo", "form"));
        Assert.NotNull(bot.Form);
        bot.Conversation = new ConversationReference("slack", "T1", "elsewhere");
        await bot.SubmitsAsync(("reason", "price"), ("closed", "2026-11-20"));
        bot.Sees("#d-9 lost");
        Assert.Equal("C1", bot.Channel.Sent[^1].To.RoomId);
    }

    [Fact]
    public async Task A_form_that_is_no_longer_possible_says_why_in_place_of_its_prompt()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose #gone");
        await bot.ClicksAsync("Give reason");
        Assert.Null(bot.Form);
        Assert.Equal("That deal is gone.", PlainTextRenderer.Render(Assert.Single(bot.Channel.Screen).Message.Card));
    }

    [Fact]
    public async Task Without_dialogs_the_form_becomes_an_interview()
    {
        await using var bot = SampleBot.InTerminal();
        await bot.SaysAsync("lose #D-7");
        bot.Sees("Closing #d-7 as lost.");
        bot.Sees("Loss reason?\n1. Price\n2. Lost to competitor");
        await bot.SaysAsync("weather");
        bot.Sees("\"weather\" is not one of the choices for Loss reason.");
        await bot.SaysAsync("skip");
        bot.Sees("Loss reason is needed and cannot be skipped.");
        await bot.SaysAsync("lost to competitr");
        bot.Sees("Competitor?");
        await bot.SaysAsync("back");
        bot.Sees("Loss reason?");
        await bot.SaysAsync("2");
        await bot.SaysAsync("Initech");
        bot.Sees("Note? (optional)");
        await bot.SaysAsync("no");
        bot.Sees("Close date?");
        await bot.SaysAsync("03/04/2026");
        bot.Sees("is not a date");
        await bot.SaysAsync("today");
        bot.Sees("Say more than no.");
        bot.Sees("Note? (optional)");
        await bot.SaysAsync("skip");
        bot.Sees("#d-7 lost: 2026-11-21, Initech, rival");
        await bot.SaysAsync("pipeline");
        bot.Sees("$1.2M");
    }

    [Fact]
    public async Task An_interview_is_cancelled_by_a_word()
    {
        await using var bot = SampleBot.InTerminal();
        await bot.SaysAsync("lose #D-7");
        await bot.SaysAsync("Cancel");
        bot.Sees("Cancelled. Nothing was changed.");
        await bot.SaysAsync("1");
        bot.Sees("I did not get that.");
        Assert.Empty(bot.Services.GetRequiredService<SampleBot.Ledger>().Written);
    }

    [Fact]
    public async Task An_interview_is_one_persons_own()
    {
        await using var bot = SampleBot.With(ChannelAbilities.None);
        await bot.SaysAsync("lose #D-7");
        bot.User = "eve";
        await bot.SaysAsync("pipeline");
        bot.Sees("$1.2M");
    }
}
