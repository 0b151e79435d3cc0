using RevBot.Intents.Wording;
using RevBot.Pipeline.Calendar;

namespace RevBot.Intents.Tests.Wording;

public sealed class WordingTests
{
    [Theory]
    [InlineData(4_213_500, "USD", "$4,213,500", "$4.2M")]
    [InlineData(412_500, "EUR", "€412,500", "€412.5k")]
    [InlineData(999_999, "USD", "$999,999", "$1M")]
    [InlineData(1_234.5, "GBP", "£1,234.50", "£1,234.50")]
    [InlineData(-20_000, "CHF", "-CHF 20,000", "-CHF 20k")]
    [InlineData(0, "USD", "$0", "$0")]
    public void Amounts_read_exact_and_brief(double amount, string currency, string exact, string brief)
    {
        Assert.Equal(exact, MoneyText.Exact((decimal)amount, currency));
        Assert.Equal(brief, MoneyText.Brief((decimal)amount, currency));
    }

    [Fact]
    public void Shares_counts_and_durations_read_as_people_say_them()
    {
        Assert.Equal("37.5%", PercentText.Of(.375m));
        Assert.Equal("+4.2 points", PercentText.Points(.042m));
        Assert.Equal("1 deal", CountText.Of(1, "deal"));
        Assert.Equal("1,204 opportunities", CountText.Of(1204, "opportunity"));
        Assert.Equal("no deals", CountText.OrNo(0, "deal"));
        Assert.Equal("a, b and c", CountText.List(["a", "b", "c"]));
        Assert.Equal("41 days", DurationText.Days(41));
        Assert.Equal("1 business day", DurationText.BusinessDays(1));
    }

    [Fact]
    public void Periods_read_with_the_day_first()
    {
        Assert.Equal("1 Mar – 31 May 2021", PeriodText.Dates(new Period(new(2021, 3, 1), new(2021, 5, 31), "spring")));
        Assert.Equal("1 Dec 2024 – 28 Feb 2025", PeriodText.Dates(new Period(new(2024, 12, 1), new(2025, 2, 28), "winter")));
        Assert.Equal("4 Jun 2021", PeriodText.Dates(new Period(new(2021, 6, 4), new(2021, 6, 4), "day")));
        Assert.Equal("until 4 Jun 2021", PeriodText.Dates(new Period(null, new(2021, 6, 4), "until")));
    }
}
