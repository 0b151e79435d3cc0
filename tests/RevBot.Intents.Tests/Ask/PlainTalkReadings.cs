using RevBot.Intents.Ask;

namespace RevBot.Intents.Tests.Ask;

/// <summary>Questions of people who do not know the words of the trade; today is Wednesday, 14 May 2025.</summary>
public sealed class PlainTalkReadings
{
    [Theory]
    [InlineData("what are the deals worth that aren't decided yet", "Open pipeline")]
    [InlineData("how many deals are not settled yet in EMEA", "Open deals, region EMEA")]
    [InlineData("value of everything neither won nor lost", "Open pipeline")]
    [InlineData("how many unfinished deals are there per rep", "Open deals by owner")]
    [InlineData("how many of our current deals are in Proposal", "Open deals, stage Proposal")]
    [InlineData("which deals were meant to be signed by now", "Open deals, closing until 13 May 2025")]
    [InlineData("AMER deals still open although the close date has gone by", "Open deals, region AMER, closing until 13 May 2025")]
    [InlineData("deals on which nobody did anything in the last 10 days", "Open deals, not touched since 4 May 2025")]
    [InlineData("which deals were put off at least twice", "Open deals, pushed at least 2 times")]
    [InlineData("deals with no date for closing", "Open deals, no close date")]
    [InlineData("drop me the open deals in Negotiation", "Open deals, stage Negotiation")]
    [InlineData("how many deals did Tomas start last month", "Deals created, owner Tomas Berg, created 1 Apr – 30 Apr 2025")]
    [InlineData("how many deals got lost last month", "Deals lost, closed 1 Apr – 30 Apr 2025")]
    [InlineData("how much money slipped away last quarter", "Lost amount, closed 1 Jan – 31 Mar 2025")]
    [InlineData("how many deals did we lose last quarter because we were too expensive", "Deals lost, loss reason Price, closed 1 Jan – 31 Mar 2025")]
    [InlineData("why do we lose deals in AMER", "Deals lost by loss reason, region AMER, closed 1 Apr – 14 May 2025")]
    public async Task What_became_of_deals_is_told_in_any_words(string text, string reading) => await IsReadAs(text, reading);

    [Theory]
    [InlineData("how many days do we need to close an SMB deal", "Sales cycle, segment SMB, closed 14 May 2024 – 14 May 2025")]
    [InlineData("time needed to win a deal, per rep", "Sales cycle by owner, closed 14 May 2024 – 14 May 2025")]
    [InlineData("how long from the first chat to the signature", "Sales cycle, closed 14 May 2024 – 14 May 2025")]
    [InlineData("sales cycle in Healthcare, how many days?", "Sales cycle, industry Healthcare, closed 14 May 2024 – 14 May 2025")]
    [InlineData("are we closing quicker than last quarter", "Sales cycle, closed 1 Apr – 14 May 2025, compared with 1 Jan – 31 Mar 2025")]
    [InlineData("how long have the open deals in EMEA been lying around", "Age of open deals, region EMEA")]
    [InlineData("how long before a deal leaves Proposal", "Typical time in stage, stage Proposal, left 14 May 2024 – 14 May 2025")]
    [InlineData("days to get out of Discovery, by team", "Typical time in stage by team, stage Discovery, left 14 May 2024 – 14 May 2025")]
    public async Task How_long_something_takes_is_told_in_any_words(string text, string reading) => await IsReadAs(text, reading);

