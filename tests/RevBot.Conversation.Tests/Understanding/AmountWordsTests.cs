using System.Globalization;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Tests.Understanding;

public sealed class AmountWordsTests
{
    [Theory]
    [InlineData("50k", "50000", null)]
    [InlineData("50 K", "50000", null)]
    [InlineData("1.2m", "1200000", null)]
    [InlineData("1,2 mio", "1200000", null)]
    [InlineData("2 million", "2000000", null)]
    [InlineData("2mm", "2000000", null)]
    [InlineData("1.5bn", "1500000000", null)]
    [InlineData("80 grand", "80000", null)]
    [InlineData("$80,000", "80000", "USD")]
    [InlineData("$80,000.50", "80000.50", "USD")]
    [InlineData("1.234,50 €", "1234.50", "EUR")]
    [InlineData("1 234,50 €", "1234.50", "EUR")]
    [InlineData("1.234.567", "1234567", null)]
    [InlineData("80.000", "80000", null)]
    [InlineData("1.234m", "1234000", null)]
    [InlineData("0.500", "0.5", null)]
    [InlineData("12,5", "12.5", null)]
    [InlineData("1'250'000 CHF", "1250000", "CHF")]
    [InlineData("USD 5000", "5000", "USD")]
    [InlineData("usd5000", "5000", "USD")]
    [InlineData("€80k", "80000", "EUR")]
    [InlineData("80k eur", "80000", "EUR")]
    [InlineData("80k euros", "80000", "EUR")]
    [InlineData("C$40k", "40000", "CAD")]
    [InlineData("0", "0", null)]
    public void Reads_an_amount_as_people_write_it(string text, string amount, string? currency)
    {
        Assert.True(AmountWords.TryRead(text, out var read, out var said), text);
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), read);
        Assert.Equal(currency, said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a lot")]
    [InlineData("12%")]
    [InlineData("D-102")]
    [InlineData("Q3")]
    [InlineData("1,23,4")]
    [InlineData("15/12/2026")]
    [InlineData("10:30")]
    [InlineData("50kg")]
    [InlineData("50k or 60k")]
    [InlineData("99999999999999999999999999999999")]
    public void Does_not_take_other_things_for_an_amount(string text) => Assert.False(AmountWords.TryRead(text, out _, out _));

    [Theory]
    [InlineData("set Globex amount to 80k and close date to 15 Dec", "80k", "80000")]
    [InlineData("move #D-102 to $1.2m, please", "$1.2m", "1200000")]
    [InlineData("deals over 50k in EMEA", "50k", "50000")]
    [InlineData("amount 80,000.", "80,000", "80000")]
    [InlineData("3M is worth 4 mm", "3M", "3000000")]
    public void Finds_the_first_amount_in_a_sentence(string text, string span, string amount)
    {
        var found = Assert.NotNull(AmountWords.Find(text));
        Assert.Equal(span, text.Substring(found.Start, found.Length));
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), found.Amount);
    }

    [Fact]
    public void Finds_the_next_one_after_a_place()
    {
        const string text = "between 50k and 80k";
        var first = Assert.NotNull(AmountWords.Find(text));
        var second = Assert.NotNull(AmountWords.Find(text, first.Start + first.Length));
        Assert.Equal(80_000m, second.Amount);
    }
}
