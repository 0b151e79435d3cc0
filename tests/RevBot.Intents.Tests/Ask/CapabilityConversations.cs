using Microsoft.Extensions.DependencyInjection;
using RevBot.Conversation.Understanding;
using RevBot.Intents.DealLookup;
using RevBot.Intents.Definitions;
using RevBot.Intents.Leakage;
using RevBot.Intents.Outlook;
using RevBot.Intents.PipelineChanges;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Ask;

/// <summary>Which capability takes a sentence, whatever is said around it, and what may be said on from its card.</summary>
public sealed class CapabilityConversations
{
    [Theory]
    [InlineData("walk me through how the pipeline changed in April", "2025-04-01", null)]
    [InlineData("how has the EMEA pipeline changed this month?", "2025-05-01", "region EMEA")]
    [InlineData("how did Priya's pipeline move last week", "2025-05-05", "owner Priya Nair")]
    [InlineData("how has pipeline in AMER shifted since 1 May", "2025-05-01", "region AMER")]
    [InlineData("Vera wants to know what changed since Monday", "2025-05-12", null)]
    [InlineData("tell me about pipeline changes for the month of April", "2025-04-01", null)]
    public async Task Changes_are_of_whose_pipeline_is_named(string text, string start, string? filter)
    {
        await using var bot = Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal(PipelineChangesIntent.Name, (string?)data["intent"]);
        Assert.Equal(start, (string?)data["period"]!["start"]);
        Assert.Equal(filter, (string?)data["filters"]!.AsArray().SingleOrDefault());
    }

    [Theory]
    [InlineData("how much did we win in that time", "bookings.won_amount")]
    [InlineData("how many deals were lost over the same period?", "losses.lost_count")]
    [InlineData("how many deals were created in that period", "pipeline.created_count")]
    public async Task That_time_is_the_time_of_the_changes(string said, string measure)
    {
        await using var bot = Start();
        await bot.SaysAsync("what changed last week?");
        var data = (await bot.SaysAsync(said)).Reply!.Data!;
        Assert.Equal(measure, (string?)data["measure"]);
        Assert.Equal("2025-05-05", (string?)data["period"]!["start"]);
        Assert.Equal("2025-05-11", (string?)data["period"]!["end"]);
    }

    [Fact]
    public async Task Changes_are_gone_on_from_and_nothing_else_is_taken_from_them()
    {
        await using var bot = Start();
        await bot.SaysAsync("what changed since Monday for all dates?");
        var emea = (await bot.SaysAsync("and for EMEA?")).Reply!.Data!;
        Assert.Equal((PipelineChangesIntent.Name, "region EMEA"), ((string?)emea["intent"], (string?)emea["filters"]![0]));
        Assert.Null(emea["window"]);
        var amer = (await bot.SaysAsync("only AMER")).Reply!.Data!;
        Assert.Equal((PipelineChangesIntent.Name, "region AMER"), ((string?)amer["intent"], (string?)amer["filters"]!.AsArray().Single()));
        Assert.NotEqual("pipeline.created_amount", (string?)(await bot.SaysAsync("why?")).Reply!.Data?["measure"]);
    }

