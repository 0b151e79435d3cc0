using RevBot.Conversation.Replies;

namespace RevBot.Intents.Tests.Ask;

/// <summary>What people say around their questions.</summary>
public sealed class AsideConversations
{
    private const string Bookings = "Won amount, closed 1 Jan – 31 Mar 2025";

    [Theory]
    [InlineData("Evening! Tiny favour before the board call: bookings last quarter", Bookings)]
    [InlineData("Hi there, sorry to trouble you so late. bookings last quarter", Bookings)]
    [InlineData("bookings last quarter, whenever you get a minute", Bookings)]
    [InlineData("bookings last quarter please, I'm preparing the offsite", Bookings)]
    [InlineData("bookings last quarter, our auditors insist on it", Bookings)]
    [InlineData("my colleague keeps nagging me, so bookings last quarter", Bookings)]
    [InlineData("bookings last quarter, for the newsletter", Bookings)]
    [InlineData("bookings last quarter, dictating this from the car", Bookings)]
    [InlineData("bookings last quarter, as I have to brief the investors", Bookings)]
    [InlineData("bookings last quarter because my boss wants them", Bookings)]
    [InlineData("since nobody ever opens the dashboard: bookings last quarter", Bookings)]
    [InlineData("bookings last quarter before I close my laptop", Bookings)]
    [InlineData("we're in a hurry, bookings last quarter", Bookings)]
    [InlineData("while the coffee brews, bookings last quarter", Bookings)]
    [InlineData("given that the board meets soon, bookings last quarter", Bookings)]
    [InlineData("bookings last quarter and don't sugarcoat it", Bookings)]
    [InlineData("out of curiosity, bookings last quarter", Bookings)]
    [InlineData("Serious question: bookings last quarter", Bookings)]
    [InlineData("Let's move to results: bookings last quarter", Bookings)]
    [InlineData("I wonder how much we booked last quarter", Bookings)]
    [InlineData("the auditors want to know how much we booked last quarter", Bookings)]
    [InlineData("payroll wants bookings by rep last quarter", "Won amount by owner, closed 1 Jan – 31 Mar 2025")]
    [InlineData("I was travelling all week (back on Monday). How much did we book last quarter?", Bookings)]
    [InlineData("The investors believe we are slowing down. How much did we book last quarter?", Bookings)]
    [InlineData("sales cycle last quarter (the median, not the mean, finance insists)", "Sales cycle, closed 1 Jan – 31 Mar 2025")]
    [InlineData("win rate last quarter, not the number of wins", "Win rate, closed 1 Jan – 31 Mar 2025")]
    [InlineData("did we do well? bookings last quarter", Bookings)]
    [InlineData("Prepping the Monday deck: bookings last quarter", Bookings)]
    [InlineData("New AE asked me today, how much did we book last quarter?", Bookings)]
    [InlineData("doing a Friday tidy-up, bookings last quarter", Bookings)]
    [InlineData("I have ten minutes before my 3 pm, bookings last quarter", Bookings)]
    [InlineData("Board meeting on Tuesday: bookings last quarter", Bookings)]
    [InlineData("Standup in 10. How much did we book last quarter?", Bookings)]
    [InlineData("Travel freeze coming up, so how much did we book last quarter?", Bookings)]
    [InlineData("Genuine question, how much did we book last quarter?", Bookings)]
    [InlineData("gut check please, how much did we book last quarter?", Bookings)]
    [InlineData("Not sure if it's just me but how much did we book last quarter?", Bookings)]
    [InlineData("maybe I'm blind but what did we book last quarter?", Bookings)]
    [InlineData("My laptop died, how much did we book last quarter?", Bookings)]
    [InlineData("ouch, how much did we book last quarter?", Bookings)]
    [InlineData("Oof, what a week! How much did we book last quarter?", Bookings)]
    [InlineData("Big day tomorrow! How much did we book last quarter?", Bookings)]
    [InlineData("can't sleep. how much did we book last quarter?", Bookings)]
    [InlineData("two kids screaming in the background, sorry. how much did we book last quarter?", Bookings)]
    [InlineData("Win rate last quarter. Not by team. By rep.", "Win rate by owner, closed 1 Jan – 31 Mar 2025")]
    [InlineData("bookings by rep, not by team, last quarter", "Won amount by owner, closed 1 Jan – 31 Mar 2025")]
    [InlineData("remind me, how much did we book last quarter?", Bookings)]
    [InlineData("did we grow? bookings last quarter", "Won amount, closed 1 Jan – 31 Mar 2025, compared with 1 Oct – 31 Dec 2024")]
    public async Task What_is_said_around_a_question_is_no_part_of_it(string text, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(reading, (string?)(await bot.SaysAsync(text)).Reply!.Data!["reading"]);
    }

