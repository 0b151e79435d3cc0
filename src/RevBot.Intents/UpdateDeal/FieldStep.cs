using System.Globalization;
using System.Text.RegularExpressions;
using RevBot.Conversation.Understanding;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.UpdateDeal;

/// <summary>How much a field is to change: two weeks, 10 %, 5k. What comes of it is known only beside the deal, and then goes the way of any value.</summary>
public abstract partial record FieldStep
{
    private FieldStep()
    {
    }

    /// <summary>Reads "2 weeks", "10 %", "5k"; null for what is no step.</summary>
    public static FieldStep? Read(string text)
    {
        if (SpanWords().Match(text) is { Success: true } span)
        {
            var count = span.Groups["count"].Value.ToLowerInvariant() switch
            {
                "a" or "an" or "one" => 1,
                "two" or "a couple of" => 2,
                "three" => 3,
                "four" => 4,
                "five" => 5,
                "six" => 6,
                var figures => int.Parse(figures, CultureInfo.InvariantCulture),
            };
            return span.Groups["unit"].Value.ToLowerInvariant() switch
            {
                "day" => new Span(count, 0),
                "week" => new Span(7 * count, 0),
                "month" => new Span(0, count),
                "quarter" => new Span(0, 3 * count),
                _ => new Span(0, 12 * count),
            };
        }

        if (ShareWords().Match(text) is { Success: true } percent)
        {
            return new Share(decimal.Parse(percent.Groups["count"].Value.Replace(',', '.'), CultureInfo.InvariantCulture));
        }

        return AmountWords.TryRead(text, out var amount, out var currency) ? new Sum(amount, currency) : null;
    }

    /// <summary>The same step the other way.</summary>
    public abstract FieldStep Back();

    /// <summary>Whether a field of this kind can change by it.</summary>
    public abstract bool Fits(FieldKind kind);

    /// <summary>The field's new value in canonical text, or what is wrong.</summary>
    public (string? Value, string? Problem) From(Deal deal, DealField field) => DealValues.Of(deal, field.Key) is { } standing
        ? Take(standing, deal, field)
        : (null, $"{deal.Name} has no {field.Label.ToLowerInvariant()} yet to count from. Give the value itself: set {deal.Name} {field.Label.ToLowerInvariant()} to {(field.Kind == FieldKind.Date ? "15 Dec" : "80k")}.");

    protected abstract (string? Value, string? Problem) Take(string standing, Deal deal, DealField field);

    /// <summary>Adds to an amount, which keeps its currency, or to a number.</summary>
    private static string Changed(string standing, Func<decimal, decimal> change)
    {
        var (number, unit) = standing.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? (standing[..space], standing[space..]) : (standing, string.Empty);
        var changed = decimal.Round(change(decimal.Parse(number, CultureInfo.InvariantCulture)), 2, MidpointRounding.AwayFromZero);
        return changed.ToString("0.##", CultureInfo.InvariantCulture) + unit;
    }

    public sealed record Span(int Days, int Months) : FieldStep
    {
        public override FieldStep Back() => new Span(-Days, -Months);

        public override bool Fits(FieldKind kind) => kind == FieldKind.Date;

        protected override (string? Value, string? Problem) Take(string standing, Deal deal, DealField field) =>
            (DealValues.Canonical(DateOnly.ParseExact(standing, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(Months).AddDays(Days)), null);
    }

    /// <summary>The same day of another month, or of the month at the same place in another quarter. A month that is too short gives its last day.</summary>
    /// <param name="Month">Of a quarter its first.</param>
    public sealed record SameDay(int Year, int Month, bool OfQuarter = false) : FieldStep
    {
        public override FieldStep Back() => this;

        public override bool Fits(FieldKind kind) => kind == FieldKind.Date;

        protected override (string? Value, string? Problem) Take(string standing, Deal deal, DealField field)
        {
            var day = DateOnly.ParseExact(standing, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var month = new DateOnly(Year, Month, 1).AddMonths(OfQuarter ? (day.Month - Month + 12) % 3 : 0);
            return (DealValues.Canonical(month.AddDays(Math.Min(day.Day, DateTime.DaysInMonth(month.Year, month.Month)) - 1)), null);
        }
    }

    public sealed record Share(decimal Percent) : FieldStep
    {
        public override FieldStep Back() => new Share(-Percent);

        public override bool Fits(FieldKind kind) => kind is FieldKind.Money or FieldKind.Number;

        protected override (string? Value, string? Problem) Take(string standing, Deal deal, DealField field) =>
            (Changed(standing, number => number * (100 + Percent) / 100), null);
    }

    /// <param name="Currency">Null when none was said: then the deal's.</param>
    public sealed record Sum(decimal Amount, string? Currency) : FieldStep
    {
        public override FieldStep Back() => this with { Amount = -Amount };

        public override bool Fits(FieldKind kind) => kind == FieldKind.Money || (kind == FieldKind.Number && Currency is null);

        protected override (string? Value, string? Problem) Take(string standing, Deal deal, DealField field) =>
            Currency is not null && deal.Amount is { } amount && amount.Currency != Currency
                ? (null, $"{deal.Name} is in {amount.Currency}, so I can't change it by an amount in {Currency}. Say the difference in {amount.Currency}.")
                : (Changed(standing, number => number + Amount), null);
    }

    [GeneratedRegex(@"^(?<count>\d{1,3}|an?|one|two|three|four|five|six|a couple of) (?<unit>day|week|month|quarter|year)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpanWords();

    [GeneratedRegex(@"^(?<count>\d{1,4}(?:[.,]\d{1,2})?) ?(?:%|percent|per cent|pct)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShareWords();
}
