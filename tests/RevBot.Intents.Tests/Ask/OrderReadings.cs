using RevBot.Intents.Ask;
using RevBot.Intents.Wording;
using RevBot.Testing;

namespace RevBot.Intents.Tests.Ask;

/// <summary>Families of words for orders, comparisons and conditions, each in the words of several people.</summary>
public sealed class OrderReadings
{
    [Theory]
    // What comes first is said around a noun, known or not.
    [InlineData("open deals rep by rep, fattest book on top", "Open deals by owner, highest first")]
    [InlineData("pipeline by region, smallest territory first", "Open pipeline by region, lowest first")]
    [InlineData("overdue deals by rep, worst sinner first", "Open deals by owner, closing until 13 May 2025, highest first")]
    [InlineData("win rate league table for the reps", "Win rate by owner, closed 14 May 2024 – 14 May 2025, highest first")]
    // One word says which end, another how many.
    [InlineData("reps with the lowest win rate, bottom 3", "Win rate by owner, closed 14 May 2024 – 14 May 2025, bottom 3")]
    [InlineData("which rep forecasts most accurately", "Forecast accuracy by owner, for 1 Apr 2024 – 31 Mar 2025, highest first")]
    [InlineData("who gets deals over the line quickest", "Sales cycle by owner, closed 14 May 2024 – 14 May 2025, lowest first")]
    [InlineData("to whom did we lose the most deals last quarter", "Deals lost by competitor, closed 1 Jan – 31 Mar 2025, highest first")]
    // Who is asked for, and not which deals.
    [InlineData("rep with the fewest open deals", "Open deals by owner, lowest first")]
    [InlineData("who has the thinnest book", "Open pipeline by owner, lowest first")]
    [InlineData("who comes last on win rate", "Win rate by owner, closed 14 May 2024 – 14 May 2025, lowest first")]
    [InlineData("what's killing our deals this quarter", "Deals lost by loss reason, closed 1 Apr – 14 May 2025")]
    [InlineData("weekly wins this quarter", "Deals won by week, closed 1 Apr – 14 May 2025")]
    [InlineData("bookings in the most recent full quarter", "Won amount, closed 1 Jan – 31 Mar 2025")]
    // The newest figure is the one that stands.
    [InlineData("latest bookings by region", "Won amount by region, closed 1 Apr – 14 May 2025")]
    public void An_order_is_read_in_any_words(string text, string reading) => Check(text, reading, QuestionShape.Figure);

    [Theory]
    [InlineData("were bookings higher in April than in March", "Won amount, closed 1 Apr – 30 Apr 2025, compared with 1 Mar – 31 Mar 2025")]
    [InlineData("did we win fewer deals in April than in March", "Deals won, closed 1 Apr – 30 Apr 2025, compared with 1 Mar – 31 Mar 2025")]
    [InlineData("was April a better month than March for bookings", "Won amount, closed 1 Apr – 30 Apr 2025, compared with 1 Mar – 31 Mar 2025")]
    [InlineData("did April beat March on bookings", "Won amount, closed 1 Apr – 30 Apr 2025, compared with 1 Mar – 31 Mar 2025")]
    [InlineData("are bookings ahead of last quarter", "Won amount, closed 1 Apr – 14 May 2025, compared with 1 Jan – 31 Mar 2025")]
    [InlineData("are bookings behind last year", "Won amount, closed 1 Jan – 14 May 2025, compared with 1 Jan – 31 Dec 2024")]
    [InlineData("difference in bookings between April and March", "Won amount, closed 1 Apr – 30 Apr 2025, compared with 1 Mar – 31 Mar 2025")]
    [InlineData("bookings last week vs week before", "Won amount, closed 5 May – 11 May 2025, compared with 28 Apr – 4 May 2025")]
    // As many days of both.
    [InlineData("bookings this year against last year, same period", "Won amount, closed 1 Jan – 14 May 2025, compared with 1 Jan – 14 May 2024")]
    [InlineData("lost value compared to last year, YTD both years", "Lost amount, closed 1 Jan – 14 May 2025, compared with 1 Jan – 14 May 2024")]
    [InlineData("bookings YTD vs last year YTD", "Won amount, closed 1 Jan – 14 May 2025, compared with 1 Jan – 14 May 2024")]
    [InlineData("won this quarter vs the same window last quarter", "Won amount, closed 1 Apr – 14 May 2025, compared with 1 Jan – 14 Feb 2025")]
    // A figure that slips goes down; deals that slip are late.
    [InlineData("is our win rate slipping this quarter", "Win rate, closed 1 Apr – 14 May 2025, compared with 1 Jan – 31 Mar 2025")]
    [InlineData("is our cycle becoming longer, this quarter against last quarter", "Sales cycle, closed 1 Apr – 14 May 2025, compared with 1 Jan – 31 Mar 2025")]
    public void What_is_held_against_what_is_read_in_any_words(string text, string reading) => Check(text, reading, QuestionShape.Figure);

