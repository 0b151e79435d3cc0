namespace RevBot.Intents.Tests.Ask;

/// <summary>Which capability takes a sentence: a word explained, help, one deal, or what is asked back.</summary>
public sealed class WhoTakesItConversations
{
    [Theory]
    [InlineData("win rate, who owns that definition")]
    [InlineData("sales cycle - who is responsible for it?")]
    [InlineData("SQL, whose definition is that")]
    [InlineData("hygiene score. who maintains it?")]
    [InlineData("what do we call time in stage")]
    [InlineData("win rate.. how is win rate worked out?")]
    [InlineData("MQL?? what does MQL mean")]
    [InlineData("what's covered by pipeline coverage")]
    public async Task A_word_is_explained(string text)
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal("define-term", (string?)data["intent"]);
        Assert.Equal("answered", (string?)data["outcome"]);
    }

    [Theory]
    [InlineData("I'm lost, help please")]
    [InlineData("i'm a bit confused")]
    [InlineData("we're stuck here, can you help?")]
    [InlineData("what am I supposed to type here")]
    public async Task Who_is_lost_is_helped(string text)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync(text);
        bot.Sees("Here is what I can do");
    }

    [Theory]
    [InlineData("deals")]
    [InlineData("deals pls")]
    [InlineData("numbers please")]
    [InlineData("the deals from February")]
    [InlineData("deals of last month")]
    [InlineData("conversion rate by source")]
    public async Task What_may_mean_several_things_is_asked_back(string text)
    {
        await using var bot = AskBot.Start();
        Assert.Equal("clarify", (string?)(await bot.SaysAsync(text)).Reply!.Data!["outcome"]);
    }

    [Theory]
    [InlineData("at which stage did we lose the most deals this quarter?", "Deals lost by stage")]
    [InlineData("bookings this year two ways: segment and source", "Won amount by segment and source")]
    [InlineData("put together my open deals", "Open deals")]
    public async Task A_figure_is_told(string text, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync(text, "priya");
        bot.Sees(reading);
    }

    [Theory]
    [InlineData("open pipeline, weighted pipeline", "Open pipeline", "Weighted pipeline")]
    [InlineData("won amount last month, won amount this month", "closed 1 Apr – 30 Apr 2025", "closed 1 May – 14 May 2025")]
    [InlineData("hygiene by source, then overdue deals by source", "Hygiene score by source", "Open deals by source")]
    [InlineData("how many deals are overdue? And how many deals have no next step?", "until 13 May 2025", "no next step")]
    [InlineData("won amount in April please. And in February?", "closed 1 Apr – 30 Apr 2025", "closed 1 Feb – 28 Feb 2025")]
    [InlineData("top 2 sources by won amount this year. also top 2 loss reasons this year", "Won amount by source", "Deals lost by loss reason")]
    public async Task Two_that_are_asked_in_a_row_are_both_told(string text, string first, string second)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync(text);
        bot.Sees(first);
        bot.Sees(second);
    }
}
