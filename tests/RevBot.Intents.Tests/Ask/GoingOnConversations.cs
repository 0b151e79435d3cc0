using RevBot.Intents.Definitions;

namespace RevBot.Intents.Tests.Ask;

/// <summary>What is said behind an answer in a few words: another period by its place, the deals themselves, which of them, another word.</summary>
public sealed class GoingOnConversations
{
    [Theory]
    [InlineData("won amount in Q3 2024", "and the quarter after?", "Won amount, closed 1 Oct – 31 Dec 2024")]
    [InlineData("won amount in Q3 2024", "the following one", "Won amount, closed 1 Oct – 31 Dec 2024")]
    [InlineData("deals created in March", "and the month after that", "Deals created, created 1 Apr – 30 Apr 2025")]
    [InlineData("deals lost last month", "n this one?", "Deals lost, closed 1 May – 14 May 2025")]
    [InlineData("won amount last quarter", "how about the current one", "Won amount, closed 1 Apr – 14 May 2025")]
    [InlineData("won amount last quarter", "and the next?", "Won amount, closed 1 Apr – 14 May 2025")]
    [InlineData("won amount", "and the one before?", "Won amount, closed 1 Jan – 31 Mar 2025")]
    public async Task A_step_in_time_is_taken_from_the_period_asked_about(string first, string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync(first);
        await bot.SaysAsync(said);
        bot.Sees(reading);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("names?")]
    [InlineData("just list em pls")]
    [InlineData("let me see them")]
    [InlineData("please show the deals")]
    public async Task What_was_summed_is_shown_one_by_one(string said)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how much did we win in EMEA this quarter?");
        await bot.SaysAsync(said);
        bot.Sees("Deals won, region EMEA, closed 1 Apr – 14 May 2025");
    }

    [Theory]
    [InlineData("only deals over 20k", "Lost amount by owner, over $20,000, closed 1 Jan – 14 May 2025")]
    [InlineData("just the ones in EMEA", "Lost amount by owner, region EMEA, closed 1 Jan – 14 May 2025")]
    [InlineData("now only opportunities from partners", "Lost amount by owner, source Partner, closed 1 Jan – 14 May 2025")]
    public async Task Which_deals_count_changes_nothing_else(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("lost amount by owner this year");
        await bot.SaysAsync(said);
        bot.Sees(reading);
    }

    [Fact]
    public async Task The_same_for_another_takes_its_place_even_with_also()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("open pipeline in EMEA by segment");
        await bot.SaysAsync("and the same for AMER also");
        bot.Sees("Open pipeline by segment, region AMER");
        await bot.SaysAsync("EMEA too");
        bot.Sees("Open pipeline by segment, region AMER or EMEA");
    }

    [Theory]
    [InlineData("and SAL?", "SAL")]
    [InlineData("what about MQL", "MQL")]
    [InlineData("n a raw lead?", "raw lead")]
    [InlineData("and sales velocity", "Sales velocity")]
    public async Task Behind_a_word_that_was_explained_another_is_explained(string said, string term)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("what do we mean by SQL?");
        var data = (await bot.SaysAsync(said)).Reply!.Data!;
        Assert.Equal(DefineTermIntent.Name, (string?)data["intent"]);
        Assert.Equal(term, (string?)data["term"], ignoreCase: true);
    }

    [Fact]
    public async Task Once_a_number_was_asked_a_word_is_a_number_again()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("what do we mean by SQL?");
        await bot.SaysAsync("won amount this quarter");
        Assert.Equal("win_rate.count", (string?)(await bot.SaysAsync("and win rate?")).Reply!.Data!["measure"]);
    }
}
