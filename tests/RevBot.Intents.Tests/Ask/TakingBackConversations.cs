using RevBot.Intents.Ask;
using RevBot.Intents.Wording;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Ask;

/// <summary>Parts of a question that are taken back, put in again or given another size.</summary>
public sealed class TakingBackConversations
{
    [Theory]
    [InlineData("drop partner", "Win rate by source, source Inbound, region EMEA, closed 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024")]
    [InlineData("add outbound", "Win rate by source, source Partner or Inbound or Outbound, region EMEA, closed 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024")]
    [InlineData("undo that filter", "Win rate by source, source Partner or Inbound, closed 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024")]
    [InlineData("take out the region", "Win rate by source, source Partner or Inbound, closed 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024")]
    [InlineData("forget the region please", "Win rate by source, source Partner or Inbound, closed 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024")]
    [InlineData("without the comparison", "Win rate by source, source Partner or Inbound, region EMEA, closed 1 Jan – 31 Mar 2025")]
    [InlineData("remove the split", "Win rate, source Partner or Inbound, region EMEA, closed 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024")]
    [InlineData("clear the filters", "Win rate by source, closed 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024")]
    [InlineData("start over", "Win rate, closed 14 May 2024 – 14 May 2025")]
    public async Task A_part_is_taken_back_and_all_else_stays(string said, string reading)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("win rate by source for partner and inbound last quarter vs the one before");
        await bot.SaysAsync("only EMEA");
        Assert.Equal(reading, (string?)(await bot.SaysAsync(said)).Reply!.Data!["reading"]);
    }

    [Fact]
    public async Task A_bound_is_given_another_size_and_left_out_is_put_in_again()
    {
        await using var bot = AskBot.Start();
        await SaysAsync("open deals not touched for 2 weeks", "Open deals, not touched since 30 Apr 2025");
        await SaysAsync("make it 3 weeks", "Open deals, not touched since 23 Apr 2025");
        await SaysAsync("over 20k", "Open deals, not touched since 23 Apr 2025, over $20,000");
        await SaysAsync("make it 40k", "Open deals, not touched since 23 Apr 2025, over $40,000");
        await SaysAsync("without renewals", "Open deals, not touched since 23 Apr 2025, over $40,000, deal type not Renewal");
        await SaysAsync("include renewals again", "Open deals, not touched since 23 Apr 2025, over $40,000");
        await SaysAsync("remove the amount filter", "Open deals, not touched since 23 Apr 2025");

        async Task SaysAsync(string text, string reading) => Assert.Equal(reading, (string?)(await bot.SaysAsync(text)).Reply!.Data!["reading"]);
    }

    [Theory]
    [InlineData("how many MQLs did we get last month?", "and SQLs?", "Leads, lifecycle SQL, created 1 Apr – 30 Apr 2025")]
    [InlineData("MQLs by source in Q1", "how many of those converted?", "Leads by source, lifecycle Converted, created 1 Jan – 31 Mar 2025")]
    public void Leads_of_another_stage_stay_in_the_period(string first, string said, string reading)
    {
        var read = Assert.IsType<QuestionReading.Understood>(AskCompany.ReadOn(first, said));
        Assert.Equal(reading, ReadingText.Of(read.Question, AskCompany.Catalog.Find(read.Question.Measure)!, TestCompany.Profile.Currency));
    }

    [Theory]
    [InlineData("drop Acme")]
    [InlineData("undo")]
    [InlineData("add a next step to Acme")]
    public async Task What_names_no_part_of_the_question_is_no_change_of_it(string said)
    {
        await using var bot = AskBot.Start();
        await bot.SaysAsync("win rate by source last quarter");
        Assert.NotEqual("answered", (string?)(await bot.SaysAsync(said)).Reply?.Data?["outcome"]);
    }
}
