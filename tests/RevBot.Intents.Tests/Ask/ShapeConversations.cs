namespace RevBot.Intents.Tests.Ask;

/// <summary>An answer's form and filters, changed in one breath: one part for another, all but what was told, each for itself, in another order.</summary>
public sealed class ShapeConversations
{
    private const string Open = "Open pipeline, source Partner or Event";

    [Theory]
    [InlineData("everything except those two", "Open pipeline, source not Partner or Event")]
    [InlineData("all but these", "Open pipeline, source not Partner or Event")]
    [InlineData("the rest", "Open pipeline, source not Partner or Event")]
    [InlineData("and the other sources?", "Open pipeline, source not Partner or Event")]
    [InlineData("everyone else", "Open pipeline, source not Partner or Event")]
    [InlineData("the rest of them, so not Partner", "Open pipeline, source Event")]
    [InlineData("each separately", Open + " by source")]
    [InlineData("one row for each", Open + " by source")]
    [InlineData("split the two", Open + " by source")]
    [InlineData("individually please", Open + " by source")]
    [InlineData("swap partner for inbound", "Open pipeline, source Inbound or Event")]
    [InlineData("partner out, inbound in", "Open pipeline, source Inbound or Event")]
    [InlineData("replace event with outbound", "Open pipeline, source Partner or Outbound")]
    [InlineData("change event to outbound", "Open pipeline, source Partner or Outbound")]
    [InlineData("does it differ across regions", "Open pipeline by region, source Partner or Event")]
    public async Task What_is_told_takes_another_scope(string said, string reading) =>
        await SeesAsync(reading.Replace(Open + " by source", "Open pipeline by source, source Partner or Event", StringComparison.Ordinal), "open pipeline from partner and event", said);

    [Theory]
    [InlineData("swap Q1 for Q4 2024", "Won amount by source, closed 1 Apr – 14 May 2025, compared with 1 Oct – 31 Dec 2024")]
    [InlineData("without the comparison but per rep", "Won amount by owner, closed 1 Apr – 14 May 2025")]
    [InlineData("by team instead, no comparison", "Won amount by team, closed 1 Apr – 14 May 2025")]
    [InlineData("stop comparing, show the top 2", "Won amount by source, closed 1 Apr – 14 May 2025, top 2")]
    [InlineData("forget Q1", "Won amount by source, closed 1 Apr – 14 May 2025")]
    [InlineData("source out, region in", "Won amount by region, closed 1 Apr – 14 May 2025, compared with 1 Jan – 31 Mar 2025")]
    public async Task Several_things_are_done_one_after_the_other(string said, string reading) => await SeesAsync(reading, "won amount this quarter vs Q1 by source", said);

    [Theory]
    [InlineData("any amount again", "Open deals, not touched since 14 Apr 2025")]
    [InlineData("whatever the size", "Open deals, not touched since 14 Apr 2025")]
    [InlineData("ignore the amount", "Open deals, not touched since 14 Apr 2025")]
    [InlineData("no matter when they were touched", "Open deals, over $20,000")]
    [InlineData("lower it to 15k", "Open deals, over $15,000, not touched since 14 Apr 2025")]
    [InlineData("raise the bar to 40k", "Open deals, over $40,000, not touched since 14 Apr 2025")]
    public async Task A_bound_is_let_go_or_moved(string said, string reading) => await SeesAsync(reading, "open deals over 20k not touched in 30 days, how many", said);

    [Theory]
    [InlineData("rank by number of deals instead", "Deals won by owner, closed 1 Jan – 31 Mar 2025, top 3")]
    [InlineData("sort by count", "Deals won by owner, closed 1 Jan – 31 Mar 2025, top 3")]
    [InlineData("rank by win rate", "Win rate by owner, closed 1 Jan – 31 Mar 2025, top 3")]
    [InlineData("by average deal size", "Average deal size by owner, closed 1 Jan – 31 Mar 2025, top 3")]
    [InlineData("worst on top", "Won amount by owner, closed 1 Jan – 31 Mar 2025, lowest first")]
    [InlineData("turn it round, lowest first", "Won amount by owner, closed 1 Jan – 31 Mar 2025, lowest first")]
    public async Task The_same_rows_are_told_by_another_number_or_in_another_order(string said, string reading) => await SeesAsync(reading, "top three reps by won amount in Q1", said);

    [Theory]
    [InlineData("oldest first", "Age of open deals, region EMEA, over $20,000, oldest first")]
    [InlineData("which is oldest?", "Age of open deals, region EMEA, over $20,000, oldest first, 1 at most")]
    [InlineData("the newest three", "Age of open deals, region EMEA, over $20,000, newest first, 3 at most")]
    [InlineData("sort by close date", "Open deals, region EMEA, over $20,000")]
    [InlineData("which one is closing first?", "Open deals, region EMEA, over $20,000, soonest to close first, 1 at most")]
    [InlineData("just the biggest one", "Open deals, region EMEA, over $20,000, top 1 by amount")]
    [InlineData("what do these come to", "Open pipeline, region EMEA, over $20,000")]
    public async Task Deals_that_are_listed_are_put_in_order_cut_short_and_summed(string said, string reading) => await SeesAsync(reading, "open deals in EMEA over 20k", said);

