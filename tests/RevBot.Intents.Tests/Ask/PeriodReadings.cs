namespace RevBot.Intents.Tests.Ask;

/// <summary>Days and spans as people name them; today is Wednesday, 14 May 2025.</summary>
public sealed class PeriodReadings
{
    [Theory]
    [InlineData("bookings from 3 March to 17 March inclusive", "Won amount, closed 3 Mar – 17 Mar 2025")]
    [InlineData("bookings from the 1st to the 10th of last month", "Won amount, closed 1 Apr – 10 Apr 2025")]
    [InlineData("bookings Monday to Friday last week", "Won amount, closed 5 May – 9 May 2025")]
    [InlineData("bookings January through March of last year", "Won amount, closed 1 Jan – 31 Mar 2024")]
    [InlineData("bookings 2024Q3", "Won amount, closed 1 Jul – 30 Sep 2024")]
    public async Task A_period_is_read_however_its_ends_are_told(string text, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(reading, (string?)(await bot.SaysAsync(text)).Reply!.Data!["reading"]);
    }

    [Theory]
    [InlineData("bookings Q1 vs Q2 last year", "Won amount, closed 1 Jan – 31 Mar 2024, compared with 1 Apr – 30 Jun 2024")]
    [InlineData("win rate H1 vs H2 of last year", "Win rate, closed 1 Jan – 30 Jun 2024, compared with 1 Jul – 31 Dec 2024")]
    [InlineData("bookings Q3 vs Q3 last year", "Won amount, closed 1 Jul – 30 Sep 2024, compared with 1 Jul – 30 Sep 2023")]
    [InlineData("are bookings ahead of last quarter?", "Won amount, closed 1 Apr – 14 May 2025, compared with 1 Jan – 31 Mar 2025")]
    [InlineData("open pipeline closing ahead of July", "Open pipeline, closing until 30 Jun 2025")]
    [InlineData("deals lost in 2025 thus far, number", "Deals lost, closed 1 Jan – 14 May 2025")]
    public async Task A_year_said_once_is_that_of_both_and_what_is_ahead_of_the_past_is_held_against_it(string text, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(reading, (string?)(await bot.SaysAsync(text)).Reply!.Data!["reading"]);
    }

    [Theory]
    [InlineData("bkgs LQ x rep", "Won amount by owner, closed 1 Jan – 31 Mar 2025")]
    [InlineData("wtd pipe EMEA TQ", "Weighted pipeline, region EMEA, closing 1 Apr – 30 Jun 2025")]
    [InlineData("bookings last financial year", "Won amount, closed 1 Jan – 31 Dec 2024")]
    [InlineData("win rate per rep on our team", "Win rate by owner, team EMEA, closed 14 May 2024 – 14 May 2025")]
    [InlineData("bookings wtd", "Won amount, closed 12 May – 14 May 2025")]
    [InlineData("pipegen NQ?", "Created pipeline, created 1 Jul – 30 Sep 2025")]
    [InlineData("# lost LM", "Deals lost, closed 1 Apr – 30 Apr 2025")]
    [InlineData("open opps ct x stage", "Open deals by stage")]
    public async Task An_analysts_shorthand_is_spelt_out(string text, string reading)
    {
        await using var bot = AskBot.Start();
        Assert.Equal(reading, (string?)(await bot.SaysAsync(text)).Reply!.Data!["reading"]);
    }
}
