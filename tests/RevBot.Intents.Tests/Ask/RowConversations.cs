namespace RevBot.Intents.Tests.Ask;

/// <summary>What is said of the rows of an answer, of how it is measured and of the list before it.</summary>
public sealed class RowConversations
{
    [Theory]
    [InlineData("reps, not regions", "Won amount by owner, closed 1 Jan – 31 Mar 2025")]
    [InlineData("Q4 2024, and sources rather than regions", "Won amount by source, closed 1 Oct – 31 Dec 2024")]
    [InlineData("same split for what we lost", "Lost amount by region, closed 1 Jan – 31 Mar 2025")]
    [InlineData("unfold the EMEA row by source", "Won amount by source, region EMEA, closed 1 Jan – 31 Mar 2025")]
    [InlineData("which one trails in that table?", "Won amount by region, closed 1 Jan – 31 Mar 2025, lowest first")]
    [InlineData("which of those is worst?", "Won amount by region, closed 1 Jan – 31 Mar 2025, lowest first")]
    [InlineData("smallest at the bottom", "Won amount by region, closed 1 Jan – 31 Mar 2025, highest first")]
    [InlineData("one sum for all regions will do", "Won amount, closed 1 Jan – 31 Mar 2025")]
    [InlineData("with deal counts", "Deals won by region, closed 1 Jan – 31 Mar 2025")]
    [InlineData("deals rather than dollars for April", "Deals won by region, closed 1 Apr – 30 Apr 2025")]
    [InlineData("April, compared with that", "Won amount by region, closed 1 Apr – 30 Apr 2025, compared with 1 Jan – 31 Mar 2025")]
    [InlineData("new topic: how many deals did we lose in March?", "Deals lost, closed 1 Mar – 31 Mar 2025")]
    public async Task Of_the_rows_of_an_answer(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("won amount by region last quarter");
        Assert.Equal(reading, (string?)(await bot.SaysAsync(said)).Reply!.Data!["reading"]);
    }

    [Theory]
    [InlineData("when are those due?", "Open deals, owner Dana Reyes, over $20,000")]
    [InlineData("when do they close", "Open deals, owner Dana Reyes, over $20,000")]
    [InlineData("scrap the 20k limit", "Open deals, owner Dana Reyes")]
    [InlineData("make that 60k, in Proposal", "Open deals, owner Dana Reyes, over $60,000, stage Proposal")]
    public async Task Of_a_list_nothing_that_was_asked_for_is_lost(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("my open deals over 20k");
        Assert.Equal(reading, (string?)(await bot.SaysAsync(said)).Reply!.Data!["reading"]);
    }

    [Fact]
    public async Task A_list_comes_back_behind_its_average()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("list open deals in EMEA over 20k");
        await bot.SaysAsync("and their average?");
        await bot.SaysAsync("back to the list, but AMER this time");
        bot.Sees("Open deals, region AMER, over $20,000");
    }

    [Theory]
    [InlineData("win rate by source in 2024", "now weigh it by value", "Win rate by value by source, closed 1 Jan – 31 Dec 2024")]
    [InlineData("how much did Priya win since 1 January", "and Tomas, same dates?", "Won amount, owner Tomas Berg, closed 1 Jan – 14 May 2025")]
    [InlineData("how much did Priya win since 1 January", "list her wins", "Deals won, owner Priya Nair, closed 1 Jan – 14 May 2025")]
    [InlineData("how many deals were created in March", "who created the fewest?", "Deals created by owner, created 1 Mar – 31 Mar 2025, lowest first")]
    public async Task Of_how_it_is_measured_and_when(string first, string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync(first);
        Assert.Equal(reading, (string?)(await bot.SaysAsync(said)).Reply!.Data!["reading"]);
    }
}
