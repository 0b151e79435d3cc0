using System.Text.Json.Nodes;
using RevBot.Intents.Ask;

namespace RevBot.Intents.Tests.Ask;

/// <summary>What of an answer is carried into the next question, and what is let go: the days, whose deals they are, who came out first, the name that was not clear.</summary>
public sealed class CarryingConversations
{
    [Theory]
    [InlineData("who won the most last quarter?", "what does she still have open?", "Open pipeline, owner {0}")]
    [InlineData("which rep lost the most this year", "and his win rate?", "Win rate, owner {0}, closed 1 Jan – 14 May 2025")]
    [InlineData("which source brought in the most bookings last quarter", "show me the deals from it", "Deals won, source {0}, closed 1 Jan – 31 Mar 2025")]
    [InlineData("best source by win rate in 2024", "how much did we lose from it", "Lost amount, source {0}, closed 1 Jan – 31 Dec 2024")]
    [InlineData("lowest region by won amount last year", "and its win rate?", "Win rate, region {0}, closed 1 Jan – 31 Dec 2024")]
    public async Task A_pointing_word_stands_for_whoever_came_out_first(string first, string said, string reading)
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync(first)).Reply!.Data!;
        var winner = (string)data["rows"]![0]![(string)data["by"]![0]!]!;
        await bot.SaysAsync(said);
        bot.Sees(string.Format(System.Globalization.CultureInfo.InvariantCulture, reading, winner));
    }

    [Theory]
    [InlineData("and what's still open?", "Open pipeline, region EMEA")]
    [InlineData("so how much is still open there", "Open pipeline, region EMEA")]
    [InlineData("and open?", "Open pipeline, region EMEA")]
    public async Task Days_of_winning_are_not_those_of_what_is_open(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("won amount in EMEA this quarter");
        var data = (await bot.SaysAsync(said)).Reply!.Data!;
        Assert.Equal(reading, (string?)data["reading"]);
    }

    [Theory]
    [InlineData("how much did we win in Q1", "who won the most?", "Won amount by owner, closed 1 Jan – 31 Mar 2025, highest first")]
    [InlineData("how much did we lose in Q1", "which source lost the most?", "Lost amount by source, closed 1 Jan – 31 Mar 2025, highest first")]
    [InlineData("how much did we lose in Q1", "so what's the win rate?", "Win rate, closed 1 Jan – 31 Mar 2025")]
    [InlineData("how many deals did we win in Q1", "which deals did we win?", "Deals won, closed 1 Jan – 31 Mar 2025")]
    [InlineData("how much slipped last quarter", "who slipped the most", "Slipped amount by owner, closing 1 Jan – 31 Mar 2025, highest first")]
    [InlineData("how much slipped last quarter", "as a percentage", "Slippage rate, closing 1 Jan – 31 Mar 2025")]
    [InlineData("sales cycle for renewals last quarter", "mean?", "Mean sales cycle, deal type Renewal, closed 1 Jan – 31 Mar 2025")]
    [InlineData("won amount for renewals last quarter", "win rate?", "Win rate, deal type Renewal, closed 1 Jan – 31 Mar 2025")]
    public async Task What_is_asked_of_the_same_deals_is_asked_of_the_same_days(string first, string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync(first);
        await bot.SaysAsync(said);
        bot.Sees(reading);
    }

    [Theory]
    [InlineData("what's our win rate", "Win rate, closed 14 May 2024 – 14 May 2025")]
    [InlineData("how many deals did we lose", "Deals lost, closed 1 Apr – 14 May 2025")]
    [InlineData("pipeline by source", "Open pipeline by source")]
    public async Task A_whole_question_of_something_else_is_a_new_one(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how much did we win in EMEA in Q1");
        Assert.Equal(reading, (string?)(await bot.SaysAsync(said)).Reply!.Data!["reading"]);
    }

    [Theory]
    [InlineData("without the comparison, but by region", "Win rate by region, source Partner, closed 1 Jan – 31 Mar 2025")]
    [InlineData("only EMEA, and drop the comparison", "Win rate by owner, source Partner, region EMEA, closed 1 Jan – 31 Mar 2025")]
    [InlineData("drop the split, only renewals", "Win rate, source Partner, deal type Renewal, closed 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024")]
    [InlineData("ok: all sources, by quarter - no comparing", "Win rate by quarter, closed 1 Jan – 31 Mar 2025")]
    public async Task Several_things_told_to_do_with_an_answer_are_all_done(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("win rate by rep for partners last quarter vs the one before");
        Assert.Equal(reading, (string?)(await bot.SaysAsync(said)).Reply!.Data!["reading"]);
    }

    [Theory]
    [InlineData("the foods one", "Open pipeline, account Umbrella Foods")]
    [InlineData("Labs", "Open pipeline, account Umbrella Labs Inc")]
    [InlineData("I meant Umbrella Foods", "Open pipeline, account Umbrella Foods")]
    public async Task A_name_that_was_not_clear_is_said_in_a_word(string said, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.Equal("clarify", (string?)(await bot.SaysAsync("what's still open at Umbrella?")).Reply!.Data!["outcome"]);
        Assert.Equal(reading, (string?)(await bot.SaysAsync(said)).Reply!.Data!["reading"]);
        await bot.SaysAsync("have they bought anything this year? how much");
        bot.Sees($"Won amount, {reading[15..]}, closed 1 Jan – 14 May 2025");
    }

    [Theory]
    [InlineData("and won this year?", "Won amount, account Globex GmbH, closed 1 Jan – 14 May 2025")]
    [InlineData("how much did they buy last year", "Won amount, account Globex GmbH, closed 1 Jan – 31 Dec 2024")]
    public async Task Behind_the_card_of_a_customer_it_is_theirs(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("open pipeline in AMER");
        await bot.SaysAsync("tell me about Globex");
        await bot.SaysAsync(said);
        bot.Sees(reading);
    }

    [Fact]
    public async Task Everybody_but_one_and_then_with_her_and_then_only_her()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("sales last quarter, everyone except Priya");
        bot.Sees("Won amount, owner not Priya Nair, closed 1 Jan – 31 Mar 2025");
        Assert.Equal("Won amount, closed 1 Jan – 31 Mar 2025", Reading((await bot.SaysAsync("with her included")).Reply!.Data!));
        await bot.SaysAsync("and just her");
        bot.Sees("Won amount, owner Priya Nair, closed 1 Jan – 31 Mar 2025");
    }

    [Theory]
    [InlineData("swap March for February", "Won amount, closed 1 Apr – 30 Apr 2025, compared with 1 Feb – 28 Feb 2025")]
    [InlineData("just April, no comparing", "Won amount, closed 1 Apr – 30 Apr 2025")]
    [InlineData("and to April last year?", "Won amount, closed 1 Apr – 30 Apr 2025, compared with 1 Apr – 30 Apr 2024")]
    public async Task One_of_two_periods_is_exchanged_or_left(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("won amount April vs March");
        Assert.Equal(reading, Reading((await bot.SaysAsync(said)).Reply!.Data!));
    }

    [Theory]
    [InlineData("and the day before?", "Won amount, closed 12 May 2025")]
    [InlineData("the day after", "Won amount, closed 14 May 2025")]
    public async Task A_day_is_stepped_from(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("won amount yesterday");
        await bot.SaysAsync(said);
        bot.Sees(reading);
    }

    [Theory]
    [InlineData("have they bought anything this year")]
    [InlineData("how much did they lose last quarter")]
    public async Task They_who_are_not_named_are_not_everybody(string said)
    {
        await using var bot = AskBot.Start();
        Assert.NotEqual("answered", (string?)(await bot.SaysAsync(said)).Reply!.Data!["outcome"]);
    }

    [Theory]
    [InlineData("how much is Tomas short")]
    [InlineData("how far is Tomas from it")]
    [InlineData("and how much is missing")]
    public void What_is_short_of_a_quota_is_the_gap(string said)
    {
        var reading = Assert.IsType<QuestionReading.Understood>(AskCompany.ReadOn("quota attainment of Tomas this quarter", said));
        Assert.Equal("quota.gap", reading.Question.Measure);
        Assert.Single(reading.Question.Filters);
    }

    [Theory]
    [InlineData("what's still open?", "Open pipeline, owner Dana Reyes")]
    [InlineData("what about the whole team", "Won amount, team EMEA, closed 1 Jan – 31 Mar 2025")]
    [InlineData("ditto for Q4", "Won amount, owner Dana Reyes, closed 1 Oct – 31 Dec 2024")]
    [InlineData("where did that come from?", "Won amount by source, owner Dana Reyes, closed 1 Jan – 31 Mar 2025")]
    [InlineData("what about the year as a whole", "Won amount, owner Dana Reyes, closed 1 Jan – 14 May 2025")]
    [InlineData("the present quarter", "Won amount, owner Dana Reyes, closed 1 Apr – 14 May 2025")]
    [InlineData("I meant won amount for renewals", "Won amount, owner Dana Reyes, deal type Renewal, closed 1 Jan – 31 Mar 2025")]
    public async Task Whose_and_when_stay_until_others_are_said(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how much did I win last quarter");
        Assert.Equal(reading, Reading((await bot.SaysAsync(said)).Reply!.Data!));
    }

    [Fact]
    public async Task Two_questions_about_somebody_pointed_to_are_both_of_the_same_days()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("won amount of Priya last year");
        var answers = (JsonArray)(await bot.SaysAsync("how many deals did she win and how many did she lose?")).Reply!.Data!["answers"]!;
        Assert.Equal(["Deals won, owner Priya Nair, closed 1 Jan – 31 Dec 2024", "Deals lost, owner Priya Nair, closed 1 Jan – 31 Dec 2024"], answers.Select(answer => (string?)answer!["reading"]));
    }

    [Fact]
    public async Task Once_it_is_known_who_is_first_the_rest_is_in_no_order()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("who has the biggest pipeline?");
        Assert.Null((await bot.SaysAsync("what's in her pipeline by stage")).Reply!.Data!["rank"]);
    }

    [Fact]
    public async Task Another_teams_coverage_takes_the_place_of_the_first()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("coverage for EMEA this quarter");
        var data = (await bot.SaysAsync("and AMER's?")).Reply!.Data!;
        Assert.DoesNotContain("EMEA", data.ToJsonString(), StringComparison.Ordinal);
    }

    private static string? Reading(JsonObject data) => (string?)data["reading"];
}