    [Theory]
    [InlineData("bookings last quarter, pilots only")]
    [InlineData("bookings for Zephyrland last quarter")]
    [InlineData("win rate since we relaunched the brand")]
    [InlineData("how many deals did we lose because they were too slow")]
    [InlineData("bookings last quarter, if we leave the pilots out")]
    [InlineData("bookings last quarter, I need it without the pilots")]
    [InlineData("large hospitals. how many did we lose last quarter?")]
    [InlineData("pilots only. how many did we lose last quarter?")]
    public async Task What_may_narrow_a_question_is_never_left_aside(string text)
    {
        await using var bot = AskBot.Start();
        Assert.NotEqual("answered", (string?)(await bot.SaysAsync(text)).Reply!.Data!["outcome"]);
    }

    [Theory]
    [InlineData("open pipeline, EMEA only", "Open pipeline, region EMEA")]
    [InlineData("I need open pipeline by stage, for EMEA", "Open pipeline by stage, region EMEA")]
    [InlineData("I need the open pipeline for EMEA please", "Open pipeline, region EMEA")]
    public async Task Pieces_that_narrow_stay_part_of_the_question(string text, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(reading, (string?)(await bot.SaysAsync(text)).Reply!.Data!["reading"]);
    }

    [Fact]
    public async Task What_was_left_aside_is_said_on_the_receipt_but_courtesy_is_not()
    {
        await using var bot = AskBot.Start();
        var card = Assert.IsType<Reply.Say>((await bot.SaysAsync("Good morning! bookings last quarter, I need them for the cash plan")).Reply).Card;
        Assert.Contains(card.Elements, element => element is CardElement.Note { Text: "Left aside: “I need them for the cash plan”." });
    }

    [Theory]
    [InlineData("bookings in the last week... sorry, in the last quarter", Bookings)]
    [InlineData("bookings this month, no wait, last quarter", Bookings)]
    [InlineData("how many accounts... I mean how much did we book last quarter", Bookings)]
    [InlineData("open pipeline for EMEA... ok just AMER", "Open pipeline, region AMER")]
    [InlineData("bookings this month - last quarter I mean", Bookings)]
    [InlineData("open pipeline by stage, I mean by segment", "Open pipeline by segment")]
    [InlineData("deals older than half... I mean older than 90 days", "Open deals, open longer than 90 days")]
    public async Task What_is_said_anew_takes_the_place_of_what_was_said(string text, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(reading, (string?)(await bot.SaysAsync(text)).Reply!.Data!["reading"]);
    }

    [Theory]
    [InlineData("what's due in June?", "Open deals, closing 1 Jun – 30 Jun 2025")]
    [InlineData("closed won list for Priya, last quarter", "Deals won, owner Priya Nair, closed 1 Jan – 31 Mar 2025")]
    [InlineData("show the two biggest losses last quarter", "Deals lost, closed 1 Jan – 31 Mar 2025")]
    public async Task Deals_that_are_asked_for_are_listed(string text, string reading)
    {
        await using var bot = AskBot.Start();
        var data = (await bot.SaysAsync(text)).Reply!.Data!;
        Assert.Equal("list-deals", (string?)data["intent"]);
        Assert.StartsWith(reading, (string?)data["reading"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_of_those_that_are_named_has_a_number()
    {
        await using var bot = AskBot.Start();
        Assert.Equal("Won amount by owner, owner Priya Nair or Tomas Berg, closed 1 Jan – 31 Mar 2025", (string?)(await bot.SaysAsync("bookings of Priya and Tomas last quarter, each")).Reply!.Data!["reading"]);
    }
}