    [Theory]
    [InlineData("deals with nothing in the next-step field", "Open deals, no next step")]
    [InlineData("open deals with the next step left blank", "Open deals, no next step")]
    [InlineData("open deals that nobody has put a next step on", "Open deals, no next step")]
    [InlineData("which open deals have no amount in the system", "Open deals, no amount")]
    [InlineData("open deals with an empty close date", "Open deals, no close date")]
    [InlineData("deals that have been around for more than 90 days", "Open deals, open longer than 90 days")]
    [InlineData("deals sitting in our pipeline for over 100 days", "Open deals, open longer than 100 days")]
    [InlineData("list deals sitting in Proposal for more than 30 days", "Open deals, stage Proposal, in stage longer than 30 days")]
    [InlineData("deals nobody touched since two weeks", "Open deals, not touched since 30 Apr 2025")]
    [InlineData("open deals with a close date that has gone by", "Open deals, closing until 13 May 2025")]
    [InlineData("deals that ran past their close date", "Open deals, closing until 13 May 2025")]
    [InlineData("whales (80k or more)", "Open deals, at least $80,000")]
    [InlineData("open deals of 20-50k", "Open deals, $20,000 to $50,000")]
    public void A_condition_is_read_in_any_words(string text, string reading) => Check(text, reading, QuestionShape.DealList);

    [Theory]
    [InlineData("tally of closed-won dollars this quarter", "Won amount, closed 1 Apr – 14 May 2025")]
    [InlineData("how many deals did EMEA bring home last quarter", "Deals won, region EMEA, closed 1 Jan – 31 Mar 2025")]
    [InlineData("how much came from renewals last quarter", "Won amount, deal type Renewal, closed 1 Jan – 31 Mar 2025")]
    [InlineData("how much did we leave on the table last quarter", "Lost amount, closed 1 Jan – 31 Mar 2025")]
    [InlineData("win rate for deals worth 20 to 50k", "Win rate, $20,000 to $50,000, closed 14 May 2024 – 14 May 2025")]
    [InlineData("how many percent of deals in Discovery become Proposal", "Stage conversion, stage Discovery, entered 14 May 2024 – 14 May 2025")]
    [InlineData("what is still lacking until our target", "Gap to quota, closed 1 Apr – 30 Jun 2025")]
    [InlineData("which rep keeps pushing the dates", "Close date pushes by owner, pushed 1 Apr – 14 May 2025")]
    [InlineData("what coverage we'd need", "Coverage needed, closed 14 May 2024 – 14 May 2025")]
    public void A_measure_is_known_by_its_verbs(string text, string reading) => Check(text, reading, QuestionShape.Figure);

    private static void Check(string text, string reading, QuestionShape shape)
    {
        var read = Assert.IsType<QuestionReading.Understood>(AskCompany.Read(text));
        Assert.Equal((shape, reading), (read.Shape, ReadingText.Of(read.Question, AskCompany.Catalog.Find(read.Question.Measure)!, TestCompany.Profile.Currency)));
    }
}
