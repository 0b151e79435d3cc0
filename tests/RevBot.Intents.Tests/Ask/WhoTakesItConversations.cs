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
}
