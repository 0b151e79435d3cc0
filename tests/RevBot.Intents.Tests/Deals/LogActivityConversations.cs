using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Deals;

/// <summary>Calls and meetings, on Saturday 21 November 2026.</summary>
public sealed class LogActivityConversations
{
    [Theory]
    [InlineData("log a call with Acme: they want a pilot, next step send proposal Friday", "Call", "2026-11-21", "they want a pilot", "send proposal", "2026-11-27")]
    [InlineData("log a meeting with Acme yesterday: went well. Next step: call legal", "Meeting", "2026-11-20", "went well", "call legal", null)]
    [InlineData("please log an e-mail to Acme: sent the pricing", "E-mail", "2026-11-21", "sent the pricing", null, null)]
    [InlineData("had a good call with Acme: they like it", "Call", "2026-11-21", "they like it", null, null)]
    public async Task What_was_said_is_logged_at_once(string sentence, string kind, string on, string text, string? step, string? date)
    {
        await using var office = new Office();
        Assert.Equal((sentence, "done"), (sentence, await office.SaysAsync("dana", sentence)));
        var logged = office.History("D-1").OfType<DealEvent.ActivityLogged>().Single();
        Assert.Equal((sentence, kind, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), text), (sentence, logged.Kind, logged.On, logged.Text));
        Assert.Equal((sentence, step, date), (sentence, office.Deal("D-1").NextStep, office.Deal("D-1").NextStepDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal((office.Time.GetUtcNow(), "dana"), (office.Deal("D-1").ChangedAt, office.Deal("D-1").ChangedBy?.Value));
    }

    [Fact]
    public async Task The_form_begins_with_the_deal_and_todays_day()
    {
        await using var office = new Office();
        Assert.Equal("form", await office.SaysAsync("dana", "log a call"));
        await office.Bot.ClicksAsync("Log the call");
        Assert.Equal(["deal", "activity_kind", "activity_date", "activity_with", "activity_text", "next_step", "next_step_date"], office.Bot.Form!.Form.Fields.Select(field => field.Id));
        Assert.Equal(("Call", "2026-11-21"), (office.Bot.Form.Form.Fields[1].Initial, office.Bot.Form.Form.Fields[2].Initial));
        await office.Bot.SubmitsAsync(("deal", "D-2"), ("activity_kind", "Meeting"), ("activity_date", "2026-11-20"), ("activity_with", "Jo Kim and Ada Lee"), ("activity_text", "they want a pilot"), ("next_step", "send it"), ("next_step_date", "2026-11-27"));
        office.Bot.Sees("Globex: meeting logged");
        office.Bot.Sees("Meeting on 20 Nov 2026 with Jo Kim, Ada Lee: they want a pilot");
        await office.SaysAsync("dana", "status of Globex");
        office.Bot.Sees("Meeting on 20 Nov 2026 with Jo Kim, Ada Lee: they want a pilot, by Dana Reyes");
        Assert.Equal("send it", office.Deal("D-2").NextStep);
    }

    [Fact]
    public async Task What_is_missing_or_wrong_stands_at_its_field()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "status of Acme");
        await office.Bot.ClicksAsync("Log a call");
        await office.Bot.SubmitsAsync(("activity_kind", "Call"), ("activity_date", "2026-12-01"));
        Assert.Equal(["activity_date", "activity_text"], office.Bot.Last.Errors.Select(error => error.FieldId).Order(StringComparer.Ordinal));
        Assert.Equal("refused", await office.SaysAsync("dana", "log a call with Hooli Search: nothing"));
        office.Bot.Sees("belongs to Omar Haddad");
    }

    [Fact]
    public async Task A_step_without_its_date_asks_for_the_date_its_stage_needs()
    {
        var usual = TestCompany.Profile;
        await using var office = new Office(company: usual with
        {
            Process = new SalesProcess([.. usual.Process.Stages.Select(stage => stage.Id.Value == "discovery" ? stage with { RequiredToEnter = [DealFields.NextStep, DealFields.NextStepDate] } : stage)]),
        });
        Assert.Equal("done", await office.SaysAsync("dana", "log a call with Globex: good, next step send proposal Friday"));

        Assert.Equal("form", await office.SaysAsync("dana", "log a call with Globex: they like it, next step call legal"));
        await office.Bot.ClicksAsync("Log the call");
        Assert.Null(office.Bot.Form!.Form.Fields.Single(field => field.Id == DealFields.NextStepDate).Initial);
        await office.Bot.SubmitsAsync(("activity_kind", "Call"), ("activity_date", "2026-11-21"), ("activity_text", "they like it"), ("next_step", "call legal"));
        Assert.Equal((DealFields.NextStepDate, "Discovery needs a next step date."), (office.Bot.Last.Errors.Single().FieldId, office.Bot.Last.Errors.Single().Message));
        Assert.Equal(("send proposal", new DateOnly(2026, 11, 27)), (office.Deal("D-2").NextStep, office.Deal("D-2").NextStepDate));

        await office.Bot.SubmitsAsync(("activity_kind", "Call"), ("activity_date", "2026-11-21"), ("activity_text", "they like it"), ("next_step", "call legal"), ("next_step_date", "2026-11-30"));
        Assert.Equal(("call legal", new DateOnly(2026, 11, 30)), (office.Deal("D-2").NextStep, office.Deal("D-2").NextStepDate));
    }

    [Theory]
    [InlineData("dana", "Globex wants net-60 terms", "Globex")]
    [InlineData("dana", "Spoke to Acme Corp: they like it", "Acme")]
    [InlineData("dana", "see #D-3, please", "Initech")]
    [InlineData("omar", "Globex wants net-60 terms", null)]
    [InlineData("dana", "Globex or Initech?", null)]
    [InlineData("dana", "Vandelay is history", null)]
    [InlineData("dana", "thanks", null)]
    [InlineData("dana", "", null)]
    public async Task A_message_is_logged_on_the_one_deal_it_names_else_on_the_one_that_is_picked(string who, string text, string? deal)
    {
        await using var office = new Office();
        office.Bot.User = who;
        await office.Bot.DoesAsync(About(text));
        var form = office.Bot.Form!.Form;
        Assert.Equal(deal is null, form.Fields.Any(field => field.Id == "deal"));
        Assert.Equal(deal is null, form.Intro.Count == 0);
        Assert.Equal(text.Length == 0 ? null : text, form.Fields.Single(field => field.Id == "activity_text").Initial);
        if (deal is not null)
        {
            Assert.Contains(deal, Assert.IsType<Conversation.Replies.CardElement.Paragraph>(form.Intro[0]).Text, StringComparison.Ordinal);
            await office.Bot.SubmitsAsync(("activity_kind", "E-mail"), ("activity_date", "2026-11-21"), ("activity_text", text));
            Assert.Contains(office.Deals.SelectMany(one => office.History(one.Id.Value)), happened => happened is Pipeline.History.DealEvent.ActivityLogged { Text: var logged } && logged == text);
        }
    }

    [Fact]
    public async Task A_long_message_is_cut_to_what_the_form_holds_and_never_through_a_character()
    {
        await using var office = new Office();
        await office.Bot.DoesAsync(About(new string('x', 2_998) + "😀😀"));
        var initial = office.Bot.Form!.Form.Fields.Single(field => field.Id == "activity_text").Initial!;
        Assert.Equal(new string('x', 2_998) + "…", initial);
    }

    [Fact]
    public async Task Who_may_log_nothing_is_told_so()
    {
        await using var office = new Office();
        office.Bot.User = "eli";
        await office.Bot.DoesAsync(About("Globex wants net-60 terms"));
        Assert.Null(office.Bot.Form);
        office.Bot.Sees("There is no open deal that you may change.");
    }

    private static Conversation.Turns.TurnInput.ButtonClick About(string text) => new("log-activity.message", "", null)
    {
        About = new Conversation.Turns.PickedMessage(text, new Conversation.Turns.MessageReference("slack", "T1", "C7", "1766.5")),
    };
}
