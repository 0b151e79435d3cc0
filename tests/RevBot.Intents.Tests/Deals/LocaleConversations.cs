using RevBot.Conversation.Turns;

namespace RevBot.Intents.Tests.Deals;

/// <summary>The same words of people in other countries and time zones: dates in figures are read as they write them, moments are told by their own clock where they are alone, and days are the company's for everybody.</summary>
public sealed class LocaleConversations
{
    [Theory]
    [InlineData("en-GB", "2027-04-03")]
    [InlineData("en-US", "2027-03-04")]
    public async Task Figures_of_a_date_are_read_in_the_persons_order(string locale, string day)
    {
        await using var office = Abroad(locale, null);
        Assert.Equal("done", await office.SaysAsync("dana", "set Globex close date to 03/04/2027"));
        Assert.Equal(Day(day), office.Deal("D-2").CloseDate);
        Assert.Equal("done", await office.SaysAsync("dana", "push Acme to 3/4"));
        Assert.Equal(Day(day), office.Deal("D-1").CloseDate);
        Assert.Equal("done", await office.SaysAsync("dana", "next step for Initech: legal review on 03/04/2027"));
        Assert.Equal(("legal review", Day(day)), (office.Deal("D-3").NextStep, office.Deal("D-3").NextStepDate));

        Assert.Equal("form", await office.SaysAsync("dana", "set Umbrella close date"));
        await office.Bot.ClicksAsync("Fill it in");
        await office.Bot.SubmitsAsync(("close_date", "3/4/2027"));
        Assert.Equal(Day(day), office.Deal("D-4").CloseDate);
    }

    [Theory]
    [InlineData("set Acme close date to 03/04/2027", "Which day is “03/04/2027”?")]
    [InlineData("push Acme to 3/4", "Which day is “3/4”?")]
    public async Task Where_the_order_is_not_known_it_is_asked(string sentence, string question)
    {
        await using var office = Abroad(null, null);
        Assert.Equal("clarify", await office.SaysAsync("dana", sentence));
        office.Bot.Sees(question);
        office.Bot.Sees("4 Mar 2027");
        await office.Bot.ClicksAsync("3 Apr 2027");
        Assert.Equal(Day("2027-04-03"), office.Deal("D-1").CloseDate);
    }

    [Theory]
    [InlineData("en-GB", "closed 3 Apr – 4 May 2025")]
    [InlineData("en-US", "closed 4 Mar – 5 Apr 2025")]
    public async Task A_question_is_read_in_the_askers_order_and_says_so(string locale, string seen)
    {
        await using var office = Abroad(locale, null);
        await office.SaysAsync("dana", "How much did we win between 03/04/2025 and 04/05/2025?");
        office.Bot.Sees(seen);
    }

    [Fact]
    public async Task A_moment_is_told_by_ones_own_clock_alone_and_by_the_companys_in_a_room()
    {
        await using var office = Abroad("en-GB", "Asia/Tokyo");
        await office.SaysAsync("dana", "how much did we win this quarter?");
        office.Bot.Sees("as of 21 Nov 2026 09:00 ·");

        office.Bot.Conversation = office.Bot.Conversation with { RoomId = "D1", IsDirect = true };
        await office.SaysAsync("dana", "how much did we win this quarter?");
        office.Bot.Sees("as of 21 Nov 2026 18:00 your time ·");
        await office.SaysAsync("dana", "status of #D-1");
        office.Bot.Sees("as of 21 Nov 2026 18:00 your time");
    }

    [Fact]
    public async Task Days_are_the_companys_wherever_one_is()
    {
        // In Tokyo it is the 22nd already.
        await using var office = Abroad("en-GB", "Asia/Tokyo");
        office.Time.Advance(TimeSpan.FromHours(8));
        Assert.Equal("done", await office.SaysAsync("dana", "set Globex close date to tomorrow"));
        Assert.Equal(Day("2026-11-22"), office.Deal("D-2").CloseDate);

        Assert.Equal("form", await office.SaysAsync("dana", "set Umbrella close date"));
        await office.Bot.ClicksAsync("Fill it in");
        await office.Bot.SubmitsAsync(("close_date", "tomorrow"));
        Assert.Equal(Day("2026-11-22"), office.Deal("D-4").CloseDate);
    }

    private static Office Abroad(string? locale, string? zone)
    {
        var office = new Office();
        office.Bot.Client = new ClientInfo(zone, locale);
        return office;
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
