namespace RevBot.Intents.Tests.Ask;

/// <summary>How sentences are built: what is denied, what stands around a question, what is wanted of it; today is Wednesday, 14 May 2025.</summary>
public sealed class SentenceReadings
{
    [Theory]
    [InlineData("open pipeline that did not come from partners", "Open pipeline, source not Partner")]
    [InlineData("how many open deals weren't sourced through events", "Open deals, source not Event")]
    [InlineData("win rate for deals that didn't come through partners", "Win rate, source not Partner, closed 14 May 2024 – 14 May 2025")]
    [InlineData("how many open deals don't sit in Discovery", "Open deals, stage not Discovery")]
    [InlineData("open pipeline which has not come from events or partners", "Open pipeline, source not Event or Partner")]
    [InlineData("bookings last quarter that do not belong to EMEA", "Won amount, region not EMEA, closed 1 Jan – 31 Mar 2025")]
    [InlineData("how much did we lose last quarter that never went to Bluefin", "Lost amount, competitor not Bluefin, closed 1 Jan – 31 Mar 2025")]
    [InlineData("open pipeline, other than through partners", "Open pipeline, source not Partner")]
    public async Task A_verb_that_is_denied_denies_the_name_it_takes(string text, string reading) => await IsReadAs(text, reading);

    [Theory]
    [InlineData("open deals at or above 80k", "Open deals, at least $80,000")]
    [InlineData("open deals at or below 30k in EMEA", "Open deals, region EMEA, at most $30,000")]
    [InlineData("open pipeline equal to or greater than 50k", "Open pipeline, at least $50,000")]
    [InlineData("open pipeline less than or equal to $60k", "Open pipeline, at most $60,000")]
    [InlineData("how many open deals of 75k or over", "Open deals, at least $75,000")]
    public async Task A_bound_may_belong_to_what_it_bounds(string text, string reading) => await IsReadAs(text, reading);

    [Theory]
    [InlineData("# deals won last quarter", "Deals won, closed 1 Jan – 31 Mar 2025", false)]
    [InlineData("bookings last quarter, usd", "Won amount, closed 1 Jan – 31 Mar 2025", false)]
    [InlineData("open pipeline by team (USD)", "Open pipeline by team", false)]
    [InlineData("open pipeline in USD deals only", "Open pipeline, currency USD", false)]
    [InlineData("deals lost last quarter, just a number", "Deals lost, closed 1 Jan – 31 Mar 2025", false)]
    [InlineData("bookings last quarter, one number", "Won amount, closed 1 Jan – 31 Mar 2025", false)]
    [InlineData("total of the deals won last quarter", "Won amount, closed 1 Jan – 31 Mar 2025", false)]
    [InlineData("which deals created last quarter are still open", "Open deals, created 1 Jan – 31 Mar 2025", true)]
    [InlineData("open deals of the Mid-Market segment", "Open deals, segment Mid-Market", true)]
    public async Task A_figure_is_no_list_and_a_list_no_figure(string text, string reading, bool lists)
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal((reading, lists), ((string?)data["reading"], (string?)data["intent"] == "list-deals"));
    }

    [Theory]
    [InlineData("In the car with the CFO. bookings last quarter?")]
    [InlineData("back from holiday, bookings last quarter please")]
    [InlineData("stuck in traffic, bookings last quarter?")]
    [InlineData("at the airport. bookings last quarter?")]
    [InlineData("with the bank right now - bookings last quarter")]
    [InlineData("Dana here, how much did we book last quarter?")]
    [InlineData("this is Dana. how much did we book last quarter")]
    [InlineData("I'm Dana, how much did we book last quarter")]
    [InlineData("Dana from EMEA speaking: how much did we book last quarter")]
    [InlineData("bookings last quarter. Best, Dana")]
    [InlineData("Dear RevBot, bookings last quarter please. Kind regards, Dana")]
    [InlineData("For capacity planning I'd like the bookings of last quarter")]
    [InlineData("to prepare the offsite I need bookings last quarter")]
    [InlineData("bookings last quarter so I can finish the deck")]
    [InlineData("bookings last quarter so that we can sleep again")]
    public async Task Where_somebody_is_and_who_it_is_say_nothing_of_the_deals(string text) => await IsReadAs(text, "Won amount, closed 1 Jan – 31 Mar 2025");

    [Theory]
    [InlineData("in hospitals, bookings last quarter")]
    [InlineData("with the pilots, bookings last quarter")]
    [InlineData("for hospitals I'd like the bookings of last quarter")]
    public async Task What_may_be_whom_it_is_about_is_no_aside(string text)
    {
        await using var bot = AskBot.Start();
        Assert.NotEqual("answered", (string?)(await bot.SaysAsync(text)).Reply!.Data!["outcome"]);
    }

    [Theory]
    [InlineData("how many open deals have a close date that's already gone by", "Open deals, closing until 13 May 2025")]
    [InlineData("open pipeline whose expected close date lies in the past", "Open pipeline, closing until 13 May 2025")]
    [InlineData("open deals where the close date is behind us, how many", "Open deals, closing until 13 May 2025")]
    [InlineData("open pipeline whose deals have been around longer than 100 days", "Open pipeline, open longer than 100 days")]
    [InlineData("how many deals are staying in the pipeline since more than 60 days", "Open deals, open longer than 60 days")]
    [InlineData("open deals not touched since 2 weeks", "Open deals, not touched since 30 Apr 2025")]
    [InlineData("which open deals have no amount in the system", "Open deals, no amount")]
    [InlineData("how many open deals whose source isn't Event", "Open deals, source not Event")]
    [InlineData("open pipeline whose owner is Tomas", "Open pipeline, owner Tomas Berg")]
    [InlineData("open pipeline that no partner sourced", "Open pipeline, source not Partner")]
    [InlineData("how many deals are already since 90 days open", "Open deals, open longer than 90 days")]
    [InlineData("open deals the close date of which has passed, count", "Open deals, closing until 13 May 2025")]
    [InlineData("how many percent of the deals who enter in Discovery become Proposal", "Stage conversion, stage Discovery, entered 14 May 2024 – 14 May 2025")]
    [InlineData("how many in a hundred deals do we win", "Win rate, closed 14 May 2024 – 14 May 2025")]
    [InlineData("how are we faring, i.e. bookings last quarter", "Won amount, closed 1 Jan – 31 Mar 2025")]
    public async Task Clauses_say_which_deals_in_whatever_order(string text, string reading) => await IsReadAs(text, reading);

    [Theory]
    [InlineData("how many did we win... lose last quarter", "Deals lost, closed 1 Jan – 31 Mar 2025")]
    [InlineData("how many deals lost last quarter. Sorry, won.", "Deals won, closed 1 Jan – 31 Mar 2025")]
    [InlineData("win rate by team last quarter, wait, by rep", "Win rate by owner, closed 1 Jan – 31 Mar 2025")]
    [InlineData("win rate last month... quarter, by team", "Win rate by team, closed 1 Jan – 31 Mar 2025")]
    [InlineData("which partner deals expire... close next month? list", "Open deals, source Partner, closing 1 Jun – 30 Jun 2025")]
    public async Task Whoever_breaks_off_means_what_follows(string text, string reading) => await IsReadAs(text, reading);

    private static async Task IsReadAs(string text, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(reading, (string?)(await bot.SaysAsync(text)).Reply!.Data!["reading"]);
    }
}