    [Theory]
    [InlineData("the first one's win rate this year", "Win rate, owner Priya Nair, closed 1 Jan – 14 May 2025")]
    [InlineData("the first one: which deals?", "Deals won, owner Priya Nair, closed 1 Jan – 31 Mar 2025")]
    [InlineData("how much does number one have open?", "Open pipeline, owner Priya Nair")]
    [InlineData("list the deals of the 1st one", "Deals won, owner Priya Nair, closed 1 Jan – 31 Mar 2025")]
    [InlineData("just the first one", "Won amount by owner, closed 1 Jan – 31 Mar 2025, highest first")]
    public async Task A_row_is_pointed_at(string said, string reading)
    {
        await using var bot = AskBot.Start();
        var rows = (await bot.SaysAsync("rank the reps by won amount in Q1")).Reply!.Data!["rows"]!.AsArray();
        var first = (string)rows[0]!["owner"]!;
        Assert.Equal(reading.Replace("Priya Nair", first, StringComparison.Ordinal), (string?)(await bot.SaysAsync(said)).Reply!.Data!["reading"]);
    }

    [Fact]
    public async Task A_row_of_no_rows_is_asked_for_and_never_passed_over()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("win rate in Q1");
        Assert.Equal("refused", (string?)(await bot.SaysAsync("the first one's average deal?")).Reply!.Data!["outcome"]);
    }

    [Fact]
    public async Task A_deal_of_a_list_is_pointed_at()
    {
        await using var bot = AskBot.Start();
        var rows = (await bot.SaysAsync("open deals in EMEA over 20k")).Reply!.Data!["rows"]!.AsArray();
        await bot.SaysAsync("who owns the second one?");
        bot.Sees((string)rows[1]!["owner"]!);
    }

    [Theory]
    [InlineData("and which deals are in EMEA?", "Deals won, region EMEA, closed 1 Jan – 31 Mar 2025")]
    [InlineData("but only deals over 20k", "Won amount by region, over $20,000, closed 1 Jan – 31 Mar 2025")]
    [InlineData("cross it with segment", "Won amount by region and segment, closed 1 Jan – 31 Mar 2025")]
    [InlineData("in one figure", "Won amount, closed 1 Jan – 31 Mar 2025")]
    public async Task An_answer_takes_another_form(string said, string reading) => await SeesAsync(reading, "won amount by region in Q1", said);

    [Theory]
    [InlineData("next 3 deals to close", "Open deals, soonest to close first, 3 at most")]
    [InlineData("the last 5 deals won", "Deals won, closed 1 Apr – 14 May 2025, newest first, 5 at most")]
    [InlineData("deals won this quarter by close date", "Deals won, closed 1 Apr – 14 May 2025, oldest first")]
    public async Task Deals_are_listed_by_their_days(string said, string reading) => await SeesAsync(reading, said);

    [Theory]
    [InlineData("who's dragging it down?", "Win rate by owner, closed 1 Jan – 31 Mar 2025, lowest first")]
    [InlineData("which region is pulling us down", "Win rate by region, closed 1 Jan – 31 Mar 2025, lowest first")]
    [InlineData("who's propping it up", "Win rate by owner, closed 1 Jan – 31 Mar 2025, highest first")]
    [InlineData("by value would be better", "Win rate by value, closed 1 Jan – 31 Mar 2025")]
    public async Task What_moves_a_number_is_asked_by_its_ends(string said, string reading) => await SeesAsync(reading, "win rate in Q1", said);

    [Theory]
    [InlineData("how many did we win? lose?", 2)]
    [InlineData("mean and p90 sales cycle", 2)]
    [InlineData("average and median cycle for renewals", 2)]
    public async Task Both_of_what_is_asked_in_a_breath_are_told(string said, int answers)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(answers, (await bot.SaysAsync(said)).Reply!.Data!["answers"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_was_left_out_is_put_in_again()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("open pipeline by region");
        await bot.SaysAsync("minus APAC");
        bot.Sees("Open pipeline by region, region not APAC");
        await bot.SaysAsync("put APAC back in");
        bot.Sees("Open pipeline by region");
    }

    [Fact]
    public async Task What_became_of_the_deals_is_asked_in_one_word()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how many deals did we win in Q1?");
        await bot.SaysAsync("lost?");
        bot.Sees("Deals lost, closed 1 Jan – 31 Mar 2025");
    }

    private static async Task SeesAsync(string reading, params string[] said)
    {
        await using var bot = AskBot.Start();
        foreach (var sentence in said[..^1])
        {
            await bot.SaysAsync(sentence);
        }

        Assert.Equal(reading, (string?)(await bot.SaysAsync(said[^1])).Reply!.Data!["reading"]);
    }
}
