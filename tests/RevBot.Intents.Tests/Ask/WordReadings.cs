using RevBot.Intents.Ask;
using RevBot.Intents.Wording;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Ask;

/// <summary>Families of words for one measure: verbs with what they are done to, figures that are called by their effect, and ranges in words.</summary>
public sealed class WordReadings
{
    [Theory]
    // Money that somebody brought, paid or spent; pipeline where that is spoken of.
    [InlineData("how much did we bring in last quarter", "bookings.won_amount")]
    [InlineData("which customers paid us the most this year", "bookings.won_amount")]
    [InlineData("how much has inbound brought us this year", "bookings.won_amount")]
    [InlineData("how much new revenue this month", "bookings.won_amount")]
    [InlineData("lowest-selling product last quarter", "bookings.won_amount")]
    [InlineData("which source gave us the most new pipeline last quarter", "pipeline.created_amount")]
    [InlineData("how much pipeline came from partners last quarter", "pipeline.created_amount")]
    // How often somebody beat us, and what it cost.
    [InlineData("which competitor beats us most often", "losses.lost_count")]
    [InlineData("what did price cost us last quarter", "losses.lost_amount")]
    [InlineData("most common loss reason last quarter", "losses.lost_count")]
    // Winning as a share, in any word for it.
    [InlineData("wr by team", "win_rate.count")]
    [InlineData("what portion of opps do we win", "win_rate.count")]
    [InlineData("which rep converts best", "win_rate.count")]
    [InlineData("how good is Priya at closing", "win_rate.count")]
    // Quotas made, missed and still to make.
    [InlineData("who hit the highest attainment last quarter", "quota.attainment")]
    [InlineData("who missed quota last quarter", "quota.attainment")]
    [InlineData("how far along are we against quota", "quota.attainment")]
    [InlineData("by how much did we miss plan last quarter", "quota.gap")]
    [InlineData("who is most behind plan", "quota.gap")]
    [InlineData("do we have enough pipeline to hit our number", "coverage.remaining")]
    [InlineData("what coverage do we need to make the number", "coverage.needed")]
    // Money that flows, deals that move, leads that are answered.
    [InlineData("how fast is money flowing", "velocity.daily")]
    [InlineData("how quickly does our pipeline turn into cash", "velocity.daily")]
    [InlineData("who moves deals through Discovery quickest", "time_in_stage.typical")]
    [InlineData("which stage converts worst", "conversion.next_stage")]
    [InlineData("who is best at turning Discovery into Proposal", "conversion.next_stage")]
    [InlineData("who is slowest to respond", "leads.response_time")]
    [InlineData("how fast does sales accept leads", "leads.handoff_time")]
    [InlineData("what percentage of leads become deals", "leads.conversion")]
    [InlineData("push-outs by month", "slippage.pushes")]
    [InlineData("slipped amount for EMEA deals last quarter", "slippage.amount")]
    [InlineData("how often do deals slip", "slippage.rate")]
    [InlineData("weight the pipeline by stage probability", "pipeline.weighted_amount")]
    public void A_measure_is_known_by_what_is_done(string text, string measure)
    {
        var read = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text));
        Assert.Equal((QuestionShape.Figure, measure), (read.Shape, read.Question.Measure));
    }

    [Theory]
    [InlineData("open deals worth half a million or more", "Open deals, at least $500,000")]
    [InlineData("deals above two hundred thousand", "Open deals, over $200,000")]
    [InlineData("open opps under seventy five grand", "Open deals, under $75,000")]
    [InlineData("deals not exceeding 20k", "Open deals, at most $20,000")]
    [InlineData("deals in excess of a quarter of a million", "Open deals, over $250,000")]
    [InlineData("deals whose amount is over 100k", "Open deals, over $100,000")]
    [InlineData("deals with nothing planned next", "Open deals, no next step")]
    [InlineData("deals where the close date is missing", "Open deals, no close date")]
    [InlineData("deals whose close date was pushed twice or more", "Open deals, pushed at least 2 times")]
    [InlineData("deals in Discovery since more than 20 days", "Open deals, stage Discovery, in stage longer than 20 days")]
    [InlineData("deals past Discovery", "Open deals, stage Proposal or Negotiation")]
    [InlineData("every deal bar renewals", "Open deals, deal type not Renewal")]
    public void A_range_is_read_in_any_words(string text, string reading)
    {
        var read = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text));
        Assert.Equal((QuestionShape.DealList, reading), (read.Shape, Of(read)));
    }

    [Theory]
    [InlineData("break the pipeline down by region", "Open pipeline by region")]
    [InlineData("slice open pipeline up per segment", "Open pipeline by segment")]
    [InlineData("how do new business and renewal compare in win rate", "Win rate by deal type, deal type New Business or Renewal, closed 14 May 2024 – 14 May 2025")]
    [InlineData("how has win rate developed by quarter in 2024", "Win rate by quarter, closed 1 Jan – 31 Dec 2024")]
    [InlineData("open pipeline that was created last month", "Open pipeline, created 1 Apr – 30 Apr 2025")]
    [InlineData("win rate of deals that started life last quarter", "Win rate, created 1 Jan – 31 Mar 2025, closed 14 May 2024 – 14 May 2025")]
    [InlineData("top 3 on attainment this quarter", "Quota attainment by owner, closed 1 Apr – 30 Jun 2025, top 3")]
    public void A_split_and_a_comparison_are_told_apart(string text, string reading)
    {
        var read = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text));
        Assert.Equal((QuestionShape.Figure, reading), (read.Shape, Of(read)));
    }

    [Theory]
    // The unit that runs, and whole units that are over.
    [InlineData("bookings of the year", "Won amount, closed 1 Jan – 14 May 2025")]
    [InlineData("bookings in the quarter just ended", "Won amount, closed 1 Jan – 31 Mar 2025")]
    [InlineData("bookings for the last 3 full months", "Won amount, closed 1 Feb – 30 Apr 2025")]
    [InlineData("bookings in the first week of April", "Won amount, closed 1 Apr – 7 Apr 2025")]
    [InlineData("pipeline for the quarter after next", "Open pipeline, closing 1 Oct – 31 Dec 2025")]
    [InlineData("pipeline closing within two weeks", "Open pipeline, closing 14 May – 28 May 2025")]
    // What is held against what.
    [InlineData("bookings H1 vs H2 of 2024", "Won amount, closed 1 Jan – 30 Jun 2024, compared with 1 Jul – 31 Dec 2024")]
    [InlineData("are bookings up on last quarter", "Won amount, closed 1 Apr – 14 May 2025, compared with 1 Jan – 31 Mar 2025")]
    [InlineData("how much did bookings grow from Q3 to Q4 2024", "Won amount, closed 1 Oct – 31 Dec 2024, compared with 1 Jul – 30 Sep 2024")]
    [InlineData("slippage rate in Q1 versus the one before", "Slippage rate, closing 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024")]
    // Who and what is put in order, wherever it stands.
    [InlineData("reps by bookings last quarter, top 5", "Won amount by owner, closed 1 Jan – 31 Mar 2025, top 5")]
    [InlineData("biggest customers by bookings last quarter, top ten", "Won amount by account, closed 1 Jan – 31 Mar 2025, top 10")]
    [InlineData("win rates of the reps, highest to lowest", "Win rate by owner, closed 14 May 2024 – 14 May 2025, highest first")]
    [InlineData("what did everyone book last quarter", "Won amount by owner, closed 1 Jan – 31 Mar 2025")]
    [InlineData("source mix of open pipeline", "Open pipeline by source")]
    // Some words say what is counted and which of it.
    [InlineData("new logos last quarter by rep", "Deals won by owner, deal type New Business, closed 1 Jan – 31 Mar 2025")]
    [InlineData("win rate for new logos in 2024", "Win rate, deal type New Business, closed 1 Jan – 31 Dec 2024")]
    public void Periods_and_orders_are_read_in_any_place(string text, string reading)
    {
        var read = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text));
        Assert.Equal((QuestionShape.Figure, reading), (read.Shape, Of(read)));
    }

    [Theory]
    [InlineData("deals lost after Proposal")]
    [InlineData("win rate before Proposal")]
    [InlineData("deals (New Business and EMEA) or over 200k")]
    [InlineData("how many deals did we miss")]
    [InlineData("pipeline generated by marketing this quarter")]
    public void What_narrows_a_question_is_never_dropped(string text) => Assert.IsType<QuestionReading.Refused>(AskCompany.Read(text));

    private static string Of(QuestionReading.Understood read) => ReadingText.Of(read.Question, AskCompany.Catalog.Find(read.Question.Measure)!, TestCompany.Profile.Currency);
}
