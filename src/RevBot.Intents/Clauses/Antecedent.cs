using System.Globalization;
using RevBot.Intents.Ask.Periods;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Clauses;

/// <summary>What was named and may be pointed to later.</summary>
/// <param name="Text">The words to name it by.</param>
/// <param name="At">Where its words end.</param>
/// <param name="Segment">In which piece of the message it stands; -1 for the question before.</param>
internal sealed record Antecedent(string Text, int At, int Segment)
{
    /// <summary>It is a value of this.</summary>
    public Dimension? Dimension { get; init; }

    /// <summary>It is these days.</summary>
    public PeriodReading? Period { get; init; }

    /// <summary>It is a dimension, not a value of one: "source".</summary>
    public bool IsNoun { get; init; }

    /// <summary>It is a measure.</summary>
    public bool IsMeasure { get; init; }

    /// <summary>Several people or customers by one word: "my reps".</summary>
    public bool IsGroup { get; init; }

    /// <summary>What the question before was about.</summary>
    public static List<Antecedent> Of(Question last)
    {
        var named = new List<Antecedent>();
        foreach (var filter in last.Filters.OfType<DealFilter.In>())
        {
            if (!filter.Negated)
            {
                named.AddRange(filter.Values.Select(value => new Antecedent(value.Label, 0, -1) { Dimension = filter.Dimension }));
            }
        }

        if (last.Period is { Start: { } start, End: { } end } period)
        {
            var text = start == end ? $"on {Day(start)}" : $"from {Day(start)} to {Day(end)}";
            named.Add(new Antecedent(text, 0, -1) { Period = new PeriodReading(period, UnitOf(start, end)) });
        }

        return named;

        static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>The words for the days a pointing word asks for; null when these are none of them.</summary>
    public string? DaysOf(PeriodUnit? unit) =>
        Period is not { } reading ? null
        : unit is null || reading.Unit == unit ? Text
        : unit == PeriodUnit.Month && reading.Unit == PeriodUnit.Day && reading.Happened.Start is { } day ? day.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : null;

    private static PeriodUnit UnitOf(DateOnly start, DateOnly end) => (end.DayNumber - start.DayNumber) switch
    {
        0 => PeriodUnit.Day,
        <= 6 => PeriodUnit.Week,
        _ when start.Month == end.Month && start.Year == end.Year => PeriodUnit.Month,
        <= 92 => PeriodUnit.Quarter,
        <= 184 => PeriodUnit.Half,
        _ => PeriodUnit.Year,
    };
}
