using System.Globalization;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Company;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.ImportData;

/// <summary>The row being read, by field; what is wrong with it is noted and the row is then rejected as a whole.</summary>
internal sealed class ImportRow(CsvRows rows, FileColumns columns, CompanyProfile company, DateOrder? order, bool? decimalComma)
{
    private static readonly string[] Months = ["yyyy-MM", "yyyy/MM", "MM/yyyy", "M/yyyy", "MMM yyyy", "MMMM yyyy", "MMM-yyyy", "MMM-yy"];

    private readonly List<ImportProblem> _problems = [];

    public int Line => rows.Line;

    public FileColumns Columns => columns;

    public IReadOnlyList<ImportProblem> Problems => _problems;

    public bool IsGood => _problems.Count == 0;

    public void Begin()
    {
        _problems.Clear();
        if (rows.Broken is { } broken)
        {
            _problems.Add(new ImportProblem(Line, "(row)", string.Empty, broken));
        }
    }

    public void Reject(string field, string value, string reason)
    {
        // The whole cell stands in the rejects file anyway.
        var shown = Shown.Of(value);
        _problems.Add(new ImportProblem(Line, columns.Header(field), shown, ReferenceEquals(shown, value) ? reason : reason.Replace(value, shown, StringComparison.Ordinal)));
    }

    /// <summary>The cell, trimmed; null when it is empty or the file has no such column.</summary>
    public string? Text(string field) => columns.Position(field) is var position and >= 0 ? Text(position) : null;

    public string? Text(int position)
    {
        var value = SpreadsheetText.Unguard(rows.Field(position).Trim()).Trim();
        return value.Length == 0 ? null : value;
    }

    public string Required(string field)
    {
        if (Text(field) is { } text)
        {
            return text;
        }

        Reject(field, string.Empty, $"'{columns.Header(field)}' is empty.");
        return string.Empty;
    }

    public DateOnly? Day(string field) => Read(field) is { } date ? date.DayIn(company.Work.TimeZone) : null;

    public DateTimeOffset? Instant(string field) => Read(field) is { } date ? date.At(company.Work.TimeZone) : null;

    /// <summary>The first day of the month the cell names, by itself (2026-03, Mar 2026) or by one of its days.</summary>
    public DateOnly? Month(string field) =>
        Text(field) is { } text && DateOnly.TryParseExact(text, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month
        : Day(field) is { } day ? new DateOnly(day.Year, day.Month, 1) : null;

    public bool? Flag(string field)
    {
        switch (Text(field)?.ToLowerInvariant())
        {
            case null:
                return null;
            case "true" or "yes" or "1" or "y" or "active":
                return true;
            case "false" or "no" or "0" or "n" or "inactive" or "deactivated":
                return false;
            case var other:
                Reject(field, other, $"'{other}' is not yes or no.");
                return null;
        }
    }

    /// <summary>The amount in the currency of its own column, else of its sign, else the company's.</summary>
    public Money? Money()
    {
        if (Text(DealFields.Amount) is not { } text)
        {
            return null;
        }

        if (!AmountText.TryRead(text, decimalComma, out var amount, out var reason))
        {
            Reject(DealFields.Amount, text, reason);
            return null;
        }

        var currency = Text(CrmHeaders.Currency)?.ToUpperInvariant();
        if (currency is { Length: > 3 } && currency.IndexOf('-', StringComparison.Ordinal) is var dash and > 0)
        {
            currency = currency[..dash].Trim();
        }

        if (currency is not null && !CurrencyCodes.IsKnown(currency))
        {
            Reject(CrmHeaders.Currency, currency, $"'{currency}' is not a currency code: write it as in {company.Currency}.");
            return null;
        }

        // A bare $ is whatever dollar the currency column or the company says.
        var dollar = text.Contains('$', StringComparison.Ordinal) && amount.Currency == "USD";
        if (currency is not null && amount.Currency is not null && amount.Currency != currency && !dollar)
        {
            Reject(DealFields.Amount, text, $"'{text}' is in {amount.Currency} and the currency column says {currency}.");
            return null;
        }

        var signed = dollar && company.Currency.EndsWith('D') ? company.Currency : amount.Currency;
        return new Money(amount.Amount, currency ?? signed ?? company.Currency);
    }

    /// <summary>The company's own spelling of a word that must be one of its list.</summary>
    public string? Word(string field, IReadOnlyList<string> known, string listName)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        foreach (var word in known)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        Reject(field, text, $"'{text}' is not one of the {listName.Replace('_', ' ')} in company.yaml. {NearestName.Known(text, known)} Correct it, or add it to {listName}.");
        return null;
    }

    private DateText? Read(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (DateText.TryRead(text, order, out var date))
        {
            return date;
        }

        var serial = text.Length is 5 or 6 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var shape = order switch
        {
            DateOrder.MonthFirst => "month/day/year, as the rest of the file, or 2026-03-31",
            DateOrder.DayFirst => "day/month/year, as the rest of the file, or 2026-03-31",
            _ => "2026-03-31",
        };
        Reject(field, text, serial
            ? $"'{text}' looks like a spreadsheet's own number for a day: give the column a date format before saving it."
            : $"'{text}' is not a date: write it as {shape}.");
        return null;
    }
}
