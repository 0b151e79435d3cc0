namespace RevBot.Intents.Tests.Ask;

/// <summary>What nobody should ask, asked: each gets a clear, short answer, and nothing is thrown.</summary>
public sealed class WrongThingsConversations
{
    [Theory]
    [InlineData("😀🚀🔥")]
    [InlineData("wie hoch ist unsere Pipeline dieses Quartal?")]
    [InlineData("今四半期の売上はいくらですか")]
    [InlineData("SELECT * FROM deals; DROP TABLE deals; --")]
    [InlineData("<img src=x onerror=alert(1)> {{7*7}} ${jndi:ldap://x}")]
    [InlineData("''\"\"\"\"")]
    [InlineData("bookings in Q5")]
    [InlineData("pipeline for Zorbatron")]
    [InlineData("win rate by shoe size")]
    public async Task Each_is_answered_shortly_and_with_what_can_be_asked(string text)
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Contains((string?)data["outcome"], (string[])["refused", "help", "clarify"]);
        Assert.True(bot.LastText.Length < 1_000, bot.LastText);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("pipeline ")]
    [InlineData("over 50k or ")]
    [InlineData("vs last quarter ")]
    [InlineData("不")]
    public async Task Five_thousand_characters_are_answered_shortly(string piece)
    {
        await using var bot = AskBot.Start();
        Assert.NotNull((await bot.SaysAsync(string.Concat(Enumerable.Repeat(piece, 5_000 / piece.Length)))).Reply);
        Assert.True(bot.LastText.Length < 2_000, bot.LastText);
    }

    [Fact]
    public async Task A_period_before_the_first_deal_has_none_and_says_so()
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync("how many deals did we win in Q1 2015?")).Reply!.Data!;
        Assert.Equal("answered", (string?)data["outcome"]);
        Assert.Equal(0, (decimal)data["value"]!);
        Assert.NotNull((await bot.SaysAsync("win rate in Q1 2015")).Reply!.Data!["noData"]);
    }
}
