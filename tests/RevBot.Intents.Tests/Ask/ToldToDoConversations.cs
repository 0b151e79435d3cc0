namespace RevBot.Intents.Tests.Ask;

/// <summary>What somebody tells to be done with an answer, in whatever words: set against other days, limited, put in order, cut short, made whole again.</summary>
public sealed class ToldToDoConversations
{
    private const string Won = "Won amount by source, closed 1 Apr – 14 May 2025";

    [Theory]
    [InlineData("set that against last quarter")]
    [InlineData("put it next to last quarter, please")]
    [InlineData("can you hold this up against last quarter?")]
    [InlineData("how does that stack up against last quarter")]
    [InlineData("is that better than last quarter?")]
    [InlineData("add last quarter for comparison")]
    [InlineData("with last quarter side by side")]
    [InlineData("vs previous")]
    [InlineData("vs quarter before")]
    public async Task An_answer_is_set_against_other_days(string said) => await SeesAsync(said, Won + ", compared with 1 Jan – 31 Mar 2025");

    [Theory]
    [InlineData("limit it to EMEA", "region EMEA")]
    [InlineData("zoom in on EMEA", "region EMEA")]
    [InlineData("the EMEA part", "region EMEA")]
    [InlineData("filter by region EMEA", "region EMEA")]
    [InlineData("drop the EMEA ones", "region not EMEA")]
    [InlineData("cut out EMEA", "region not EMEA")]
    [InlineData("take EMEA out of it", "region not EMEA")]
    public async Task Some_of_it_is_told(string said, string filter) => await SeesAsync(said, $"Won amount by source, {filter}, closed 1 Apr – 14 May 2025");

    [Theory]
    [InlineData("sorted highest to lowest", "highest first")]
    [InlineData("can you sort it", "highest first")]
    [InlineData("put the worst first", "lowest first")]
    [InlineData("in ascending order", "lowest first")]
    [InlineData("flip it", "lowest first")]
    [InlineData("arrange from the biggest", "highest first")]
    [InlineData("limit it to 2", "top 2")]
    [InlineData("make it bottom 2", "bottom 2")]
    [InlineData("the top source?", "highest")]
    public async Task It_is_put_in_order(string said, string order) => await SeesAsync(said, $"Won amount by source, closed 1 Apr – 14 May 2025, {order}");

    [Theory]
    [InlineData("region wise")]
    [InlineData("put it by region")]
    [InlineData("at region level")]
    [InlineData("regions?")]
    [InlineData("don't split by source, by region")]
    public async Task It_is_split_another_way(string said) => await SeesAsync(said, "Won amount by region, closed 1 Apr – 14 May 2025");

    [Theory]
    [InlineData("change it to last quarter")]
    [InlineData("rerun for last quarter")]
    [InlineData("do the same for last quarter")]
    [InlineData("shift it to last quarter")]
    [InlineData("previous one?")]
    [InlineData("the quarter before")]
    public async Task It_is_told_of_other_days(string said) => await SeesAsync(said, "Won amount by source, closed 1 Jan – 31 Mar 2025");

    [Theory]
    [InlineData("as one number")]
    [InlineData("don't split it")]
    [InlineData("all together")]
    public async Task It_is_told_in_one(string said) => await SeesAsync(said, "Won amount, closed 1 Apr – 14 May 2025");

    [Theory]
    [InlineData("drop the small ones")]
    [InlineData("only the big deals")]
    public async Task How_big_is_big_is_asked(string said)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("open pipeline in EMEA");
        Assert.Equal("clarify", (string?)(await bot.SaysAsync(said)).Reply!.Data!["outcome"]);
        await bot.SaysAsync("only deals over $50,000");
        bot.Sees("Open pipeline, region EMEA, over $50,000");
    }

    [Fact]
    public async Task One_step_leads_back_and_a_limit_is_lifted()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("won amount this quarter by source");
        await bot.SaysAsync("only EMEA");
        await bot.SaysAsync("top 1");
        bot.Sees("Won amount by source, region EMEA, closed 1 Apr – 14 May 2025, highest");
        await bot.SaysAsync("show all of them");
        bot.Sees("Won amount by source, region EMEA, closed 1 Apr – 14 May 2025, highest first");
        await bot.SaysAsync("only AMER");
        await bot.SaysAsync("undo that");
        bot.Sees("Won amount by source, region EMEA, closed 1 Apr – 14 May 2025, highest first");
        await bot.SaysAsync("company-wide");
        bot.Sees("Won amount by source, closed 1 Apr – 14 May 2025, highest first");
    }

    [Fact]
    public async Task What_is_open_is_weighted_and_back()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("open pipeline in EMEA");
        await bot.SaysAsync("weight it");
        bot.Sees("Weighted pipeline, region EMEA");
        await bot.SaysAsync("unweighted");
        bot.Sees("Open pipeline, region EMEA");
        await bot.SaysAsync("which are they?");
        bot.Sees("Open deals, region EMEA");
    }

    private static async Task SeesAsync(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("won amount this quarter by source");
        await bot.SaysAsync(said);
        bot.Sees(reading);
    }
}
