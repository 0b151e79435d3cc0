using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Answers;

/// <summary>One line of a breakdown.</summary>
/// <param name="Keys">One value for each dimension of the breakdown.</param>
/// <param name="Value">Null when there is no data for it: then "no data", never 0.</param>
/// <param name="Compared">The value in the period compared with; null when none was asked for or there is none.</param>
/// <param name="Deals">How many deals are behind the value.</param>
/// <param name="Change">Whether it has really changed against the period compared with; null where that is not told.</param>
public sealed record AnswerRow(IReadOnlyList<DimensionValue> Keys, decimal? Value, decimal? Compared, int Deals, ValueChange? Change = null)
{
    /// <summary>Where the value may well lie, as <see cref="Answer.Range"/>; null where none is told.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>What stands in the place of a value there is none of: "attained", "no quota"; null for "no data".</summary>
    public string? Instead { get; init; }

    /// <summary>The part it is of all rows that have a name, where that is told: of the deals lost for a reason that was said.</summary>
    public decimal? Share { get; init; }
}
