using RevBot.Conversation.Turns;
using RevBot.Intents.Definitions;

namespace RevBot.Intents.Tests.Ask;

/// <summary>What is said behind an answer in a few words: another period by its place, the deals themselves, which of them, another word.</summary>
public sealed class GoingOnConversations
{
    [Theory]
    [InlineData("won amount in Q3 2024", "and the quarter after?", "Won amount, closed 1 Oct – 31 Dec 2024")]
    [InlineData("won amount in Q3 2024", "the following one", "Won amount, closed 1 Oct – 31 Dec 2024")]
    [InlineData("deals created in March", "and the month after that", "Deals created, created 1 Apr – 30 Apr 2025")]
    [InlineData("deals lost last month", "n this one?", "Deals lost, closed 1 May – 14 May 2025")]
    [InlineData("won amount last quarter", "how about the current one", "Won amount, closed 1 Apr – 14 May 2025")]
    [InlineData("won amount last quarter", "and the next?", "Won amount, closed 1 Apr – 14 May 2025")]
    [InlineData("won amount", "and the one before?", "Won amount, closed 1 Jan – 31 Mar 2025")]
    public async Task A_step_in_time_is_taken_from_the_period_asked_about(string first, string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync(first);
        await bot.SaysAsync(said);
        bot.Sees(reading);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("names?")]
    [InlineData("just list em pls")]
    [InlineData("let me see them")]
    [InlineData("please show the deals")]
    public async Task What_was_summed_is_shown_one_by_one(string said)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how much did we win in EMEA this quarter?");
        await bot.SaysAsync(said);
        bot.Sees("Deals won, region EMEA, closed 1 Apr – 14 May 2025");
    }

    [Fact]
    public async Task A_list_is_summed_shown_again_and_cut_to_one()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("which open deals are in EMEA?");
        await bot.SaysAsync("total?");
        bot.Sees("Open pipeline, region EMEA");
        await bot.SaysAsync("show me");
        bot.Sees("Open deals, region EMEA");
        await bot.SaysAsync("the biggest one");
        bot.Sees("Open deals, region EMEA, top 1 by amount");
    }

    [Fact]
    public async Task Two_that_were_asked_of_are_set_side_by_side_and_what_is_no_period_is_not_taken_for_one()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("won amount in EMEA this quarter");
        await bot.SaysAsync("and AMER?");
        await bot.SaysAsync("compare the two");
        bot.Sees("Won amount by region, region AMER or EMEA, closed 1 Apr – 14 May 2025");
        Assert.Equal("refused", (string?)(await bot.SaysAsync("vs the team")).Reply!.Data!["outcome"]);
    }

    [Theory]
    [InlineData("how many deals were there in March?")]
    [InlineData("how many deals this month")]
    [InlineData("how many opps this quarter?")]
    public async Task Of_deals_in_a_period_which_are_meant_is_asked(string text)
    {
        await using var bot = AskBot.Start();
        Assert.Equal("clarify", (string?)(await bot.SaysAsync(text)).Reply!.Data!["outcome"]);
    }

    [Theory]
    [InlineData("great, thanks, that's all for today")]
    [InlineData("perfect thanks and have a nice weekend")]
    [InlineData("what's the weather like in Leeds")]
    public async Task What_asks_nothing_is_answered_with_what_can_be_asked(string text)
    {
        await using var bot = AskBot.Start();
        Assert.Null((string?)(await bot.SaysAsync(text)).Reply!.Data?["measure"]);
    }

    [Theory]
    [InlineData("won amount this month for me", "Won amount, owner Dana Reyes")]
    [InlineData("win rate this year, me", "Win rate, owner Dana Reyes")]
    [InlineData("which deals could i still close", "Open deals, owner Dana Reyes")]
    [InlineData("i just want to see our win rate", "Win rate, closed")]
    [InlineData("show won amount this month for me", "Won amount, closed 1 May")]
    public async Task For_me_at_the_end_is_whose_unless_it_asks_a_favour(string text, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync(text);
        bot.Sees(reading);
    }

    [Theory]
    [InlineData("only deals over 20k", "Lost amount by owner, over $20,000, closed 1 Jan – 14 May 2025")]
    [InlineData("just the ones in EMEA", "Lost amount by owner, region EMEA, closed 1 Jan – 14 May 2025")]
    [InlineData("now only opportunities from partners", "Lost amount by owner, source Partner, closed 1 Jan – 14 May 2025")]
    public async Task Which_deals_count_changes_nothing_else(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("lost amount by owner this year");
        await bot.SaysAsync(said);
        bot.Sees(reading);
    }

    [Fact]
    public async Task The_same_for_another_takes_its_place_even_with_also()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("open pipeline in EMEA by segment");
        await bot.SaysAsync("and the same for AMER also");
        bot.Sees("Open pipeline by segment, region AMER");
        await bot.SaysAsync("EMEA too");
        bot.Sees("Open pipeline by segment, region AMER or EMEA");
    }

    [Theory]
    [InlineData("and SAL?", "SAL")]
    [InlineData("what about MQL", "MQL")]
    [InlineData("n a raw lead?", "raw lead")]
    [InlineData("and sales velocity", "Sales velocity")]
    public async Task Behind_a_word_that_was_explained_another_is_explained(string said, string term)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("what do we mean by SQL?");
        var data = (await bot.SaysAsync(said)).Reply!.Data!;
        Assert.Equal(DefineTermIntent.Name, (string?)data["intent"]);
        Assert.Equal(term, (string?)data["term"], ignoreCase: true);
    }

    [Fact]
    public async Task Once_a_number_was_asked_a_word_is_a_number_again()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("what do we mean by SQL?");
        await bot.SaysAsync("won amount this quarter");
        Assert.Equal("win_rate.count", (string?)(await bot.SaysAsync("and win rate?")).Reply!.Data!["measure"]);
    }

    [Fact]
    public async Task The_same_few_words_are_read_anew_in_every_conversation()
    {
        await using var bot = AskBot.Start();
        for (var room = 1; room < 4; room++)
        {
            bot.Conversation = new ConversationReference("slack", "T1", $"C-alone-{room}");
            Assert.Equal("clarify", (string?)(await bot.SaysAsync("and EMEA?")).Reply!.Data!["outcome"]);
            bot.Conversation = new ConversationReference("slack", "T1", $"C-behind-{room}");
            await bot.SaysAsync("won amount this quarter");
            await bot.SaysAsync("and EMEA?");
            bot.Sees("Won amount, region EMEA, closed 1 Apr – 14 May 2025");
        }
    }

    [Theory]
    [InlineData("lost amount by stage last quarter", "how many deals?", "Deals lost by stage lost from, closed 1 Jan – 31 Mar 2025")]
    [InlineData("won amount in EMEA last quarter", "no, I meant this quarter", "Won amount, region EMEA, closed 1 Apr – 14 May 2025")]
    [InlineData("open pipeline by source", "just inbound", "Open pipeline, source Inbound")]
    [InlineData("open pipeline by source", "only inbound and partner", "Open pipeline by source, source Inbound or Partner")]
    [InlineData("open pipeline in SMB", "sorry, not SMB, Enterprise", "Open pipeline, segment Enterprise")]
    [InlineData("open deals over 50k by owner", "drop the amount limit", "Open deals by owner")]
    [InlineData("open pipeline by stage in EMEA", "without the stages", "Open pipeline, region EMEA")]
    [InlineData("open pipeline by owner, top 5", "make that 3", "Open pipeline by owner, top 3")]
    [InlineData("bookings in 2025", "2024", "Won amount, closed 1 Jan – 31 Dec 2024")]
    [InlineData("open deals that were pushed at least 2 times", "3 times or more", "Open deals, pushed at least 3 times")]
    [InlineData("won amount this year by quarter and region", "no split at all", "Won amount, closed 1 Jan – 14 May 2025")]
    [InlineData("open pipeline by stage", "overall again, without stages", "Open pipeline")]
    public async Task What_takes_up_a_part_of_the_answer_changes_that_and_nothing_else(string first, string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync(first);
        Assert.Equal(reading, (string?)(await bot.SaysAsync(said)).Reply!.Data!["reading"]);
    }

    [Fact]
    public async Task A_pronoun_goes_on_from_the_days_that_were_asked_about()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how much did Priya win last quarter?");
        await bot.SaysAsync("her average deal?");
        bot.Sees("Average deal size, owner Priya Nair, closed 1 Jan – 31 Mar 2025");
    }
}
