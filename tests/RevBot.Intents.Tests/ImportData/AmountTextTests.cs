using System.Globalization;
using RevBot.Intents.ImportData;

namespace RevBot.Intents.Tests.ImportData;

public sealed class AmountTextTests
{
    [Theory]
    [InlineData("1234", "1234", null)]
    [InlineData("1234.5", "1234.5", null)]
    [InlineData("$1,234.50", "1234.50", "USD")]
    [InlineData("1.234,50 €", "1234.50", "EUR")]
    [InlineData("1 234,50", "1234.50", null)]
    [InlineData("1\u202F234,50 €", "1234.50", "EUR")]
    [InlineData("USD 1,234,567", "1234567", "USD")]
    [InlineData("1.234.567 EUR", "1234567", "EUR")]
    [InlineData("CHF 1'234.50", "1234.50", "CHF")]
    [InlineData("£99", "99", "GBP")]
    [InlineData("1,234", "1234", null)]
    [InlineData("1.234", "1234", null)]
    [InlineData("$100,000", "100000", "USD")]
    [InlineData("0.125", "0.13", null)]
    [InlineData("12345.678", "12345.68", null)]
    public void An_amount_is_read_as_its_writer_meant_it(string text, string amount, string? currency)
    {
        Assert.True(AmountText.TryRead(text, null, out var read, out var reason), reason);
        Assert.Equal((decimal.Parse(amount, CultureInfo.InvariantCulture), currency), (read.Amount, read.Currency));
    }

    [Theory]
    [InlineData("(1,234)", "negative")]
    [InlineData("-5", "negative")]
    [InlineData("-$5", "negative")]
    [InlineData("lots", "not an amount")]
    [InlineData("12 apples", "not an amount")]
    [InlineData("1.2.3,4,5", "not an amount")]
    public void What_is_no_amount_says_why(string text, string why)
    {
        Assert.False(AmountText.TryRead(text, null, out _, out var reason));
        Assert.Contains(why, reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,234", true)]
    [InlineData("1.234", false)]
    public void A_mark_the_file_uses_for_decimals_cannot_silently_group_thousands(string text, bool decimalComma)
    {
        Assert.False(AmountText.TryRead(text, decimalComma, out _, out var reason));
        Assert.Contains("two ways", reason, StringComparison.Ordinal);
        Assert.True(AmountText.TryRead(text, !decimalComma, out var read, out _));
        Assert.Equal(1234m, read.Amount);
        Assert.True(AmountText.TryRead("1234", decimalComma, out _, out _));
    }
}
