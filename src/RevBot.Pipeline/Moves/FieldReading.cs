using System.Globalization;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>What somebody wrote into a field, held against the field's kind: the canonical value, or what is wrong with it.</summary>
internal readonly record struct FieldReading(string? Value, string? Problem)
{
    private const int LongestText = 255;
    private const int LongestLongText = 3000;
    private const decimal LargestAmount = 1_000_000_000_000m;

    /// <param name="currency">The currency of an amount that names none.</param>
    public static FieldReading Of(DealField field, string text, CompanyProfile company, string currency)
    {
        var written = text.Trim();
        return field.Kind switch
        {
            FieldKind.Money => Amount(field, written, company, currency),
            FieldKind.Date => Day(field, written),
            FieldKind.Number => Number(field, written),
            FieldKind.Choice => Choice(field, written),
            FieldKind.People => People(field, written),
            FieldKind.YesNo => YesOrNo(field, written),
            FieldKind.LongText => Text(field, written, LongestLongText),
            _ => Text(field, written, LongestText),
        };
    }

    /// <summary>Reads canonical money back: "80000 USD".</summary>
    public static Money MoneyOf(string canonical)
    {
        var space = canonical.IndexOf(' ', StringComparison.Ordinal);
        return new Money(decimal.Parse(canonical.AsSpan(0, space), CultureInfo.InvariantCulture), canonical[(space + 1)..]);
    }

    /// <summary>Reads a canonical date back.</summary>
    public static DateOnly DayOf(string canonical) => DateOnly.ParseExact(canonical, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static FieldReading Amount(DealField field, string text, CompanyProfile company, string currency)
    {
        var (number, code) = text.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var alone] => (alone, currency),
            [var first, var second] => (first, second.ToUpperInvariant()),
            _ => ("", currency),
        };
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
        {
            return Wrong($"{field.Label} “{text}” is not an amount. Write a number such as 80000 or 80000 EUR.");
        }

        var known = company.Rates.Rates.Select(rate => rate.Currency).Append(company.Currency).Append(currency).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (!known.Contains(code))
        {
            return Wrong($"{field.Label} “{text}” is in {code}, for which there is no exchange rate. Currencies are {Sentence.List(known)}.");
        }

        amount = decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
        return amount switch
        {
            <= 0 => Wrong($"{field.Label} “{text}” is not more than zero. Give the deal's whole amount."),
            > LargestAmount => Wrong($"{field.Label} “{text}” is larger than any deal. Check the number of zeros."),
            _ => new FieldReading(DealValues.Canonical(new Money(amount, code)), null),
        };
    }

    private static FieldReading Day(DealField field, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2100
            ? new FieldReading(DealValues.Canonical(day), null)
            : Wrong($"{field.Label} “{text}” is not a date between 1990 and 2100. Write it as 2026-12-31.");

    private static FieldReading Number(DealField field, string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new FieldReading(number.ToString(CultureInfo.InvariantCulture), null)
            : Wrong($"{field.Label} “{text}” is not a number.");

    private static FieldReading Choice(DealField field, string text) =>
        field.Choices.FirstOrDefault(choice => string.Equals(choice, text, StringComparison.OrdinalIgnoreCase)) is { } known
            ? new FieldReading(known, null)
            : Wrong($"{field.Label} “{text}” is not known. Choose from {Sentence.List(field.Choices)}.");

    private static FieldReading People(DealField field, string text) => NameList.Read(text) is { } names
        ? Text(field, NameList.Write(names), LongestLongText)
        : Wrong($"{field.Label} “{text}” are no names. Write them with commas between, as in Jo Kim, Ada Lee.");

    private static FieldReading YesOrNo(DealField field, string text) => YesNo.Read(text) is { } answer
        ? new FieldReading(answer, null)
        : Wrong($"{field.Label} “{text}” is neither yes nor no. Write yes or no.");

    private static FieldReading Text(DealField field, string text, int longest) => text.Length <= longest
        ? new FieldReading(text, null)
        : Wrong(string.Create(CultureInfo.InvariantCulture, $"{field.Label} is {text.Length:N0} characters long; at most {longest:N0} are kept. Shorten it."));

    private static FieldReading Wrong(string problem) => new(null, problem);
}
