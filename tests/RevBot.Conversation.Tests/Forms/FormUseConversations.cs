using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Forms.Usage;
using RevBot.Conversation.Outbox;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Tests.Turns;
using RevBot.Testing;

namespace RevBot.Conversation.Tests.Forms;

/// <summary>What is counted while people use forms, as they use them.</summary>
public sealed class FormUseConversations
{
    [Fact]
    public async Task A_form_that_is_refused_twice_and_then_taken_counts_its_taps_seconds_and_fields()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose #D-7");
        bot.Time.Advance(TimeSpan.FromMinutes(9));
        await bot.ClicksAsync("Give reason");
        bot.Time.Advance(TimeSpan.FromSeconds(20));
        await bot.SubmitsAsync(("closed", "2026-12-24"));
        await bot.SubmitsAsync(("reason", "price"), ("closed", "2026-11-20"), ("note", "no"));
        bot.Time.Advance(TimeSpan.FromSeconds(10));
        await bot.SubmitsAsync(("reason", "price"), ("closed", "2026-11-20"));

        var form = Assert.Single((await ReportAsync(bot)).Forms);
        Assert.Equal(("sample.lose", 1, 1, 1, 0), (form.Form, form.Offered, form.Opened, form.Finished, form.Abandoned));
        Assert.Equal((30.0, 30.0, 4.0), (form.MedianSeconds, form.P90Seconds, form.MedianTaps));
        Assert.Equal(["closed: 1 of 3, 0 empty, left 0", "note: 1 of 3, 0 empty, left 0", "reason: 1 of 3, 1 empty, left 0"], Fields(form));
    }

    [Fact]
    public async Task A_form_that_is_left_after_a_refusal_is_abandoned_at_that_field_once_it_has_run_out()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose #D-7");
        await bot.ClicksAsync("Give reason");
        await bot.SubmitsAsync(("closed", "2026-11-20"));

        var pending = Assert.Single((await ReportAsync(bot)).Forms);
        Assert.Equal((0, 1, null), (pending.Abandoned, pending.Pending, pending.AbandonedShare));
        bot.Time.Advance(TimeSpan.FromHours(24));
        var form = Assert.Single((await ReportAsync(bot)).Forms);
        Assert.Equal((1, 0, 1.0), (form.Abandoned, form.Pending, form.AbandonedShare));
        Assert.Equal(["reason: 1 of 1, 1 empty, left 1"], Fields(form));
    }

    [Fact]
    public async Task A_form_that_was_only_offered_is_not_abandoned_and_a_clarification_is_no_form()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose acme");
        Assert.Empty((await ReportAsync(bot)).Forms);
        await bot.SaysAsync("lose #D-7");
        await bot.ClicksAsync("Cancel");

        var form = Assert.Single((await ReportAsync(bot)).Forms);
        Assert.Equal((1, 0, 0), (form.Offered, form.Opened, form.Abandoned));
        Assert.Empty(form.Fields);
    }

    [Fact]
    public async Task An_interview_counts_each_answer_and_tells_where_it_was_cancelled()
    {
        await using var bot = SampleBot.InTerminal();
        await bot.SaysAsync("lose #D-7");
        await bot.SaysAsync("weather");
        await bot.SaysAsync("skip");
        await bot.SaysAsync("2");
        await bot.SaysAsync("cancel");

        var form = Assert.Single((await ReportAsync(bot)).Forms);
        Assert.Equal((1, 1, 0, 1), (form.Offered, form.Opened, form.Finished, form.Abandoned));
        Assert.Equal(["reason: 2 of 3, 1 empty, left 0", "competitor: 0 of 0, 0 empty, left 1"], Fields(form));
    }

    [Fact]
    public async Task What_an_interview_is_refused_only_at_its_end_was_tried_then()
    {
        await using var bot = SampleBot.InTerminal();
        foreach (var said in new[] { "lose #D-7", "price", "no", "today", "skip" })
        {
            await bot.SaysAsync(said);
        }

        bot.Sees("#d-7 lost");
        var form = Assert.Single((await ReportAsync(bot)).Forms);
        Assert.Equal((1, 4.0), (form.Finished, form.MedianTaps));
        Assert.Equal(["note: 1 of 3, 0 empty, left 0"], Fields(form));
    }

    [Fact]
    public async Task A_form_that_is_no_longer_possible_is_nobodys_fault()
    {
        await using var bot = SampleBot.Rich();
        await bot.SaysAsync("lose #gone");
        await bot.ClicksAsync("Give reason");
        bot.Time.Advance(TimeSpan.FromDays(2));

        var form = Assert.Single((await ReportAsync(bot)).Forms);
        Assert.Equal((1, 0, 0, 0), (form.Offered, form.Opened, form.Finished, form.Abandoned));
    }

    [Fact]
    public async Task A_form_opened_by_a_press_is_offered_and_opened_at_once()
    {
        await using var bot = SampleBot.With(ChannelAbilities.Dialogs | ChannelAbilities.Updates);
        await bot.ClicksAsync(new CardButton("Lose", "sample.undo", "form"));
        await bot.SubmitsAsync(("reason", "price"), ("closed", "2026-11-20"));

        var form = Assert.Single((await ReportAsync(bot)).Forms);
        Assert.Equal((1, 1, 1, 2.0), (form.Offered, form.Opened, form.Finished, form.MedianTaps));
    }

    [Fact]
    public async Task The_worst_field_is_the_one_most_often_in_the_way_and_less_than_three_times_is_none()
    {
        await using var bot = SampleBot.Rich();
        for (var time = 1; time <= FormReport.LeastTrouble; time++)
        {
            Assert.Null((await ReportAsync(bot)).Worst);
            await bot.SaysAsync("lose #D-7");
            await bot.ClicksAsync("Give reason");
            await bot.SubmitsAsync(("closed", "2026-11-20"));
        }

        Assert.Equal(new FieldUse("sample.lose", "reason", 3, 3, 3, 0), (await ReportAsync(bot)).Worst);
    }

    private static async Task<FormReport> ReportAsync(TestBot bot)
    {
        var until = bot.Time.GetUtcNow();
        var steps = await bot.Services.GetRequiredService<IFormUsage>().GetAsync(until.AddDays(-90), until, CancellationToken.None);
        return FormReport.Of(steps, until.AddDays(-90), until);
    }

    private static IEnumerable<string> Fields(FormUse form) => form.Fields.Select(field => $"{field.Field}: {field.Refused} of {field.Tries}, {field.Empty} empty, left {field.LastBefore}");
}
