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
}
