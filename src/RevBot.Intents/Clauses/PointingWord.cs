using RevBot.Intents.Ask.Periods;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Clauses;

/// <summary>A word that stands for something named elsewhere, or two of them: "she", "that day".</summary>
/// <param name="Thing">The dimension it says to point to: "that stage".</param>
/// <param name="Unit">The kind of days it says to point to: "that month".</param>
internal sealed record PointingWord(int First, int Count, PointingKind Kind, Dimension? Thing = null, PeriodUnit? Unit = null)
{
    public int End => First + Count;

    /// <summary>Which row, from 1; the last is <see cref="Antecedent.LastRow"/>.</summary>
    public int Row { get; init; }

    /// <summary>"her deals": it stands for somebody's.</summary>
    public bool IsPossessive { get; init; }

    /// <summary>False for what as a rule points to the deals just spoken of: "they", "their".</summary>
    public bool IsStrict { get; init; } = true;
}
