namespace RevBot.Intents.Tests.Ask;

/// <summary>Families of phrasing, each in words of its own; today is Wednesday, 14 May 2025.</summary>
public sealed class PhrasingReadings
{
    [Theory]
    // A part of a year, whose year is said elsewhere.
    [InlineData("winter bookings per region in 2024", "Won amount by region, closed 1 Dec 2024 – 28 Feb 2025")]
    [InlineData("Q3 losses by rep, last year", "Deals lost by owner, closed 1 Jul – 30 Sep 2024")]
    [InlineData("win rate in the latter half of 2024", "Win rate, closed 1 Jul – 31 Dec 2024")]
    [InlineData("bookings 2H24", "Won amount, closed 1 Jul – 31 Dec 2024")]
    // A day and its occasion.
    [InlineData("bookings since the kick-off on 3 March", "Won amount, closed 3 Mar – 14 May 2025")]
    [InlineData("deals created since Easter, i.e. 20 April", "Deals created, created 20 Apr – 14 May 2025")]
    [InlineData("bookings since the middle of April", "Won amount, closed 15 Apr – 14 May 2025")]
    [InlineData("open pipeline closing 1 September onwards", "Open pipeline, closing from 1 Sep 2025")]
    [InlineData("deals won w/c 5 May", "Deals won, closed 5 May – 11 May 2025")]
    [InlineData("deals lost yesterday and today", "Deals lost, closed 13 May – 14 May 2025")]
    // What is still to be done lies ahead.
    [InlineData("what do we need to book in June to hit quota", "Gap to quota, closed 1 Jun – 30 Jun 2025")]
    [InlineData("what was the gap to quota in June", "Gap to quota, closed 1 Jun – 30 Jun 2024")]
    // What is held against what.
    [InlineData("is our average deal size up or down on last quarter?", "Average deal size, closed 1 Apr – 14 May 2025, compared with 1 Jan – 31 Mar 2025")]
    [InlineData("do deals take longer to close than they did last quarter?", "Sales cycle, closed 1 Apr – 14 May 2025, compared with 1 Jan – 31 Mar 2025")]
    [InlineData("win rate, this year over last year", "Win rate, closed 1 Jan – 14 May 2025, compared with 1 Jan – 31 Dec 2024")]
    [InlineData("bookings year to date against the whole of last year", "Won amount, closed 1 Jan – 14 May 2025, compared with 1 Jan – 31 Dec 2024")]
    [InlineData("bookings q1 vs same q last yr", "Won amount, closed 1 Jan – 31 Mar 2025, compared with 1 Jan – 31 Mar 2024")]
    public async Task Days_are_read_wherever_they_are_said(string text, string reading) => await IsReadAs(text, reading);

    [Theory]
    [InlineData("open opps between twenty and fifty grand", "Open deals, $20,000 to $50,000")]
    [InlineData("six-figure deals open in EMEA", "Open deals, region EMEA, at least $100,000")]
    [InlineData("late-stage deals with partners", "Open deals, source Partner, stage Proposal or Negotiation")]
    [InlineData("late stage pipeline, i.e. Negotiation", "Open pipeline, stage Negotiation")]
    [InlineData("deals open longer than half a year, say 150 days", "Open deals, open longer than 150 days")]
    [InlineData("leave events out of it: bookings last quarter", "Won amount, source not Event, closed 1 Jan – 31 Mar 2025")]
    [InlineData("what did the reps under Vera win last quarter", "Won amount, manager Vera Stone, closed 1 Jan – 31 Mar 2025")]
    [InlineData("how many deals did we lose because nobody made a decision", "Deals lost, loss reason No decision, closed 1 Apr – 14 May 2025")]
    [InlineData("how much went to Bluefin last quarter", "Lost amount, competitor Bluefin, closed 1 Jan – 31 Mar 2025")]
    [InlineData("deals kicked down the road at least three times", "Open deals, pushed at least 3 times")]
    [InlineData("who hasn't touched their deals in three weeks?", "Open deals by owner, not touched since 23 Apr 2025, highest first")]
    public async Task What_narrows_a_question_is_read_in_many_words(string text, string reading) => await IsReadAs(text, reading);

