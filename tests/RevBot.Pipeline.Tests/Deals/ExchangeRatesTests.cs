using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Tests.Deals;

public sealed class ExchangeRatesTests
{
    private static readonly ExchangeRates Rates = new("USD",
    [
        new ExchangeRate("EUR", new DateOnly(2026, 1, 1), 1.20m),
        new ExchangeRate("EUR", new DateOnly(2025, 1, 1), 1.10m),
    ]);

    [Theory]
    [InlineData("2025-01-01", 110)]
    [InlineData("2025-12-31", 110)]
    [InlineData("2026-01-01", 120)]
    [InlineData("2030-01-01", 120)]
    public void The_newest_rate_not_after_the_day_counts(string day, int dollars) =>
        Assert.Equal(dollars, Rates.Convert(new Money(100, "EUR"), Day(day)));

    [Fact]
    public void Without_a_rate_there_is_no_figure_rather_than_a_wrong_one()
    {
        Assert.Null(Rates.Convert(new Money(100, "EUR"), Day("2024-12-31")));
        Assert.Null(Rates.Convert(new Money(100, "GBP"), Day("2026-01-01")));
    }

    [Fact]
    public void The_company_currency_needs_no_rate() => Assert.Equal(100, Rates.Convert(new Money(100, "USD"), Day("1999-01-01")));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
