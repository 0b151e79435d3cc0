namespace RevBot.Intents.Tests.Ask;

/// <summary>What leads to a question, tells of its asker or sets something aside, in whole families of phrasing.</summary>
public sealed class LeadingConversations
{
    private const string Bookings = "Won amount, closed 1 Jan – 31 Mar 2025";
    private const string BySource = "Win rate by source, closed 1 Jan – 31 Mar 2025";

    [Theory]
    [InlineData("QBR is on Friday and I only have five minutes: bookings last quarter", Bookings)]
    [InlineData("I can only present one chart tomorrow, so show me bookings last quarter", Bookings)]
    [InlineData("For the exec readout I need win rate by source last quarter", BySource)]
    [InlineData("Before the board meeting please show me win rate by source last quarter", BySource)]
    [InlineData("For the monthly business review please give me bookings last quarter", Bookings)]
    [InlineData("Can you do me a favour and find out how much we booked last quarter", Bookings)]
    [InlineData("Somebody from finance pinged me about commissions, how much did we book last quarter?", Bookings)]
    [InlineData("Their lawyers rang me again, how much did we book last quarter?", Bookings)]
    [InlineData("The forecast meeting got pushed to Thursday, how much did we book last quarter?", Bookings)]
    [InlineData("Okay, rough week. How much did we book last quarter?", Bookings)]
    [InlineData("Pipeline call in twenty minutes. How much did we book last quarter?", Bookings)]
    [InlineData("Where should I look first, in other words which source has the best win rate last quarter?", "Win rate by source, closed 1 Jan – 31 Mar 2025, highest first")]
    [InlineData("Our investors keep comparing us to peers, so what's our win rate by source last quarter?", BySource)]
    [InlineData("A random question for a change: bookings last quarter", Bookings)]
    [InlineData("Covering for two colleagues while they're off, could you show me bookings last quarter?", Bookings)]
    [InlineData("I have a feeling people skip this field... how much did we book last quarter?", Bookings)]
    [InlineData("how much did we book last quarter and nothing else", Bookings)]
    [InlineData("Awards night: bookings last quarter", Bookings)]
    [InlineData("Comp plan homework: how much did we book last quarter?", Bookings)]
    [InlineData("ugh, hygiene day. bookings last quarter please", Bookings)]
    [InlineData("Process workshop tomorrow: how much did we book last quarter?", Bookings)]
    [InlineData("Vera's dialling in soon: bookings last quarter", Bookings)]
    [InlineData("my skip level is tomorrow, bookings last quarter please", Bookings)]
    [InlineData("need to reply to Priya asap, how much did we book last quarter?", Bookings)]
    [InlineData("our new CMO just asked me to show win rate by source last quarter, can you?", BySource)]
    [InlineData("when you get a second could you pull the win rate by source last quarter", BySource)]
    [InlineData("who should write the playbook? i.e. which source has the best win rate last quarter?", "Win rate by source, closed 1 Jan – 31 Mar 2025, highest first")]
    [InlineData("Our proposal template changed, so I wonder how much we booked last quarter", Bookings)]
    public async Task What_leads_to_a_question_is_no_part_of_it(string text, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(reading, (string?)(await bot.SaysAsync(text)).Reply!.Data!["reading"]);
    }

    [Theory]
    [InlineData("We only sell to hospitals, what's our win rate?")]
    [InlineData("Quibble: how much pipeline is there?")]
    [InlineData("Quibble hospitals: how much pipeline is there?")]
    [InlineData("Hospitals. How many did we win last month?")]
    [InlineData("For Quibble, what's the win rate?")]
    [InlineData("how much did we lose because nobody could decide")]
    [InlineData("how much did we win in that time")]
    public async Task What_it_may_be_about_is_asked_back(string text)
    {
        await using var bot = AskBot.Start();
        Assert.NotEqual("answered", (string?)(await bot.SaysAsync(text)).Reply!.Data!["outcome"]);
    }

    [Fact]
    public async Task Whom_one_deals_with_is_the_customer_and_not_where_they_were_met()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("I bumped into the CIO of Initech at an event, how much pipeline do we have with them?");
        bot.Sees("Open pipeline, account Initech");
    }

    [Theory]
    [InlineData("win rate by source rather than by segment last quarter", BySource)]
    [InlineData("bookings last quarter instead of this quarter", Bookings)]
    [InlineData("open pipeline in EMEA as opposed to AMER", "Open pipeline, region EMEA")]
    [InlineData("average sales cycle instead of the median last quarter", "Mean sales cycle, closed 1 Jan – 31 Mar 2025")]
    public async Task What_is_not_meant_is_no_part_of_the_question(string text, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(reading, (string?)(await bot.SaysAsync(text)).Reply!.Data!["reading"]);
    }

    [Theory]
    [InlineData("what if I only look at Negotiation", "Open pipeline, stage Negotiation")]
    [InlineData("EMEA rather than AMER", "Open pipeline, region EMEA")]
    [InlineData("slice it by source", "Open pipeline by source")]
    [InlineData("narrow it to inbound", "Open pipeline, source Inbound")]
    public async Task A_follow_up_may_be_put_as_a_wish(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("open pipeline");
        await bot.SaysAsync(said);
        bot.Sees(reading);
    }

    [Fact]
    public async Task Of_what_was_created_it_is_asked_what_became_of_it()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how many deals did we create last quarter?");
        await bot.SaysAsync("how many of them did we win?");
        bot.Sees("Deals won, created 1 Jan – 31 Mar 2025");
        await bot.SaysAsync("and how much of that is still open?");
        bot.Sees("created 1 Jan – 31 Mar 2025");
    }

    [Fact]
    public async Task Places_keep_the_figure_and_without_turns_round_what_was_only()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("time in stage last quarter");
        await bot.SaysAsync("for inbound deals");
        bot.Sees("source Inbound");
        Assert.Equal("time_in_stage.typical", (string?)(await bot.SaysAsync("make it partner instead")).Reply!.Data!["measure"]);
        await bot.SaysAsync("win rate for renewals last quarter");
        await bot.SaysAsync("without renewals");
        bot.Sees("Win rate, deal type not Renewal, closed 1 Jan – 31 Mar 2025");
    }
}
