using System.Diagnostics;
using System.Globalization;
using RevBot.Conversation.Understanding;

namespace RevBot.Conversation.Forms;

/// <summary>Reads what was written into one field; the same for a modal, a dialog and an interview. Problems name the value and the fix.</summary>
public static class FieldReader
{
    /// <summary>More choices than these are not listed in a sentence.</summary>
    private const int MostNamed = 20;

    public static FieldReading Read(Field field, string? text, DateSense dates)
    {
        ArgumentNullException.ThrowIfNull(field);
        var said = text?.Trim() ?? "";
        if (said.Length == 0)
        {
            return field.Required ? FieldReading.Wrong($"{field.Label} is needed.") : default;
        }

        return field switch
        {
            ChoiceField choice => ReadChoice(choice, said),
            TextField words => ReadText(words, said),
            DateField date => ReadDate(date, said, dates),
            MoneyField money => ReadMoney(money, said),
            NumberField number => ReadNumber(number, said),
            _ => throw new UnreachableException($"No reading for {field.GetType().Name}."),
        };
    }

    private static FieldReading ReadChoice(ChoiceField field, string said) =>
        field.Options.FirstOrDefault(option => option.Key == said) is { } option
            ? FieldReading.Of(option.Key)
            : FieldReading.Wrong(field.IsPartial || field.Options.Count > MostNamed
                ? $"\"{said}\" is not one of the choices for {field.Label}."
                : $"\"{said}\" is not one of the choices for {field.Label}; choose one of: {string.Join(", ", field.Options.Select(known => known.Label))}.");

    private static FieldReading ReadText(TextField field, string said) =>
        said.Length <= field.MaxLength
            ? FieldReading.Of(said)
            : FieldReading.Wrong(string.Create(CultureInfo.InvariantCulture, $"{field.Label} is too long: {said.Length:N0} characters; at most {field.MaxLength:N0} fit."));

    private static FieldReading ReadDate(DateField field, string said, DateSense dates)
    {
        if (!DateWords.TryRead(said, dates, out var date))
        {
            return FieldReading.Wrong($"\"{said}\" is not a date; write it like {Iso(dates.Today)}, 15 Dec or Friday.");
        }

        if (field.Max is { } latest && date > latest)
        {
            // Words without a year look ahead; where only the past is allowed they look back.
            date = DateWords.BackBefore(said, date, dates with { Today = latest });
        }

        return field.Min is { } min && date < min ? FieldReading.Wrong($"{field.Label} {Day(date)} is too early; it must be {Day(min)} or later.")
            : field.Max is { } max && date > max ? FieldReading.Wrong($"{field.Label} {Day(date)} is too late; it must be {Day(max)} or earlier.")
            : FieldReading.Of(Iso(date));
    }

    private static FieldReading ReadMoney(MoneyField field, string said)
    {
        var minus = said is ['-' or '−', ..];
        if (!AmountWords.TryRead(minus ? said[1..] : said, out var amount, out var currency))
        {
            return FieldReading.Wrong($"\"{said}\" is not an amount; write it like 80000, 80k or 1.2m.");
        }

        if (currency is not null && currency != field.Currency)
        {
            return FieldReading.Wrong($"{field.Label} is kept in {field.Currency}, and \"{said}\" is in {currency}; give it in {field.Currency}.");
        }

        return InRange(field.Label, minus ? -amount : amount, field.Min, null, " " + field.Currency);
    }

    private static FieldReading ReadNumber(NumberField field, string said)
    {
        var minus = said is ['-' or '−', ..];
        var plain = (minus ? said[1..] : said).TrimEnd('%', ' ');
        return AmountWords.TryRead(plain, out var number, out var currency) && currency is null
            ? InRange(field.Label, minus ? -number : number, field.Min, field.Max, "")
            : FieldReading.Wrong($"\"{said}\" is not a number for {field.Label}; write it like 12 or 3.5.");
    }

    private static FieldReading InRange(string label, decimal number, decimal? min, decimal? max, string unit) =>
        number < min ? FieldReading.Wrong($"{label} {Figure(number)}{unit} is too low; it must be {Figure(min.Value)}{unit} or more.")
        : number > max ? FieldReading.Wrong($"{label} {Figure(number)}{unit} is too high; it must be {Figure(max.Value)}{unit} or less.")
        : FieldReading.Of(number.ToString("0.############", CultureInfo.InvariantCulture));

    private static string Figure(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
