using RevBot.Testing;

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

    [Theory]
    [InlineData("how many leads this quarter?", "There are no leads here yet: import them with revbot import leads FILE.csv.")]
    [InlineData("lead response time last month", "There are no leads here yet: import them with revbot import leads FILE.csv.")]
    [InlineData("what's our CAC?", "I can't compute Customer acquisition cost yet: import what was spent (revbot import spend FILE.csv, with month, category sales or marketing, amount and currency).")]
    [InlineData("net revenue retention", "I can't compute Net revenue retention yet: import what customers pay (revbot import revenue FILE.csv, with customer, month, MRR and, where known, gross margin).")]
    [InlineData("quota attainment", "There is no quota in that period.")]
    [InlineData("pipeline coverage for EMEA team", "There is no quota for EMEA in that period.")]
    [InlineData("submitted forecast this quarter", "There is no submission in that period.")]
    public async Task A_measure_without_data_says_what_is_missing(string text, string said)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync(text);
        Assert.Contains(said, bot.LastText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pipeline of Leo Gone", 9_000)]
    [InlineData("leo's open pipeline", 9_000)]
    [InlineData("won amount by owner this year", 4_000)]
    public async Task Who_has_left_still_has_a_record(string text, int figure)
    {
        await using var bot = AskBot.Start(pipeline: Odd());
        Assert.Equal(figure, (decimal)(await bot.SaysAsync(text)).Reply!.Data!["value"]!);
        Assert.Contains("Leo Gone", bot.LastText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pipeline for the Galactic segment", "“galactic”")]
    [InlineData("win rate for Gigantic customers by owner", "“gigantic”")]
    [InlineData("open deals in the segment Zebra", "“zebra”")]
    public async Task An_unknown_segment_is_asked_back_or_refused_by_its_name(string text, string named)
    {
        await using var bot = AskBot.Start();
        Assert.Contains((string?)(await bot.SaysAsync(text)).Reply!.Data!["outcome"], (string[])["refused", "clarify"]);
        Assert.Contains(named, bot.LastText, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_team_in_which_nobody_is_has_nothing()
    {
        await using var bot = AskBot.Start(pipeline: Odd());
        Assert.Equal(0, (decimal)(await bot.SaysAsync("how many open deals does AMER team have")).Reply!.Data!["value"]!);
        Assert.Contains("There are no open deals with these filters.", await SaidAsync(bot, "open pipeline of AMER team"), StringComparison.Ordinal);
        Assert.Contains("with these filters", await SaidAsync(bot, "win rate of AMER team"), StringComparison.Ordinal);
        Assert.Contains("with these filters", await SaidAsync(bot, "hygiene score of AMER team"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_rate_is_left_out_and_said()
    {
        await using var bot = AskBot.Start(pipeline: Odd());
        var data = (await bot.SaysAsync("open pipeline by owner")).Reply!.Data!;
        Assert.Equal(9_000, (decimal)data["value"]!);
        Assert.Equal("no rate from CHF to USD", (string?)data["excluded"]![0]!["reason"]);
        Assert.Contains("left out: 1 deal with no rate from CHF to USD", bot.LastText, StringComparison.Ordinal);
        Assert.Contains("CHF", await SaidAsync(bot, "open pipeline in CHF"), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", await SaidAsync(bot, "velocity this year"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_nothing_at_all_every_metric_says_so()
    {
        await using var bot = AskBot.Start(pipeline: new APipeline().Person("dana", "Dana Reyes", "EMEA"));
        foreach (var metric in AskCompany.Catalog.Metrics)
        {
            foreach (var question in new[] { metric.Title, $"{metric.Title} by owner", $"{metric.Title} last quarter vs the quarter before" })
            {
                var reply = (await bot.SaysAsync(question)).Reply;
                Assert.NotNull(reply);
                Assert.False(string.IsNullOrWhiteSpace(bot.LastText), question);
                Assert.True(bot.LastText.Length < 1_500, bot.LastText);
                Assert.DoesNotContain("NaN", bot.LastText, StringComparison.Ordinal);
            }
        }
    }

    private static async Task<string> SaidAsync(TestBot bot, string text)
    {
        await bot.SaysAsync(text);
        return bot.LastText;
    }

    /// <summary>Somebody has left, a team is empty, and a deal is in a currency nobody gave a rate for.</summary>
    private static APipeline Odd() => new APipeline()
        .Person("dana", "Dana Reyes", "EMEA")
        .Person("leo", "Leo Gone", "EMEA", active: false)
        .Deal("D-1", "Open", "2025-03-03", owner: "leo", amount: 9_000m, closeDate: "2025-06-20")
        .Deal("D-2", "In francs", "2025-03-03", owner: "dana", amount: 7_000m, closeDate: "2025-06-20", currency: "CHF")
        .Deal("D-3", "Won", "2025-02-03", owner: "leo", amount: 4_000m, then: story => story.Wins("2025-03-03"));
}
