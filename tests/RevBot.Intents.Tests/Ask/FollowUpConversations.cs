using RevBot.Conversation.Replies;

namespace RevBot.Intents.Tests.Ask;

public sealed class FollowUpConversations
{
    [Theory]
    [InlineData("and last quarter?", "Won amount, region EMEA, closed 1 Jan – 31 Mar 2025")]
    [InlineData("by source", "Won amount by source, region EMEA, closed 1 Apr – 14 May 2025")]
    [InlineData("what about partners?", "Won amount, region EMEA, source Partner, closed 1 Apr – 14 May 2025")]
    [InlineData("and AMER?", "Won amount, region AMER, closed 1 Apr – 14 May 2025")]
    [InlineData("AMER too", "Won amount, region EMEA or AMER, closed 1 Apr – 14 May 2025")]
    [InlineData("vs AMER", "Won amount by region, region EMEA or AMER, closed 1 Apr – 14 May 2025")]
    [InlineData("all regions", "Won amount, closed 1 Apr – 14 May 2025")]
    [InlineData("without SMB", "Won amount, region EMEA, segment not SMB, closed 1 Apr – 14 May 2025")]
    [InlineData("over 20k", "Won amount, region EMEA, over $20,000, closed 1 Apr – 14 May 2025")]
    [InlineData("same for Dana", "Won amount, region EMEA, owner Dana Reyes, closed 1 Apr – 14 May 2025")]
    [InlineData("compare with last year", "Won amount, region EMEA, closed 1 Apr – 14 May 2025, compared with 1 Jan – 31 Dec 2024")]
    [InlineData("compared to the same period last year", "Won amount, region EMEA, closed 1 Apr – 14 May 2025, compared with 1 Apr – 14 May 2024")]
    [InlineData("who owns those?", "Won amount by owner, region EMEA, closed 1 Apr – 14 May 2025")]
    [InlineData("how many deals is that?", "Deals won, region EMEA, closed 1 Apr – 14 May 2025")]
    [InlineData("and lost?", "Lost amount, region EMEA, closed 1 Apr – 14 May 2025")]
    [InlineData("and the win rate?", "Win rate, region EMEA, closed 1 Apr – 14 May 2025")]
    [InlineData("show me the deals", "Deals won, region EMEA, closed 1 Apr – 14 May 2025")]
    [InlineData("top 3", "Deals won, region EMEA, closed 1 Apr – 14 May 2025, top 3 by amount")]
    [InlineData("and what's our weighted pipeline?", "Weighted pipeline, region EMEA, closing 1 Apr – 30 Jun 2025")]
    public async Task A_part_that_is_named_takes_the_place_of_its_like_and_the_new_reading_is_shown(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how much did we win in EMEA this quarter?");
        var reply = (await bot.SaysAsync(said)).Reply!;
        Assert.Equal("answered", (string?)reply.Data!["outcome"]);
        bot.Sees(reading);
    }

    [Fact]
    public async Task A_conversation_goes_on_part_by_part_and_only_what_changes_changes()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("win rate by source last quarter vs the one before");
        bot.Sees("Win rate by source, closed 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024");
        await bot.SaysAsync("and Q4 2024?");
        bot.Sees("Win rate by source, closed 1 Oct – 31 Dec 2024, compared with 1 Jul – 30 Sep 2024");
        await bot.SaysAsync("top 2");
        bot.Sees("top 2");
        await bot.SaysAsync("by owner");
        bot.Sees("Win rate by owner, closed 1 Oct – 31 Dec 2024, compared with 1 Jul – 30 Sep 2024, top 2");
        await bot.SaysAsync("by segment too");
        bot.Sees("Win rate by owner and segment, closed 1 Oct – 31 Dec 2024");
        await bot.SaysAsync("and by region as well");
        bot.Sees("I can split a number by two things at most.");
        await bot.SaysAsync("show me the deals");
        bot.Sees("Deals behind: Win rate, closed 1 Oct – 31 Dec 2024");
    }

    [Fact]
    public async Task A_list_is_narrowed_ordered_summed_and_split()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("which open deals have no next step?");
        await bot.SaysAsync("only the ones over 20k");
        bot.Sees("Open deals, no next step, over $20,000");
        await bot.SaysAsync("top 3");
        bot.Sees("Open deals, no next step, over $20,000, top 3 by amount");
        await bot.SaysAsync("how much is that?");
        bot.Sees("Open pipeline, no next step, over $20,000");
        await bot.SaysAsync("by rep");
        bot.Sees("Open pipeline by owner, no next step, over $20,000");
    }

    [Fact]
    public async Task Help_and_refusals_leave_what_was_asked()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how much did we win last quarter?");
        await bot.SaysAsync("thanks");
        await bot.SaysAsync("by unicorn");
        bot.Sees("I don't know what “unicorn” means here.");
        await bot.SaysAsync("by source");
        bot.Sees("Won amount by source, closed 1 Jan – 31 Mar 2025");
    }

    [Fact]
    public async Task A_name_of_two_people_is_asked_about_and_the_choice_goes_on_from_the_question()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("open pipeline by stage");
        Assert.IsType<Reply.Clarify>((await bot.SaysAsync("only Alex")).Reply);
        await bot.SaysAsync("2");
        bot.Sees("Open pipeline by stage, owner Alex Morgan");
    }

    [Fact]
    public async Task A_whole_question_starts_anew()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how much did we win in EMEA last quarter?");
        await bot.SaysAsync("how many deals are open?");
        bot.Sees("Open deals");
        Assert.DoesNotContain("EMEA", bot.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_deals_were_lost_is_told_by_their_reasons_and_of_all_else_only_where()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how many deals did we lose in 2024?");
        await bot.SaysAsync("why?");
        bot.Sees("Deals lost by loss reason, closed 1 Jan – 31 Dec 2024");
        await bot.SaysAsync("What's our win rate in 2024?");
        await bot.SaysAsync("why?");
        bot.Sees("I can't say why, only where");
        await bot.SaysAsync("1");
        bot.Sees("Win rate by source, closed 1 Jan – 31 Dec 2024");
    }

    [Theory]
    [InlineData("where does that number come from?")]
    [InlineData("how did you get that")]
    [InlineData("says who?")]
    public async Task Where_a_number_comes_from_is_its_definition(string said)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("What's our win rate?");
        await bot.SaysAsync(said);
        bot.Sees("deals won ÷ (deals won + deals lost)");
    }

    [Fact]
    public async Task Another_period_stays_with_those_who_were_asked_about_even_where_they_had_nothing()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("pipeline of Dana by stage");
        await bot.SaysAsync("and in 2019?");
        bot.Sees("Open pipeline by stage, owner Dana Reyes, closing 1 Jan – 31 Dec 2019");
    }

    [Fact]
    public async Task What_is_said_after_the_leaks_asks_for_those_of_a_part()
    {
        await using var bot = AskBot.Start();
        Assert.Equal("leakage", (string?)(await bot.SaysAsync("where are deals breaking down?")).Reply!.Data!["intent"]);
        Assert.Equal("leakage", (string?)(await bot.SaysAsync("only EMEA")).Reply!.Data!["intent"]);
        bot.Sees("EMEA");
        Assert.Equal("leakage", (string?)(await bot.SaysAsync("and this quarter?")).Reply!.Data!["intent"]);
        Assert.Equal("ask", (string?)(await bot.SaysAsync("by source")).Reply!.Data!["intent"]);
        bot.Sees("Stage conversion by source");
    }

    [Fact]
    public async Task Without_a_question_before_there_is_nothing_to_carry_on()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("and last quarter?");
        bot.Sees("Which number do you mean?");
    }
}
