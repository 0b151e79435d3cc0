using RevBot.Intents.Ask;
using RevBot.Intents.Wording;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Ask;

/// <summary>Families of verbs whose object says what they mean, and of ranges that say what is left out.</summary>
public sealed class VerbReadings
{
    [Theory]
    // Left out, wherever it is said; a condition behind "and" is none.
    [InlineData("win rate excluding deals over 20k", "Win rate, at most $20,000, closed 14 May 2024 – 14 May 2025")]
    [InlineData("open pipeline without anything under 10k", "Open pipeline, at least $10,000")]
    [InlineData("median cycle excluding APAC and anything bigger than 20k", "Sales cycle, region not APAC, at most $20,000, closed 14 May 2024 – 14 May 2025")]
    [InlineData("open pipeline, deals under 5k excluded", "Open pipeline, at least $5,000")]
    [InlineData("open pipeline excluding renewals and over 50k", "Open pipeline, deal type not Renewal, over $50,000")]
    [InlineData("pipeline over 50k but not in EMEA", "Open pipeline, region not EMEA, over $50,000")]
    // What is open lands, what was won landed, and where somebody lands is foretold.
    [InlineData("how much of our pipeline lands next quarter", "Open pipeline, closing 1 Jul – 30 Sep 2025")]
    [InlineData("how many deals did we land last month", "Deals won, closed 1 Apr – 30 Apr 2025")]
    [InlineData("where do you expect bookings to end up this quarter", "Forecast, closing 1 Apr – 30 Jun 2025")]
    // Taken, dropped, pinched, picked up.
    [InlineData("what did we take last month", "Won amount, closed 1 Apr – 30 Apr 2025")]
    [InlineData("how much money did we drop in lost deals last month", "Lost amount, closed 1 Apr – 30 Apr 2025")]
    [InlineData("did win rate drop last quarter", "Win rate, closed 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024")]
    [InlineData("how many deals did Acumen pinch off us last quarter", "Deals lost, competitor Acumen, closed 1 Jan – 31 Mar 2025")]
    [InlineData("win rate when we compete with Acumen", "Win rate, competitor Acumen, closed 14 May 2024 – 14 May 2025")]
    // Had is open, got from somebody is won.
    [InlineData("how much have I got in Proposal", "Open pipeline, owner Dana Reyes, stage Proposal")]
    [InlineData("how much has Priya got due next month", "Open pipeline, owner Priya Nair, closing 1 Jun – 30 Jun 2025")]
    [InlineData("what do we have open in EMEA", "Open pipeline, region EMEA")]
    [InlineData("how much have we got from renewals this year", "Won amount, deal type Renewal, closed 1 Jan – 14 May 2025")]
    // Whoever wants to know is not meant; whom it takes time is.
    [InlineData("I am needing the amount of pipeline closing next month", "Open pipeline, closing 1 Jun – 30 Jun 2025")]
    [InlineData("how long does it take me to win a deal", "Sales cycle, owner Dana Reyes, closed 14 May 2024 – 14 May 2025")]
    // Shares of what came to an end.
    [InlineData("out of every hundred deals we finish, how many do we win", "Win rate, closed 14 May 2024 – 14 May 2025")]
    [InlineData("who closes the highest share of their deals", "Win rate by owner, closed 14 May 2024 – 14 May 2025, highest first")]
    [InlineData("do inbound deals win more than outbound ones", "Win rate by source, source Inbound or Outbound, closed 14 May 2024 – 14 May 2025")]
    [InlineData("pipeline once you apply the stage probabilities", "Weighted pipeline")]
    [InlineData("how many wins were sourced by partners this year", "Deals won, source Partner, closed 1 Jan – 14 May 2025")]
    // One of something for each.
    [InlineData("bookings in 2024, one figure a quarter", "Won amount by quarter, closed 1 Jan – 31 Dec 2024")]
    [InlineData("win rate with a single number for each rep", "Win rate by owner, closed 14 May 2024 – 14 May 2025")]
    // Days.
    [InlineData("bookings in the March quarter", "Won amount, closed 1 Jan – 31 Mar 2025")]
    [InlineData("forecast accuracy over the last two quarters, per team", "Forecast accuracy by team, for 1 Oct 2024 – 31 Mar 2025")]
    [InlineData("bookings in the third quarter of last year vs the first quarter of this one", "Won amount, closed 1 Jul – 30 Sep 2024, compared with 1 Jan – 31 Mar 2025")]
    [InlineData("open pipeline for the quarter, by team", "Open pipeline by team, closing 1 Apr – 30 Jun 2025")]
    public void A_verb_means_what_its_object_makes_of_it(string text, string reading)
    {
        var read = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text));
        Assert.Equal((QuestionShape.Figure, reading), (read.Shape, Of(read)));
    }

    [Theory]
    [InlineData("open deals that don't have a next step and close this quarter", "Open deals, no next step, closing 1 Apr – 30 Jun 2025")]
    [InlineData("which deals land next month", "Open deals, closing 1 Jun – 30 Jun 2025")]
    [InlineData("open deals, not the ones over 100k", "Open deals, at most $100,000")]
    [InlineData("which Proposal deals moved their close date three times or more", "Open deals, stage Proposal, pushed at least 3 times")]
    [InlineData("which deals did we win from Event leads last quarter", "Deals won, source Event, closed 1 Jan – 31 Mar 2025")]
    public void Deals_are_listed_by_what_they_do(string text, string reading)
    {
        var read = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text));
        Assert.Equal((QuestionShape.DealList, reading), (read.Shape, Of(read)));
    }

    [Theory]
    [InlineData("how many days does a deal sit in Proposal before it moves on", "Typical time in stage, stage Proposal, left 14 May 2024 – 14 May 2025")]
    [InlineData("how long do deals hang around in Negotiation before anything happens", "Typical time in stage, stage Negotiation, left 14 May 2024 – 14 May 2025")]
    [InlineData("how long do deals stay put in Discovery", "Typical time in stage, stage Discovery, left 14 May 2024 – 14 May 2025")]
    [InlineData("90% of our EMEA wins close within how many days", "Sales cycle 90th percentile, region EMEA, closed 14 May 2024 – 14 May 2025")]
    [InlineData("what percent of renewals do we eventually win", "Win rate, deal type Renewal, closed 14 May 2024 – 14 May 2025")]
    [InlineData("who takes the most business from us", "Lost amount by competitor, closed 1 Apr – 14 May 2025, highest first")]
    [InlineData("give us the pipeline rep by rep", "Open pipeline by owner")]
    [InlineData("split bookings between our teams", "Won amount by team, closed 1 Apr – 14 May 2025")]
    [InlineData("is EMEA ahead of AMER on quota attainment", "Quota attainment by team, team EMEA or AMER, closed 1 Apr – 30 Jun 2025")]
    [InlineData("how many open opps have got no amount against them", "Open deals, no amount")]
    [InlineData("state the win rate for last year", "Win rate, closed 1 Jan – 31 Dec 2024")]
    public void What_is_said_around_a_figure_is_understood(string text, string reading)
    {
        var read = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text));
        Assert.Equal((QuestionShape.Figure, reading), (read.Shape, Of(read)));
    }

    /// <summary>Nothing is split by what nobody keeps, and a figure without the split would answer something else.</summary>
    [Theory]
    [InlineData("win rate by headcount")]
    [InlineData("bookings per payment term")]
    [InlineData("conversion by deal owner's tenure")]
    [InlineData("win rate by buyer persona")]
    [InlineData("pipeline by age")]
    public void A_split_by_what_is_not_kept_is_refused(string text) => Assert.IsType<QuestionReading.Refused>(AskCompany.Read(text));

    [Theory]
    // One of two kinds is enough; what is negated is negated in any words.
    [InlineData("which open deals are either in Negotiation or above 50k", "Open deals, (stage Negotiation or over $50,000)")]
    [InlineData("average open deal, partner-sourced or AMER", "Average open deal, (source Partner or region AMER)")]
    [InlineData("list deals which are not having a next step", "Open deals, no next step")]
    [InlineData("lost count per month so far this year", "Deals lost by month, closed 1 Jan – 14 May 2025")]
    [InlineData("win rate of deals sourced by partners in Q1", "Win rate, source Partner, closed 1 Jan – 31 Mar 2025")]
    [InlineData("how much is in the hopper for me next month", "Open pipeline, owner Dana Reyes, closing 1 Jun – 30 Jun 2025")]
    [InlineData("is inbound any better than outbound on win rate", "Win rate by source, source Inbound or Outbound, closed 14 May 2024 – 14 May 2025")]
    [InlineData("bookings this April vs last April", "Won amount, closed 1 Apr – 30 Apr 2025, compared with 1 Apr – 30 Apr 2024")]
    [InlineData("leaving EMEA and APAC out, bookings this year", "Won amount, region not EMEA or APAC, closed 1 Jan – 14 May 2025")]
    [InlineData("new pipeline this year, quarter on quarter view by source", "Created pipeline by source and quarter, created 1 Jan – 14 May 2025")]
    [InlineData("open pipeline closing on or before 20 June, from today", "Open pipeline, closing 14 May – 20 Jun 2025")]
    [InlineData("how much did we win from partner-sourced deals last quarter", "Won amount, source Partner, closed 1 Jan – 31 Mar 2025")]
    [InlineData("pipeline that closes by year end", "Open pipeline, closing until 31 Dec 2025")]
    [InlineData("pipeline for the second half of June", "Open pipeline, closing 16 Jun – 30 Jun 2025")]
    [InlineData("how much of the Q2 number have we booked", "Quota attainment, closed 1 Apr – 30 Jun 2025")]
    [InlineData("reasons for losing renewals", "Deals lost by loss reason, deal type Renewal, closed 1 Apr – 14 May 2025")]
    public void No_part_is_lost_or_turned_round(string text, string reading) => Assert.Equal(reading, Of(Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text))));

    [Theory]
    [InlineData("bookings by value", "Won amount, closed 1 Apr – 14 May 2025")]
    [InlineData("by the way, bookings this month", "Won amount, closed 1 May – 14 May 2025")]
    [InlineData("pipeline by deal owner please", "Open pipeline by owner")]
    public void What_splits_nothing_is_no_split(string text, string reading) => Assert.Equal(reading, Of(Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text))));

    [Fact]
    public void Deals_of_which_nothing_is_said_are_asked_about() => Assert.IsType<QuestionReading.Unclear>(AskCompany.Read("deal count for Q1?"));

    /// <summary>Only the large ones of partners are left out, which no filter says.</summary>
    [Fact]
    public void What_no_range_says_is_not_guessed() => Assert.IsType<QuestionReading.Refused>(AskCompany.Read("open pipeline excluding partner deals over 50k"));

    private static string Of(QuestionReading.Understood read) => ReadingText.Of(read.Question, AskCompany.Catalog.Find(read.Question.Measure)!, TestCompany.Profile.Currency);
}
