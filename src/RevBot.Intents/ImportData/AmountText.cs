using System.Collections.Frozen;
using System.Globalization;
using RevBot.Intents.Company;

namespace RevBot.Intents.ImportData;

/// <summary>An amount as a file writes it: <c>$1,234.50</c>, <c>1.234,50 €</c>, <c>1 234,50</c>, <c>USD 1234</c>.</summary>
internal readonly record struct AmountText(decimal Amount, string? Currency)
{
    private const int LongestNumber = 60;

    private static readonly FrozenDictionary<string, string> Symbols = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["$"] = "USD",
        ["US$"] = "USD",
        ["CA$"] = "CAD",
        ["C$"] = "CAD",
        ["A$"] = "AUD",
        ["AU$"] = "AUD",
        ["€"] = "EUR",
        ["£"] = "GBP",
        ["¥"] = "JPY",
        ["₹"] = "INR",
        ["Fr."] = "CHF",
        ["zł"] = "PLN",
        ["kr"] = "SEK",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the text tells how decimals are written: true for a comma, false for a point, null when it could be either (1,234).</summary>
    public static bool? DecimalComma(string amount)
    {
        var (text, _) = Split(amount);
        var point = text.LastIndexOf('.');
        var comma = text.LastIndexOf(',');
        if (point >= 0 && comma >= 0)
        {
            return comma > point;
        }

        var last = Math.Max(point, comma);
        if (last < 0)
        {
            return null;
        }

        var mark = text[last];
        if (text.IndexOf(mark, StringComparison.Ordinal) != last)
        {
            // Twice the same mark: it groups thousands, so the other one is the decimal mark.
            return mark == '.';
        }

        return DigitsAfter(text, last) == 3 && DigitsBefore(text, last) is >= 1 and <= 3 && text[last - DigitsBefore(text, last)] != '0' ? null : mark == ',';
    }

    /// <param name="decimalComma">What the rest of the file says; null when it says nothing.</param>
    /// <param name="reason">Why it is not an amount, when it is not.</param>
    public static bool TryRead(string text, bool? decimalComma, out AmountText amount, out string reason)
    {
        amount = default;
        reason = $"'{text}' is not an amount: write it as in 1234.50.";
        var (number, currency) = Split(text);
        if (number.Length > LongestNumber)
        {
            return false;
        }

        if (number.StartsWith('(') || number.StartsWith('-') || number.StartsWith('\u2212') || number.EndsWith('-'))
        {
            reason = $"'{text}' is negative: a deal's amount is 0 or more.";
            return false;
        }

        if (currency is { } sign)
        {
            var code = sign.ToUpperInvariant();
            currency = Symbols.GetValueOrDefault(sign) ?? (CurrencyCodes.IsKnown(code) ? code : null);
            if (currency is null)
            {
                return false;
            }
        }

        Span<char> digits = stackalloc char[number.Length];
        var length = 0;

        // One mark with three digits after it groups thousands, unless the file has shown that this mark is the decimal one.
        var hasComma = number.Contains(',', StringComparison.Ordinal);
        var comma = DecimalComma(number) ?? !hasComma;
        if (DecimalComma(number) is null && decimalComma == hasComma && (hasComma || number.Contains('.', StringComparison.Ordinal)))
        {
            reason = $"'{text}' can be read in two ways, and the file writes decimals with the same mark: write it without a thousands mark.";
            return false;
        }

        var decimals = comma ? ',' : '.';
        foreach (var letter in number)
        {
            if (char.IsAsciiDigit(letter))
            {
                digits[length++] = letter;
            }
            else if (letter == decimals)
            {
                digits[length++] = '.';
            }
            else if (letter is not ('.' or ',' or ' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '\u2019'))
            {
                return false;
            }
        }

        if (length == 0 || !decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 1_000_000_000_000m)
        {
            return false;
        }

        amount = new AmountText(Math.Round(value, 2, MidpointRounding.AwayFromZero), currency);
        return true;
    }

    /// <summary>A share or percentage: 0.4, 40, 40 %.</summary>
    public static bool TryReadPercent(string text, out decimal value, out bool isPercent)
    {
        isPercent = text.EndsWith('%');
        var number = (isPercent ? text[..^1] : text).Trim().Replace(',', '.');
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && value is >= 0 and <= 100;
    }

    private static (string Number, string? Currency) Split(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > 0 && char.IsAsciiDigit(trimmed[0]) && char.IsAsciiDigit(trimmed[^1]))
        {
            return (trimmed, null);
        }

        var start = 0;
        while (start < trimmed.Length && !char.IsAsciiDigit(trimmed[start]) && trimmed[start] is not ('(' or '-' or '\u2212' or '.' or ','))
        {
            start++;
        }

        var end = trimmed.Length;
        while (end > start && !char.IsAsciiDigit(trimmed[end - 1]) && trimmed[end - 1] is not (')' or '-'))
        {
            end--;
        }

        var before = trimmed[..start].Trim();
        var after = trimmed[end..].Trim();
        var number = trimmed[start..end].Trim();

        // A minus may stand before the symbol: -$5.
        if (number.StartsWith('-') && number.Length > 1 && !char.IsAsciiDigit(number[1]))
        {
            return (number, null);
        }

        return before.Length > 0 && after.Length > 0 ? (trimmed, null) : (number, before.Length > 0 ? before : after.Length > 0 ? after : null);
    }

    private static int DigitsAfter(string text, int position)
    {
        var count = 0;
        while (position + 1 + count < text.Length && char.IsAsciiDigit(text[position + 1 + count]))
        {
            count++;
        }

        return count;
    }

    private static int DigitsBefore(string text, int position)
    {
        var count = 0;
        while (position - 1 - count >= 0 && char.IsAsciiDigit(text[position - 1 - count]))
        {
            count++;
        }

        return count;
    }
}
