using RevBot.Intents.Definitions;
using RevBot.Intents.Leakage;

namespace RevBot.Intents.Tests.Ask;

/// <summary>What is asked of words, of the bot and of one deal, however it is put; and what only sounds like it.</summary>
public sealed class SpecialQuestions
{
    [Theory]
    [InlineData("how does finance compute sales velocity?", "Sales velocity")]
    [InlineData("who decides what counts as an SQL", "SQL")]
    [InlineData("SAL - what's that?", "SAL")]
    [InlineData("I'm not sure what MQL means", "MQL")]
    [InlineData("what makes a lead an SQL", "SQL")]
    [InlineData("owner of the win rate metric", "Win rate")]
    [InlineData("hey, quick one: what's an MQL?", "MQL")]
    [InlineData("walk me through how win rate is computed", "Win rate")]
    [InlineData("who is resposible for win rate", "Win rate")]
    [InlineData("how is sales velocty calcualted", "Sales velocity")]
    [InlineData("what means sales cycle exactly", "Sales cycle")]
    [InlineData("kindly explain the meaning of marketing qualified lead", "MQL")]
    [InlineData("finance keeps asking about win rate, could someone explain what that is?", "Win rate")]
    [InlineData("what is sales velocity in simple words", "Sales velocity")]
    [InlineData("what is understood by SAL", "SAL")]
    [InlineData("how's win rate calculated", "Win rate")]
    [InlineData("how do you arrive at the win rate? what's the formula?", "Win rate")]
    [InlineData("what was an MQL in April", "MQL")]
    public async Task A_meaning_is_heard_inside_a_sentence_and_misspelt(string text, string term)
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal(DefineTermIntent.Name, (string?)data["intent"]);
        Assert.Equal(term, (string?)data["term"], ignoreCase: true);
    }

    [Theory]
    [InlineData("tell me what our win rate is")]
    [InlineData("win rate by owner")]
    [InlineData("what exactly is our win rate")]
    [InlineData("what's the win rate this quarter")]
    [InlineData("win rate last quarter, what is it?")]
    [InlineData("what was our win rate in April")]
    [InlineData("which team owns the biggest pipeline")]
    [InlineData("who keeps winning")]
    public async Task A_number_stays_a_number(string text)
    {
        await using var bot = AskBot.Start();
        Assert.NotNull((string?)(await bot.SaysAsync(text)).Reply!.Data!["measure"]);
    }

    [Theory]
    [InlineData("what kinds of questions do you answer", "help")]
    [InlineData("give me some examples of what I can ask", "help")]
    [InlineData("how do I log a loss", "help")]
    [InlineData("waht can yuo do", "help")]
    [InlineData("what are your features", "help")]
    [InlineData("can I see all your metrics", "list-metrics")]
    [InlineData("which figures are available", "list-metrics")]
    [InlineData("show me the KPIs you track", "list-metrics")]
    public async Task What_the_bot_can_do_is_told(string text, string intent)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(intent, (string?)(await bot.SaysAsync(text)).Reply!.Data?["intent"] ?? "help");
    }

    [Theory]
    [InlineData("where in the process do we lose deals")]
    [InlineData("at what stage do deals fall through")]
    [InlineData("whre do deals brake down")]
    [InlineData("I only have a minute, where are we bleeding deals")]
    public async Task Leaks_are_heard_however_they_are_put(string text)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(LeakageIntent.Name, (string?)(await bot.SaysAsync(text)).Reply!.Data!["intent"]);
    }

    [Theory]
    [InlineData("and the net promoter score?")]
    [InlineData("how many unpaid invoices do we have")]
    [InlineData("win rate for segment Huge")]
    [InlineData("bookings in the Martian segment")]
    [InlineData("pipeline in the Great region")]
    public async Task What_nobody_measures_and_values_nobody_has_are_refused(string text)
    {
        await using var bot = AskBot.Start();
        Assert.Equal("refused", (string?)(await bot.SaysAsync(text)).Reply!.Data!["outcome"]);
    }

    [Theory]
    [InlineData("so, are we doing well?")]
    [InlineData("how's business")]
    [InlineData("are we in good shape")]
    public async Task Which_number_is_meant_is_asked(string text)
    {
        await using var bot = AskBot.Start();
        Assert.Equal("clarify", (string?)(await bot.SaysAsync(text)).Reply!.Data!["outcome"]);
    }

    [Fact]
    public async Task A_question_is_gone_on_from_into_its_own_past()
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("win rate last quarter");
        var before = (await bot.SaysAsync("and the quarter before?")).Reply!.Data!;
        Assert.Equal("2024-10-01", (string?)before["period"]!["start"]);
        Assert.Null(before["compared"]);
    }

    [Theory]
    [InlineData("who is the CEO")]
    [InlineData("Acme called")]
    public async Task What_is_told_or_asked_of_others_is_no_part_of_a_question(string text)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("bookings last quarter");
        Assert.Null((string?)(await bot.SaysAsync(text)).Reply!.Data?["measure"]);
    }
}