    [Theory]
    [InlineData("which source generated the most pipeline, renewals and expansions left aside", "Created pipeline by source, deal type not Renewal or Expansion, created 1 Apr – 14 May 2025, highest first")]
    [InlineData("open pipeline with partner deals set aside", "Open pipeline, source not Partner")]
    [InlineData("bookings last quarter if we ignored everything from partners", "Won amount, source not Partner, closed 1 Jan – 31 Mar 2025")]
    [InlineData("open deals in Discovery except those in SMB", "Open deals, stage Discovery, segment not SMB")]
    [InlineData("win rate last quarter, events and partners put to one side", "Win rate, source not Event or Partner, closed 1 Jan – 31 Mar 2025")]
    [InlineData("how many deals were lost last quarter, AMER ones excluded", "Deals lost, region not AMER, closed 1 Jan – 31 Mar 2025")]
    public async Task What_is_left_out_is_left_out_in_many_words(string text, string reading) => await IsReadAs(text, reading);

    [Theory]
    [InlineData("number of open deals, region against segment", "Open deals by region and segment")]
    [InlineData("open pipeline split on owner and then on stage", "Open pipeline by owner and stage")]
    [InlineData("win rate by team, starting with the worst", "Win rate by team, closed 14 May 2024 – 14 May 2025, lowest first")]
    [InlineData("inbound against events: where's the win rate better", "Win rate by source, source Inbound or Event, closed 14 May 2024 – 14 May 2025")]
    [InlineData("what do we win on renewals, as a rate", "Win rate, deal type Renewal, closed 14 May 2024 – 14 May 2025")]
    [InlineData("the four oldest open deals", "Age of open deals, oldest first, 4 at most")]
    [InlineData("compare EMEA and AMER win rates by quarter this year", "Win rate by quarter and region, region EMEA or AMER, closed 1 Jan – 14 May 2025")]
    [InlineData("who's our number one seller this year?", "Won amount by owner, closed 1 Jan – 14 May 2025, highest first")]
    [InlineData("newest wins", "Deals won, closed 1 Apr – 14 May 2025, newest first, 10 at most")]
    [InlineData("howmany deals are open", "Open deals")]
    public async Task Splits_and_orders_are_read_in_many_words(string text, string reading) => await IsReadAs(text, reading);

    [Theory]
    [InlineData("name the rep in EMEA with the longest cycle", "Sales cycle by owner, region EMEA, closed 14 May 2024 – 14 May 2025, highest first")]
    [InlineData("is it quicker to close renewals or expansions", "Sales cycle by deal type, deal type Renewal or Expansion, closed 14 May 2024 – 14 May 2025")]
    [InlineData("did the win rate get any better in Q3 compared with Q2", "Win rate, closed 1 Jul – 30 Sep 2024, compared with 1 Apr – 30 Jun 2024")]
    [InlineData("bookings in the final quarter of 2024", "Won amount, closed 1 Oct – 31 Dec 2024")]
    [InlineData("can you tell me whether EMEA or AMER has more open pipeline", "Open pipeline by region, region EMEA or AMER")]
    [InlineData("how many deals were won last quarter, out of interest", "Deals won, closed 1 Jan – 31 Mar 2025")]
    [InlineData("how many days do we need to close a renewal", "Sales cycle, deal type Renewal, closed 14 May 2024 – 14 May 2025")]
    public async Task Some_of_several_and_some_against_others_are_told_apart(string text, string reading) => await IsReadAs(text, reading);

    [Theory]
    [InlineData("how many deals per rep on average")]
    [InlineData("what percent of our pipeline is in Negotiation")]
    [InlineData("what share of bookings came from partners")]
    [InlineData("which accounts have more than one open deal")]
    [InlineData("which reps have at least 5 open deals")]
    [InlineData("did we beat March last year")]
    public async Task What_cannot_be_told_is_not_told_as_something_else(string text)
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
