using RevBot.Intents.Definitions;
using RevBot.Pipeline.Catalog;

namespace RevBot.Intents.Tests.Ask;

public sealed class DefinitionConversations
{
    [Theory]
    [InlineData("what do we mean by SQL?", "SQL", "A sales qualified lead")]
    [InlineData("define MQL", "MQL", "It asked for a demo.")]
    [InlineData("whats a SAL", "SAL", "A sales accepted lead")]
    [InlineData("remind me what counts as a raw lead", "raw lead", "showed interest")]
    [InlineData("tell me the meaning of SQL again, I always forget", "SQL", "A sales qualified lead")]
    [InlineData("definiton of win rate pls", "Win rate", "share of closed deals that were won")]
    [InlineData("who owns win rate?", "Win rate", "Owner:")]
    [InlineData("what's the formula for sales cycle", "Sales cycle", "median")]
    [InlineData("how is sales velocity calculated?", "Sales velocity", "÷")]
    [InlineData("what does sales accepted lead mean here?", "SAL", "A sales accepted lead")]
    [InlineData("what do we mean by wni rate?", "Win rate", "share of closed deals that were won")]
    public async Task A_word_is_told_with_its_meaning(string text, string term, string seen)
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal(DefineTermIntent.Name, (string?)data["intent"]);
        Assert.Equal(term, (string?)data["term"], ignoreCase: true);
        bot.Sees(seen);
    }

    [Fact]
    public async Task A_meaning_that_changed_is_told_as_it_held_then_and_what_it_is_now()
    {
        await using var bot = AskBot.Start();
        var then = (await bot.SaysAsync("what did MQL mean in January?")).Reply!.Data!;
        Assert.Equal("2025-01-31", (string?)then["at"]);
        bot.Sees("MQL on 31 Jan 2025");
        bot.Sees("showed enough interest");
        bot.Sees("Since 1 Apr 2025 it means: It asked for a demo.");
        await bot.SaysAsync("what does MQL mean?");
        bot.Sees("It asked for a demo.");
        bot.Sees("since 1 Apr 2025");
    }

    [Fact]
    public async Task Two_words_are_told_apart()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("what's the difference between a SAL and an SQL?");
        bot.Sees("A sales accepted lead");
        bot.Sees("A sales qualified lead");
    }

    [Fact]
    public async Task A_word_nobody_wrote_down_is_said_and_numbers_are_still_numbers()
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync("what do we mean by flumph?")).Reply!.Data!;
        Assert.Equal("refused", (string?)data["outcome"]);
        bot.Sees("Nobody has written down what “flumph” means here.");
        Assert.Equal("win_rate.count", (string?)(await bot.SaysAsync("what's our win rate?")).Reply!.Data!["measure"]);
    }

    [Theory]
    [InlineData("what can you measure?")]
    [InlineData("Which metrics do you have?")]
    [InlineData("show me every KPI you know")]
    [InlineData("what numbers can I ask you for?")]
    [InlineData("list all metrics")]
    public async Task Everything_that_can_be_measured_is_listed(string text)
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal(ListMetricsIntent.Name, (string?)data["intent"]);
        Assert.Equal(new MetricCatalog().Metrics.Select(metric => metric.Id), data["metrics"]!.AsArray().Select(metric => (string?)metric!["id"]));
        bot.Sees("Win rate by value");
    }
}
