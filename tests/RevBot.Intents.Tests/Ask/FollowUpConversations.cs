using RevBot.Conversation.Replies;

namespace RevBot.Intents.Tests.Ask;

public sealed class FollowUpConversations
{
    [Theory]
    [InlineData("and last quarter?", "Won amount for \"EMEA\" last quarter", "closed 1 Jan – 31 Mar 2025")]
    [InlineData("by source", "Won amount for \"EMEA\" by source this quarter", "Won amount by source")]
    [InlineData("what about partners?", "Won amount for \"EMEA\" partners this quarter", "source Partner")]
    public async Task A_question_is_not_carried_on_but_the_whole_one_is_offered_and_a_yes_asks_it(string said, string offered, string answered)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how much did we win in EMEA this quarter?");
        var clarify = Assert.IsType<Reply.Clarify>((await bot.SaysAsync(said)).Reply);
        Assert.Equal(offered, Assert.Single(clarify.Choices).Label);
        await bot.SaysAsync("yes");
        bot.Sees(answered);
        bot.Sees("EMEA");
    }

    [Fact]
    public async Task Why_is_answered_by_what_can_be_split()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("how many deals did we lose in 2024?");
        await bot.SaysAsync("why?");
        bot.Sees("I can't say why, only where");
        await bot.SaysAsync("1");
        bot.Sees("Deals lost by loss reason, closed 1 Jan – 31 Dec 2024");
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
        bot.Sees("Open pipeline by stage for \"Dana Reyes\" in 2019");
    }

    [Fact]
    public async Task Without_a_question_before_there_is_nothing_to_carry_on()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("and last quarter?");
        bot.Sees("I didn't get that");
    }
}
