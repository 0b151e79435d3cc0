using System.Globalization;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>The few turns of phrase that reasons and requirements are written with.</summary>
internal static class Sentence
{
    /// <summary>"a close date", "an amount"; a plural stands alone: "stakeholders".</summary>
    public static string WithArticle(string label)
    {
        var noun = InMidSentence(label);
        if (noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) && !noun.EndsWith("us", StringComparison.Ordinal))
        {
            return noun;
        }

        return ("aeiou".Contains(char.ToLowerInvariant(noun[0]), StringComparison.Ordinal) ? "an " : "a ") + noun;
    }

    /// <summary>"Close date" → "close date"; "ARR uplift" stays.</summary>
    public static string InMidSentence(string label) =>
        label.Length > 1 && char.IsUpper(label[1]) ? label : char.ToLowerInvariant(label[0]) + label[1..];

    /// <summary>"A, B and C".</summary>
    public static string List(IReadOnlyCollection<string> items) => items.Count switch
    {
        0 => "none",
        1 => items.First(),
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items.Last()}",
    };

    /// <summary>"A, B or C".</summary>
    public static string Any(IReadOnlyCollection<string> items) =>
        items.Count < 2 ? List(items) : $"{string.Join(", ", items.Take(items.Count - 1))} or {items.Last()}";

    /// <summary>A canonical value as people read it: "80,000 USD", "3 Nov 2026".</summary>
    public static string Value(DealField field, string canonical) => field.Kind switch
    {
        FieldKind.Money when FieldReading.MoneyOf(canonical) is var money => string.Create(CultureInfo.InvariantCulture, $"{money.Amount:#,0.##} {money.Currency}"),
        FieldKind.Date => Day(FieldReading.DayOf(canonical)),
        _ => canonical,
    };

    /// <summary>"3 Nov 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
