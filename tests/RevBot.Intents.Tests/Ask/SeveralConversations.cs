using System.Text.Json.Nodes;
using RevBot.Intents.Several;

namespace RevBot.Intents.Tests.Ask;

public sealed class SeveralConversations
{
    [Theory]
    [InlineData("How much did we win last quarter? And what's the open pipeline?", "bookings.won_amount", "pipeline.open_amount")]
    [InlineData("1) number of open deals 2) weighted pipeline 3) how many deals did we win this quarter", "pipeline.open_count", "pipeline.weighted_amount", "bookings.won_count")]
    [InlineData("win rate by source; average deal size in 2024", "win_rate.count", "deals.average_won")]
    [InlineData("Hi! What's our win rate? Then list the open deals with no next step.", "win_rate.count", "pipeline.open_count")]
    [InlineData("open pipeline in EMEA? open pipeline in AMER?", "pipeline.open_amount", "pipeline.open_amount")]
    [InlineData("how many deals did we win last quarter? how much did we win last quarter?", "bookings.won_count", "bookings.won_amount")]
    [InlineData("win rate by source\nopen pipeline by stage", "win_rate.count", "pipeline.open_amount")]
    [InlineData("who won the most this year and which source has the best win rate?", "bookings.won_amount", "win_rate.count")]
    [InlineData("What's our win rate last quarter? By source?  And how many deals are open?", "win_rate.count", "win_rate.count", "pipeline.open_count")]
    public async Task Several_questions_are_answered_one_after_the_other_in_one_reply(string text, params string[] measures)
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal(SeveralIntent.Name, (string?)data["intent"]);
        Assert.Equal(measures, data["answers"]!.AsArray().Select(answer => (string?)answer!["measure"]));
    }

    [Theory]
    [InlineData("win rate and average deal size for EMEA last quarter", "Win rate, region EMEA, closed 1 Jan – 31 Mar 2025", "Average deal size, region EMEA, closed 1 Jan – 31 Mar 2025")]
    [InlineData("compare EMEA and AMER on win rate and sales cycle", "Win rate by region, region EMEA or AMER, closed 14 May 2024 – 14 May 2025", "Sales cycle by region, region EMEA or AMER, closed 14 May 2024 – 14 May 2025")]
    [InlineData("how many deals did we win and lose last quarter", "Deals won, closed 1 Jan – 31 Mar 2025", "Deals lost, closed 1 Jan – 31 Mar 2025")]
    [InlineData("number and value of open deals in EMEA", "Open deals, region EMEA", "Open pipeline, region EMEA")]
    [InlineData("best and worst source by win rate in 2024", "Win rate by source, closed 1 Jan – 31 Dec 2024, highest first", "Win rate by source, closed 1 Jan – 31 Dec 2024, lowest first")]
    [InlineData("bookings for Priya and bookings for Tomas in 2024", "Won amount, owner Priya Nair, closed 1 Jan – 31 Dec 2024", "Won amount, owner Tomas Berg, closed 1 Jan – 31 Dec 2024")]
    [InlineData("bookings last quarter / weighted pipeline", "Won amount, closed 1 Jan – 31 Mar 2025", "Weighted pipeline")]
    [InlineData("win rate by source and sales cycle by source, for EMEA", "Win rate by source, region EMEA, closed 14 May 2024 – 14 May 2025", "Sales cycle by source, region EMEA, closed 14 May 2024 – 14 May 2025")]
    [InlineData("EMEA pipeline and AMER bookings last quarter", "Open pipeline, region EMEA", "Won amount, region AMER, closed 1 Jan – 31 Mar 2025")]
    [InlineData("Which owner has the most pipeline? And the least?", "Open pipeline by owner, highest first", "Open pipeline by owner, lowest first")]
    [InlineData("What do we mean by win rate? And what is it this quarter?", "Definition of Win rate", "Win rate, closed 1 Apr – 14 May 2025")]
    [InlineData("bookings last month and deals lost last month", "Won amount, closed 1 Apr – 30 Apr 2025", "Deals lost, closed 1 Apr – 30 Apr 2025")]
    [InlineData("who won the most last quarter? who won the least last quarter?", "Won amount by owner, closed 1 Jan – 31 Mar 2025, highest first", "Won amount by owner, closed 1 Jan – 31 Mar 2025, lowest first")]
    [InlineData("which rep booked the most last quarter? which source booked the most last quarter?", "Won amount by owner, closed 1 Jan – 31 Mar 2025, highest first", "Won amount by source, closed 1 Jan – 31 Mar 2025, highest first")]
    [InlineData("how much did we win last month? and how much did we lose?", "Won amount, closed 1 Apr – 30 Apr 2025", "Lost amount, closed 1 Apr – 30 Apr 2025")]
    [InlineData("how many deals did we win last month and what were they worth", "Deals won, closed 1 Apr – 30 Apr 2025", "Won amount, closed 1 Apr – 30 Apr 2025")]
    [InlineData("what's the open pipeline in EMEA, and how many deals is that in EMEA?", "Open pipeline, region EMEA", "Open deals, region EMEA")]
    [InlineData("median cycle? and average won deal? both for EMEA", "Sales cycle, region EMEA, closed 14 May 2024 – 14 May 2025", "Average deal size, region EMEA, closed 14 May 2024 – 14 May 2025")]
    [InlineData("1) open pipeline EMEA 2) bookings EMEA this month", "Open pipeline, region EMEA", "Won amount, region EMEA, closed 1 May – 14 May 2025")]
    [InlineData("open deals: how many and how much", "Open deals", "Open pipeline")]
    [InlineData("number of open deals, their median age and their average size", "Open deals", "Age of open deals", "Average open deal")]
    [InlineData("how many open deals have no next step and how many have no close date", "Open deals, no next step", "Open deals, no close date")]
    [InlineData("Pls send: open pipeline by stage, win rate by source last quarter, deals lost last quarter", "Open pipeline by stage", "Win rate by source, closed 1 Jan – 31 Mar 2025", "Deals lost, closed 1 Jan – 31 Mar 2025")]
    [InlineData("Two things: bookings last month by region, and the top 3 loss reasons last month", "Won amount by region, closed 1 Apr – 30 Apr 2025", "Deals lost by loss reason, closed 1 Apr – 30 Apr 2025, top 3")]
    [InlineData("how much is in our pipeline, and which deals close next week?", "Open pipeline", "Open deals, closing 19 May – 25 May 2025")]
    [InlineData("open deal count, weighted pipeline", "Open deals", "Weighted pipeline")]
    public async Task What_is_asked_in_a_row_is_answered_in_a_row_with_what_all_of_it_shares(string text, params string[] readings)
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal(readings, data["answers"]!.AsArray().Select(answer => (string?)answer!["reading"]));
    }

    [Theory]
    [InlineData("open deals in Proposal and Negotiation over 20k", "Open deals, stage Proposal or Negotiation, over $20,000")]
    [InlineData("open pipeline by source and segment for EMEA and APAC", "Open pipeline by source and segment, region EMEA or APAC")]
    [InlineData("deals created in Q1 2024 and won in Q2 2024", "Deals won, created 1 Jan – 31 Mar 2024, closed 1 Apr – 30 Jun 2024")]
    [InlineData("win rate last quarter and how does it compare to the one before", "Win rate, closed 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024")]
    [InlineData("what did we win last week? show the deals", "Deals won, closed 5 May – 11 May 2025")]
    [InlineData("how did we do on wins last quarter? number of deals", "Deals won, closed 1 Jan – 31 Mar 2025")]
    [InlineData("Who do we keep losing against? Number of lost deals for each competitor, this year", "Deals lost by competitor, closed 1 Jan – 14 May 2025")]
    [InlineData("how many accounts... sorry, how many deals did Priya win in 2024", "Deals won, owner Priya Nair, closed 1 Jan – 31 Dec 2024")]
    [InlineData("deals with no next step and no close date", "Open deals, no next step, no close date")]
    public async Task Parts_of_one_question_are_not_taken_for_two(string text, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(reading, (string?)(await bot.SaysAsync(text)).Reply!.Data!["reading"]);
    }

    [Theory]
    [InlineData("What's our open pipeline? In EMEA.", "pipeline.open_amount")]
    [InlineData("Thanks! And what did we win last month?", "bookings.won_amount")]
    [InlineData("Win rate of EMEA vs. AMER in 2024.", "win_rate.count")]
    [InlineData("open pipeline by stage and by owner", "pipeline.open_amount")]
    [InlineData("What closes in June? How much pipeline is due?", "pipeline.open_amount")]
    [InlineData("Why do we lose? Lost deals by loss reason this year.", "losses.lost_count")]
    [InlineData("Hello. Open pipeline by stage, please!", "pipeline.open_amount")]
    public async Task What_only_looks_like_two_stays_one(string text, string measure)
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal(measure, (string?)data["measure"]);
    }

    [Fact]
    public async Task A_meaning_and_a_number_are_two()
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync("What do we mean by SQL? And how many SQLs did we create last quarter?")).Reply!.Data!;
        Assert.Equal(["define-term", "ask"], data["answers"]!.AsArray().Select(answer => (string?)answer!["intent"]));
    }

    [Theory]
    [InlineData("win rate last quarter, win rate last month", "Win rate, closed 1 Jan – 31 Mar 2025", "Win rate, closed 1 Apr – 30 Apr 2025")]
    [InlineData("Pls: open pipeline, weighted pipeline.", "Open pipeline", "Weighted pipeline")]
    [InlineData("open pipeline by stage, open pipeline by rep", "Open pipeline by stage", "Open pipeline by owner")]
    [InlineData("bookings of March please. And of April?", "Won amount, closed 1 Mar – 31 Mar 2025", "Won amount, closed 1 Apr – 30 Apr 2025")]
    [InlineData("how much did we win in March and how much in April", "Won amount, closed 1 Mar – 31 Mar 2025", "Won amount, closed 1 Apr – 30 Apr 2025")]
    [InlineData("bookings by team last quarter. also top 3 loss reasons last quarter", "Won amount by team, closed 1 Jan – 31 Mar 2025", "Deals lost by loss reason, closed 1 Jan – 31 Mar 2025, top 3")]
    [InlineData("win rate by team last quarter, then overdue deals by rep", "Win rate by team, closed 1 Jan – 31 Mar 2025", "Open deals by owner, closing until 13 May 2025")]
    [InlineData("tell me the bookings of March and after that the pipeline by stage", "Won amount, closed 1 Mar – 31 Mar 2025", "Open pipeline by stage")]
    [InlineData("Two things: how many deals are overdue? And how many deals have no next step?", "Open deals, closing until 13 May 2025", "Open deals, no next step")]
    public async Task Each_of_two_in_one_message_is_answered_for_itself(string text, string first, string second)
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal([first, second], data["answers"]!.AsArray().Select(answer => (string?)answer!["reading"]));
    }

    [Theory]
    [InlineData("price losses: how many last quarter and who had them, by rep", "Deals lost by owner, loss reason Price, closed 1 Jan – 31 Mar 2025")]
    [InlineData("what's the best win rate between our teams last quarter, who has it", "Win rate by team, closed 1 Jan – 31 Mar 2025")]
    public async Task Who_has_what_was_asked_for_is_no_second_question(string text, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.StartsWith(reading, (string?)(await bot.SaysAsync(text)).Reply!.Data!["reading"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_at_the_end_is_said_of_both_halves()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how many deals did we win and how many deals did we lose last quarter?");
        bot.Sees("Deals won, closed 1 Jan – 31 Mar 2025");
        bot.Sees("Deals lost, closed 1 Jan – 31 Mar 2025");
    }

    [Fact]
    public async Task What_follows_goes_on_from_the_last_of_them_and_a_piece_that_is_no_question_is_said()
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync("open pipeline by stage? win rate of Zorbatron? win rate in 2024?")).Reply!.Data!;
        Assert.Equal(["answered", "refused", "answered"], data["answers"]!.AsArray().Select(answer => (string?)answer!["outcome"]));
        await bot.SaysAsync("by source");
        bot.Sees("Win rate by source, closed 1 Jan – 31 Dec 2024");
    }

    [Fact]
    public async Task The_deals_of_each_answer_have_a_button_of_their_own()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how many deals did we win last quarter? how many deals are open?");
        var list = (await bot.ClicksAsync("1. Show the deals")).Reply!.Data!;
        Assert.Equal("bookings.won_count", (string?)list["measure"]);
        Assert.IsType<JsonArray>(list["rows"]);
    }
}
