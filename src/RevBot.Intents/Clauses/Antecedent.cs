using System.Globalization;
using RevBot.Intents.Ask.Periods;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Clauses;

/// <summary>What was named and may be pointed to later.</summary>
/// <param name="Text">The words to name it by.</param>
/// <param name="At">Where its words end.</param>
/// <param name="Segment">In which piece of the message it stands; below zero for what was said before, the nearer the higher.</param>
internal sealed record Antecedent(string Text, int At, int Segment)
{
    /// <summary>It came out first in the answer before.</summary>
    public const int Winner = -1;

    /// <summary>The question before is about it.</summary>
    public const int Question = -2;

    /// <summary>The question before leaves it out.</summary>
    public const int LeftOut = -3;

    /// <summary>The row at the end, however many there are.</summary>
    public const int LastRow = int.MaxValue;

    /// <summary>Which row of the answer before it is, from 1; 0 for what was named.</summary>
    public int Row { get; init; }

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
            // "With her included" behind everybody but one.
            if (!filter.Negated || filter is { Dimension: Pipeline.Questions.Dimension.Owner, Values.Length: 1 })
            {
                named.AddRange(filter.Values.Select(value => new Antecedent(filter.Dimension == Pipeline.Questions.Dimension.Team && !value.Label.EndsWith("team", StringComparison.OrdinalIgnoreCase) ? value.Label + " team" : value.Label, 0, filter.Negated ? LeftOut : Question) { Dimension = filter.Dimension }));
            }
        }

        if (last.Period is { Start: { } start, End: { } end } period)
        {
            var text = start == end ? $"on {Day(start)}" : $"from {Day(start)} to {Day(end)}";
            named.Add(new Antecedent(text, 0, Question) { Period = new PeriodReading(period, UnitOf(start, end)) });
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