    [Theory]
    [InlineData("in how many cases do we win against Acumen", "Win rate, competitor Acumen, closed 14 May 2024 – 14 May 2025")]
    [InlineData("what are our odds against Acumen", "Win rate, competitor Acumen, closed 14 May 2024 – 14 May 2025")]
    [InlineData("what share of our EMEA deals ends with a win", "Win rate, region EMEA, closed 14 May 2024 – 14 May 2025")]
    [InlineData("what percent of deals get from one stage to the next", "Stage conversion by stage, entered 14 May 2024 – 14 May 2025")]
    [InlineData("how good are we at moving deals from Discovery to Proposal", "Stage conversion, stage Discovery, entered 14 May 2024 – 14 May 2025")]
    [InlineData("how do the teams compare on win rate this year", "Win rate by team, closed 1 Jan – 14 May 2025")]
    [InlineData("how do our sources stack up in bookings last quarter", "Won amount by source, closed 1 Jan – 31 Mar 2025")]
    [InlineData("comparing the regions on open pipeline", "Open pipeline by region")]
    [InlineData("could finance have the bookings per team for last quarter", "Won amount by team, closed 1 Jan – 31 Mar 2025")]
    public async Task How_well_something_goes_is_told_in_any_words(string text, string reading) => await IsReadAs(text, reading);

    [Theory]
    [InlineData("how long before a lead hears from somebody", "leads.response_time")]
    [InlineData("how long does it take until somebody calls a new lead", "leads.response_time")]
    [InlineData("who is quickest with leads", "leads.response_time")]
    [InlineData("how many of our leads turn into deals, in percent", "leads.conversion")]
    [InlineData("how long until sales takes over an MQL", "leads.handoff_time")]
    public void What_becomes_of_leads_is_told_in_any_words(string text, string measure) =>
        Assert.Equal(measure, Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text)).Question.Measure);

    [Theory]
    [InlineData("bookings over the whole year", "Won amount, closed 1 Jan – 14 May 2025")]
    [InlineData("deals lost in the winter just gone, count", "Deals lost, closed 1 Dec 2024 – 28 Feb 2025")]
    [InlineData("bookings 03.03.2025 - 17.03.2025", "Won amount, closed 3 Mar – 17 Mar 2025")]
    [InlineData("bookings 03.03.2025-17.03.2025", "Won amount, closed 3 Mar – 17 Mar 2025")]
    [InlineData("bookings Jan - Mar 2025", "Won amount, closed 1 Jan – 31 Mar 2025")]
    public async Task Days_are_told_in_any_words(string text, string reading) => await IsReadAs(text, reading);

    [Theory]
    [InlineData("annual target by rep", "quota.target", "2025-01-01..2025-12-31")]
    [InlineData("quota for the full year", "quota.target", "2025-01-01..2025-12-31")]
    [InlineData("gap to target, entire year", "quota.gap", "2025-01-01..2025-12-31")]
    [InlineData("who is closest to their goal", "quota.attainment", "2025-04-01..2025-06-30")]
    [InlineData("how far along are we with our target", "quota.attainment", "2025-04-01..2025-06-30")]
    [InlineData("how much of the target is done", "quota.attainment", "2025-04-01..2025-06-30")]
    [InlineData("how is the team doing against its quota", "quota.attainment", "2025-04-01..2025-06-30")]
    [InlineData("what are we supposed to sell this quarter", "quota.target", "2025-04-01..2025-06-30")]
    public void How_far_somebody_is_with_a_target_is_told_in_any_words(string text, string measure, string period)
    {
        var read = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text)).Question;
        Assert.Equal((measure, period), (read.Measure, $"{read.Period?.Start:yyyy-MM-dd}..{read.Period?.End:yyyy-MM-dd}"));
    }

    [Theory]
    [InlineData("how much do we pay to get one new customer")]
    [InlineData("what does a new client cost us")]
    [InlineData("what is a customer worth to us until they leave")]
    [InlineData("how long do customers stay with us")]
    [InlineData("how satisfied are our customers, per rep")]
    public async Task What_a_customer_costs_and_thinks_is_no_booking(string text)
    {
        await using var bot = AskBot.Start();
        Assert.Equal("refused", (string?)(await bot.SaysAsync(text)).Reply!.Data!["outcome"]);
    }

    private static async Task IsReadAs(string text, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(reading, (string?)(await bot.SaysAsync(text)).Reply!.Data!["reading"]);
    }
}
