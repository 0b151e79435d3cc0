using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RevBot.Conversation.Understanding;

/// <summary>Reads amounts as people write them: <c>50k</c>, <c>$1.2m</c>, <c>80 grand</c>, <c>1.234,50 €</c>, <c>USD 5000</c>.</summary>
public static partial class AmountWords
{
    private const string Codes = "USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|ILS|AED|SAR|SGD|HKD|KRW|BRL|MXN|ZAR|TRY|THB|IDR|MYR|PHP|TWD|UAH|ISK";
    private const string Signs = @"US\$|CA\$|C\$|AU\$|A\$|NZ\$|HK\$|S\$|R\$|[$€£¥₹₩₪₺₴]";
    private const string Words = "dollars?|bucks|euros?|pounds?|francs?|yen";

    private const string Pattern =
        @"(?<![\p{L}\p{N}#%])(?<!\d[.,:/\-])(?<!\p{L}-)"
        + "(?:(?<before>" + Signs + "|(?:" + Codes + @")(?![\p{L}]))\s*)?"
        + @"(?<number>\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d[\d.,']*\d|\d)"
        + @"(?:\s*(?<scale>thousand|grand|million|mill?|mio|mm|mn|billion|bn|[kmb])(?![\p{L}\p{N}]))?"
        + @"(?:\s*(?<after>" + Signs + "|(?:" + Codes + "|" + Words + @")(?![\p{L}\p{N}])))?"
        + @"(?![\p{L}\p{N}%]|[:/\-]\d)";

    private static readonly FrozenDictionary<string, string> Currencies = new Dictionary<string, string>
    {
        ["$"] = "USD",
        ["US$"] = "USD",
        ["€"] = "EUR",
        ["£"] = "GBP",
        ["¥"] = "JPY",
        ["₹"] = "INR",
        ["₩"] = "KRW",
        ["₪"] = "ILS",
        ["₺"] = "TRY",
        ["₴"] = "UAH",
        ["CA$"] = "CAD",
        ["C$"] = "CAD",
        ["AU$"] = "AUD",
        ["A$"] = "AUD",
        ["NZ$"] = "NZD",
        ["HK$"] = "HKD",
        ["S$"] = "SGD",
        ["R$"] = "BRL",
        ["DOLLAR"] = "USD",
        ["DOLLARS"] = "USD",
        ["BUCKS"] = "USD",
        ["EURO"] = "EUR",
        ["EUROS"] = "EUR",
        ["POUND"] = "GBP",
        ["POUNDS"] = "GBP",
        ["FRANC"] = "CHF",
        ["FRANCS"] = "CHF",
        ["YEN"] = "JPY",
    }.ToFrozenDictionary();

    /// <summary>Reads the whole text as one amount.</summary>
    public static bool TryRead(string text, out decimal amount, out string? currency)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        if (Find(trimmed) is { Start: 0 } found && found.Length == trimmed.Length)
        {
            (amount, currency) = (found.Amount, found.Currency);
            return true;
        }

        (amount, currency) = (0, null);
        return false;
    }

    public static bool TryRead(ReadOnlySpan<char> text, out decimal amount, out string? currency) =>
        TryRead(text.ToString(), out amount, out currency);

    /// <summary>The first amount at or after <paramref name="start"/>. Numbers inside words, dates, times, percentages and ids are not amounts; a bare number is.</summary>
    public static FoundAmount? Find(string text, int start = 0)
    {
        for (var match = Shape().Match(text, start); match.Success; match = match.NextMatch())
        {
            if (Read(match) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static FoundAmount? Read(Match match)
    {
        var scale = match.Groups["scale"].Value;
        if (ReadNumber(match.Groups["number"].Value, scale.Length > 0) is not { } number || number > 1_000_000_000_000m)
        {
            return null;
        }

        var before = match.Groups["before"];
        return new FoundAmount(match.Index, match.Length, number * Factor(scale), CurrencyOf(before.Success ? before.Value : match.Groups["after"].Value));
    }

    private static string? CurrencyOf(string said)
    {
        var upper = said.ToUpperInvariant();
        return upper.Length == 0 ? null : Currencies.GetValueOrDefault(upper, upper);
    }

    private static decimal Factor(string scale) => scale.ToLowerInvariant() switch
    {
        "" => 1m,
        "k" or "thousand" or "grand" => 1_000m,
        "b" or "bn" or "billion" => 1_000_000_000m,
        _ => 1_000_000m,
    };

    /// <summary>Which separator groups thousands and which is the decimal one is told by their places; null when they make no sense.</summary>
    private static decimal? ReadNumber(string number, bool scaled)
    {
        var plain = number.Replace("'", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal);
        var last = plain.LastIndexOfAny(['.', ',']);
        if (last < 0)
        {
            return Parse(plain);
        }

        var separator = plain[last];
        var other = separator == '.' ? ',' : '.';
        var isGrouping = plain.Count(letter => letter == separator) > 1
            || (!plain.Contains(other, StringComparison.Ordinal) && plain.Length - last - 1 == 3 && plain[0] != '0' && !(scaled && separator == '.'));
        var (whole, fraction) = isGrouping ? (plain, "") : (plain[..last], plain[(last + 1)..]);
        var groups = whole.Split(isGrouping ? separator : other);
        return groups[0].Length is 0 or > 3 && groups.Length > 1 || groups.Skip(1).Any(group => group.Length != 3)
            ? null
            : Parse(string.Concat(groups) + (fraction.Length == 0 ? "" : "." + fraction));
    }

    private static decimal? Parse(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
