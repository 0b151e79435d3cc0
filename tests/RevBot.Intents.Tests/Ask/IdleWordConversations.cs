namespace RevBot.Intents.Tests.Ask;

/// <summary>Words of everyday English that say nothing of the deals, and words that might.</summary>
public sealed class IdleWordConversations
{
    [Theory]
    [InlineData("could you inform me about the bookings last quarter", "Won amount, closed 1 Jan – 31 Mar 2025")]
    [InlineData("For the territory redraw, open pipeline by region would be lovely", "Open pipeline by region")]
    [InlineData("pls ascertain the win rate of last quarter", "Win rate, closed 1 Jan – 31 Mar 2025")]
    [InlineData("the bookings of last quarter, enumerated by region", "Won amount by region, closed 1 Jan – 31 Mar 2025")]
    [InlineData("do tell, at a guesstimate or verbatim, the open pipeline in EMEA", "Open pipeline, region EMEA")]
    public async Task What_could_not_narrow_a_question_stands_in_the_way_of_none(string question, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync(question);
        bot.Sees(reading);
    }

    [Theory]
    [InlineData("open pipeline from breakfast")]
    [InlineData("win rate of spreadsheet deals last quarter")]
    [InlineData("bookings without the treadmills last quarter")]
    [InlineData("open deals in rehearsal")]
    public async Task What_may_name_some_of_the_deals_is_asked_about_and_never_left_out(string question)
    {
        await using var bot = AskBot.Start();
        Assert.Contains((string?)(await bot.SaysAsync(question)).Reply!.Data!["outcome"], (string[])["refused", "clarify"]);
    }
}
