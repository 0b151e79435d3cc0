using RevBot.Intents.Ask;
using RevBot.Intents.Wording;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Ask;

/// <summary>Lists of deals in the words people ask for them, with and without the word "deals".</summary>
public sealed class ListReadings
{
    [Theory]
    [InlineData("deals stuck over 60 days", "Open deals, in stage longer than 60 days")]
    [InlineData("which deals have been stuck for more than 45 days in Proposal?", "Open deals, stage Proposal, in stage longer than 45 days")]
    [InlineData("deals in Discovery longer than 30 days", "Open deals, stage Discovery, in stage longer than 30 days")]
    [InlineData("opps in Discovery for over 2 weeks", "Open deals, stage Discovery, in stage longer than 14 days")]
    [InlineData("deals that haven't moved in 40 days", "Open deals, in stage longer than 40 days")]
    [InlineData("find open deals either stuck over 60 days or pushed at least twice", "Open deals, (in stage longer than 60 days or pushed at least 2 times)")]
    [InlineData("in negotiation over 20k with no next step, not touched for 2 weeks", "Open deals, stage Negotiation, over $20,000, no next step, not touched since 30 Apr 2025")]
    [InlineData("in proposal, EMEA, 50k+", "Open deals, stage Proposal, region EMEA, at least $50,000")]
    [InlineData("show me what Priya has in Discovery", "Open deals, owner Priya Nair, stage Discovery")]
    [InlineData("no more than 10k, open, from outbound: show them", "Open deals, source Outbound, at most $10,000")]
    [InlineData("the five smallest open renewals", "Open deals, deal type Renewal, bottom 5")]
    [InlineData("please list every open renewal between 20k and 60k", "Open deals, deal type Renewal, $20,000 to $60,000")]
    [InlineData("open deals in Proposal created last month", "Open deals, stage Proposal, created 1 Apr – 30 Apr 2025")]
    [InlineData("which deals are overdue", "Open deals, closing until 13 May 2025")]
    public void Deals_are_listed(string text, string reading)
    {
        var read = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text));
        Assert.Equal((QuestionShape.DealList, reading), (read.Shape, Of(read)));
    }

    [Theory]
    [InlineData("how many deals are stuck over 60 days?", "Open deals, in stage longer than 60 days")]
    [InlineData("how much pipeline is stuck more than 30 days by rep?", "Open pipeline by owner, in stage longer than 30 days")]
    [InlineData("how many open deals were created last month?", "Deals created, status Open, created 1 Apr – 30 Apr 2025")]
    [InlineData("leads last quarter versus the previous quarter", "Leads, created 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024")]
    [InlineData("bookings last month vs the previous month", "Won amount, closed 1 Apr – 30 Apr 2025, compared with 1 Mar – 31 Mar 2025")]
    [InlineData("quota attainment in EMEA this quarter", "Quota attainment, team EMEA, closed 1 Apr – 30 Jun 2025")]
    [InlineData("quota gap in APAC", "Gap to quota, team APAC North or APAC South, closed 1 Apr – 30 Jun 2025")]
    [InlineData("win rate in EMEA", "Win rate, region EMEA, closed 14 May 2024 – 14 May 2025")]
    public void Figures_stay_figures(string text, string reading)
    {
        var read = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text));
        Assert.Equal((QuestionShape.Figure, reading), (read.Shape, Of(read)));
    }

    private static string Of(QuestionReading.Understood read) => ReadingText.Of(read.Question, AskCompany.Catalog.Find(read.Question.Measure)!, TestCompany.Profile.Currency);
}
