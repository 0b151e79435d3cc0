using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Tests.Deals;

/// <summary>Deals set aside until a review date, on Saturday 21 November 2026.</summary>
public sealed class PauseDealConversations
{
    [Theory]
    [InlineData("pause Acme until 1 Feb: budget freeze", "2027-02-01", "budget freeze")]
    [InlineData("put Acme on hold until Friday because legal is away", "2026-11-27", "legal is away")]
    [InlineData("please pause the deal Acme until 2027-02-01 due to a budget freeze", "2027-02-01", "a budget freeze")]
    [InlineData("Pause Acme for 2 weeks: waiting for legal", "2026-12-05", "waiting for legal")]
    [InlineData("pause #D-1 because of the budget freeze until 1 Feb", "2027-02-01", "the budget freeze")]
    [InlineData("pause Acme until February, budget freeze", "2027-02-01", "budget freeze")]
    [InlineData("park Acme until next quarter: budget freeze", "2027-01-01", "budget freeze")]
    [InlineData("place Acme on hold till Feb 1, 2027 - budget freeze", "2027-02-01", "budget freeze")]
    [InlineData("set Acme aside until next month because their CFO left", "2026-12-01", "their CFO left")]
    [InlineData("put on hold Acme until 1 Feb: budget freeze", "2027-02-01", "budget freeze")]
    [InlineData("Acme is on hold until 1 Feb: budget freeze", "2027-02-01", "budget freeze")]
    [InlineData("pause Acme for a month as legal is away", "2026-12-21", "legal is away")]
    [InlineData("let's pause Acme until 1 Feb for budget reasons", "2027-02-01", "budget reasons")]
    [InlineData("put Acme on hold: budget freeze until 1 Feb", "2027-02-01", "budget freeze")]
    public async Task A_pause_is_said_in_many_ways(string sentence, string until, string reason)
    {
        await using var office = new Office();
        Assert.Equal((sentence, "done"), (sentence, await office.SaysAsync("dana", sentence)));
        var pause = office.Deal("D-1").Pause!;
        Assert.Equal((until, reason, "dana"), (pause.Until.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), pause.Reason, pause.By?.Value));
    }

    [Fact]
    public async Task What_was_done_is_said_and_one_click_takes_it_back()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "pause Acme until 1 Feb: budget freeze");
        office.Bot.Sees("Acme is paused until 1 Feb 2027");
        office.Bot.Sees("none → 1 Feb 2027");
        office.Bot.Sees("none → budget freeze");
        office.Bot.Sees("left out of stall alerts, coverage and forecast");
        await office.Bot.ClicksAsync("Undo");
        await office.Bot.ClicksAsync("Put it back");
        office.Bot.Sees("put back as it was");
        Assert.Empty(office.Deal("D-1").Pauses);
        Assert.Equal(["Paused", "Resumed"], office.History("D-1").TakeLast(2).Select(happened => happened.GetType().Name));
    }

    [Fact]
    public async Task The_review_date_and_the_reason_are_asked_for()
    {
        await using var office = new Office();
        Assert.Equal("form", await office.SaysAsync("dana", "pause Acme"));
        office.Bot.Sees("Acme needs a review date and reason before it is paused.");
        await office.Bot.ClicksAsync("Fill in 2 fields");
        await office.Bot.SubmitsAsync((DealFields.PausedUntil, "2027-02-01"), (DealFields.PauseReason, "budget freeze"));
        Assert.Equal((new DateOnly(2027, 2, 1), "budget freeze"), (office.Deal("D-1").Pause!.Until, office.Deal("D-1").Pause!.Reason));

        Assert.Equal("form", await office.SaysAsync("dana", "pause Globex until 1 Feb"));
        office.Bot.Sees("Globex needs a reason before it is paused.");
        Assert.Equal("form", await office.SaysAsync("dana", "put Initech on hold because legal is away"));
        office.Bot.Sees("Initech needs a review date before it is paused.");
    }

    [Theory]
    [InlineData("pause Acme until 20 Nov 2026: budget freeze", "Review date 20 Nov 2026 is not in the future. Give a day from 22 Nov 2026 to 21 Nov 2027. Nothing was changed.")]
    [InlineData("pause Acme until 1 Feb 2029: budget freeze", "Review date 1 Feb 2029 is more than 365 days ahead. Give a day from 22 Nov 2026 to 21 Nov 2027. Nothing was changed.")]
    [InlineData("pause Acme until the cows come home: budget freeze", "Review date “the cows come home” is not a day I can read.")]
    [InlineData("pause Vandelay until 1 Feb: budget freeze", "Vandelay is closed: in Closed Lost. Only open deals can be paused; reopen it first. Nothing was changed.")]
    [InlineData("pause Vandelay", "Vandelay is closed: in Closed Lost.")]
    [InlineData("resume Acme", "Acme is not paused. Nothing was changed.")]
    [InlineData("pause Hooli Search until 1 Feb: budget freeze", "Hooli Search belongs to Omar Haddad")]
    [InlineData("pause Nonsuch until 1 Feb: budget freeze", "I know no deal or account called “Nonsuch”.")]
    public async Task What_cannot_be_is_refused_with_the_fix(string sentence, string refusal)
    {
        await using var office = new Office();
        Assert.Equal((sentence, "refused"), (sentence, await office.SaysAsync("dana", sentence)));
        office.Bot.Sees(refusal);
        Assert.Empty(office.Deal("D-1").Pauses);
    }

    [Fact]
    public async Task A_day_in_figures_is_asked_about_and_so_is_the_deal()
    {
        await using var office = new Office();
        Assert.Equal("clarify", await office.SaysAsync("dana", "pause Acme until 03/04: budget freeze"));
        office.Bot.Sees("Which day is “03/04”?");
        Assert.Equal("clarify", await office.SaysAsync("ops", "pause Hooli until 1 Feb: budget freeze"));
        office.Bot.Sees("Which “Hooli” do you mean?");
    }

    [Theory]
    [InlineData("resume Acme")]
    [InlineData("unpause Acme")]
    [InlineData("take Acme off hold")]
    [InlineData("please reactivate the deal #D-1")]
    public async Task A_paused_deal_is_taken_up_again(string sentence)
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "pause Acme until 1 Feb: budget freeze");
        Assert.Equal((sentence, "done"), (sentence, await office.SaysAsync("dana", sentence)));
        office.Bot.Sees("Acme is taken up again");
        office.Bot.Sees("1 Feb 2027 → none");
        Assert.Null(office.Deal("D-1").Pause);
        await office.SaysAsync("dana", "undo");
        await office.Bot.ClicksAsync("Put it back");
        Assert.True(office.Deal("D-1").IsPausedOn(new DateOnly(2026, 11, 21)));
    }

    [Fact]
    public async Task The_deals_card_says_it_and_has_the_buttons()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "status of Acme");
        Assert.Equal("form", (string?)(await office.Bot.ClicksAsync("Pause")).Reply?.Data?["outcome"]);
        await office.Bot.SubmitsAsync((DealFields.PausedUntil, "2027-02-01"), (DealFields.PauseReason, "budget freeze"));

        await office.SaysAsync("omar", "status of Acme");
        office.Bot.Sees("Paused until 1 Feb 2027 by Dana Reyes: budget freeze");
        office.Bot.Sees("Change pause");
        await office.Bot.ClicksAsync("Resume");
        office.Bot.Sees("belongs to Dana Reyes");
        await office.SaysAsync("dana", "status of Acme");
        await office.Bot.ClicksAsync("Resume");
        Assert.Null(office.Deal("D-1").Pause);
    }

    [Fact]
    public async Task Moving_a_paused_deal_ends_the_pause_and_says_so()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "pause Globex until 1 Feb: budget freeze");
        Assert.Equal("done", await office.SaysAsync("dana", "move Globex to Qualification"));
        office.Bot.Sees("1 Feb 2027 → none");
        Assert.Null(office.Deal("D-2").Pause);
        await office.SaysAsync("dana", "undo");
        await office.Bot.ClicksAsync("Put it back");
        Assert.True(office.Deal("D-2").IsPausedOn(new DateOnly(2026, 11, 21)));
    }

    [Fact]
    public async Task Paused_deals_are_listed_with_review_date_and_reason()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "pause Acme until 1 Feb: budget freeze");
        await office.SaysAsync("dana", "weighted pipeline");
        office.Bot.Sees("1 paused deal left out");
        await office.SaysAsync("dana", "open pipeline");
        office.Bot.Sees("$125,000");
        await office.SaysAsync("dana", "open pipeline without paused deals");
        office.Bot.Sees("$75,000");
        await office.SaysAsync("dana", "open deals that are not paused");
        office.Bot.Sees("5 deals");
        foreach (var sentence in (string[])["paused deals", "which deals are paused?", "deals on hold", "what deals are on hold?", "show me the paused deals", "list deals that are paused", "my paused deals"])
        {
            Assert.Equal((sentence, "answered"), (sentence, await office.SaysAsync("dana", sentence)));
            office.Bot.Sees("1 deal");
            office.Bot.Sees("Review date");
            office.Bot.Sees("1 Feb 2027");
            office.Bot.Sees("budget freeze");
        }

        await office.SaysAsync("dana", "how many deals are paused?");
        office.Bot.Sees("1 deal");
    }

    [Fact]
    public async Task The_clock_says_which_days_do_not_count()
    {
        await using var office = new Office(pipeline => pipeline.Deal("D-8", "Wonka", "2026-10-01", "discovery", "dana", amount: 1_000m, then: deal => deal.Pauses("2026-11-02", "2026-11-16")));
        await office.SaysAsync("dana", "why is Wonka stalled?");
        office.Bot.Sees("2 Nov – 16 Nov 2026: budget freeze; 10 business days do not count");

        await office.SaysAsync("dana", "pause Wonka until 1 Feb: legal is away");
        await office.SaysAsync("dana", "why is Wonka stalled?");
        office.Bot.Sees("Wonka is paused until 1 Feb 2027 by Dana Reyes: legal is away.");
        await office.SaysAsync("dana", "what's stuck?");
        office.Bot.Sees("1 paused deal left out");
    }
}