    [Theory]
    [InlineData("win rate definition")]
    [InlineData("def of win reat")]
    [InlineData("win rate = ??")]
    [InlineData("wtf is a win rate")]
    [InlineData("what do you lot mean when you say win rate")]
    [InlineData("whose number is win rate? who owns it")]
    [InlineData("win rate meaning?")]
    [InlineData("whats win rate mean")]
    [InlineData("win rate, how is that defined")]
    public async Task Terse_and_rough_questions_for_a_meaning_are_heard(string text)
    {
        await using var bot = Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal((DefineTermIntent.Name, "win rate"), ((string?)data["intent"], ((string?)data["term"])?.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("where does our pipeline come from?", "source")]
    [InlineData("where did our wins come from last quarter", "source")]
    [InlineData("where do deals originate", "source")]
    public async Task Where_something_comes_from_is_its_source(string text, string by)
    {
        await using var bot = Start();
        Assert.Equal(by, (string?)(await bot.SaysAsync(text)).Reply!.Data!["by"]![0]);
    }

    [Theory]
    [InlineData("where are deals breaking down over 50k", "over $50,000")]
    [InlineData("Priya is asking where deals break down in EMEA, can you check?", "region EMEA")]
    [InlineData("my boss wants to know where we lose Enterprise deals", "segment Enterprise")]
    public async Task Leaks_are_looked_for_among_the_deals_named_and_not_among_whoever_asks(string text, string filter)
    {
        await using var bot = Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal((LeakageIntent.Name, filter), ((string?)data["intent"], (string?)data["filters"]!.AsArray().Single()));
    }

    [Theory]
    [InlineData("how leaky is Discovery, stage conversion by segment please")]
    [InlineData("where did we lose the Initech deal")]
    public async Task A_figure_or_one_deal_is_no_leak(string text)
    {
        await using var bot = Start();
        Assert.NotEqual(LeakageIntent.Name, (string?)(await bot.SaysAsync(text)).Reply!.Data!["intent"]);
    }

    [Theory]
    [InlineData("outlook for the rest of this quarter?")]
    [InlineData("what does the quarter we're in look like")]
    [InlineData("what's the outlook for the remainder of the quarter")]
    [InlineData("how is the quarter shaping up?")]
    [InlineData("how does the quarter look from here")]
    public async Task What_is_left_of_a_quarter_is_told_with_the_whole_of_it(string text)
    {
        await using var bot = Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal((OutlookIntent.Name, "2025-04-01", "2025-06-30"), ((string?)data["intent"], (string?)data["period"]!["start"], (string?)data["period"]!["end"]));
    }

    [Theory]
    [InlineData("give me the details of D-104", "when is it supposed to close?")]
    [InlineData("status d-104", "and the next step?")]
    [InlineData("tell me about #D-104", "who owns it")]
    [InlineData("tell me about #D-104", "history")]
    public async Task A_deal_is_known_by_its_id_and_asked_on_about(string first, string then)
    {
        await using var bot = Start();
        Assert.Equal(DealLookupIntent.Name, (string?)(await bot.SaysAsync(first)).Reply!.Data!["intent"]);
        Assert.Equal(DealLookupIntent.Name, (string?)(await bot.SaysAsync(then)).Reply!.Data!["intent"]);
        bot.Sees("D-104");
    }

    [Fact]
    public async Task Once_something_else_was_asked_it_is_no_longer_the_deal()
    {
        await using var bot = Start();
        await bot.SaysAsync("tell me about #D-104");
        await bot.SaysAsync("win rate last quarter");
        Assert.NotEqual(DealLookupIntent.Name, (string?)(await bot.SaysAsync("who owns it")).Reply!.Data!["intent"]);
    }

    [Theory]
    [InlineData("how many deals in Q1?")]
    [InlineData("how many deals in April")]
    [InlineData("Umbrella: how much pipeline is there?")]
    [InlineData("can I get the numbers for the board please")]
    public async Task What_may_be_several_things_is_asked_back(string text)
    {
        await using var bot = Start();
        Assert.Equal("clarify", (string?)(await bot.SaysAsync(text)).Reply!.Data!["outcome"]);
    }

    [Theory]
    [InlineData("hiya, what can you do?")]
    [InlineData("help me out, what can you do")]
    [InlineData("thanks for the numbers")]
    public async Task Help_and_thanks_are_heard_behind_a_greeting(string text)
    {
        await using var bot = Start();
        Assert.Null((string?)(await bot.SaysAsync(text)).Reply!.Data?["measure"]);
        Assert.NotEqual("clarify", (string?)(await bot.SaysAsync(text)).Reply!.Data?["outcome"]);
    }

    private static TestBot Start() => AskBot.Start(services => services.AddScoped<IIntent, OutlookIntent>().AddScoped<IIntent, PipelineChangesIntent>());
}
