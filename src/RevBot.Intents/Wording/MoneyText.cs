using System.Globalization;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Wording;

/// <summary>How amounts read: <c>$4.2M</c> where space is short, <c>$4,213,500</c> where the figure counts.</summary>
public static class MoneyText
{
    public static string Brief(Money money) => Brief(money.Amount, money.Currency);

    public static string Brief(decimal amount, string currency)
    {
        var size = Math.Abs(amount);
        return size switch
        {
            >= 999_950_000 => Signed(amount, currency, (size / 1_000_000_000).ToString("0.#", English) + "B"),
            >= 999_950 => Signed(amount, currency, (size / 1_000_000).ToString("0.#", English) + "M"),
            >= 10_000 => Signed(amount, currency, (size / 1_000).ToString("0.#", English) + "k"),
            _ => Exact(amount, currency),
        };
    }

    public static string Exact(Money money) => Exact(money.Amount, money.Currency);

    /// <summary>With cents only where there are any.</summary>
    public static string Exact(decimal amount, string currency)
    {
        var rounded = Math.Round(Math.Abs(amount), 2, MidpointRounding.AwayFromZero);
        return Signed(amount, currency, rounded.ToString(rounded == decimal.Truncate(rounded) ? "#,0" : "#,0.00", English));
    }

    private static CultureInfo English => WordingCulture.English;

    private static string Signed(decimal amount, string currency, string digits) =>
        $"{(amount < 0 ? "-" : string.Empty)}{SymbolOf(currency)}{digits}";

    /// <summary>Symbols that mean one currency to most readers; the ISO code for all others.</summary>
    private static string SymbolOf(string currency) => currency switch
    {
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "INR" => "₹",
        "CAD" => "CA$",
        "AUD" => "A$",
        "NZD" => "NZ$",
        "BRL" => "R$",
        "KRW" => "₩",
        _ => currency + " ",
    };
}
