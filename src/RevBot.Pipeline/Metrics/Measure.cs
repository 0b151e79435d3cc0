using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Counting;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Metrics;

/// <summary>How a metric counts a deal and what it makes of the count. One instance serves every question: it holds no state.</summary>
internal abstract class Measure
{
    /// <summary>True when the amount is counted: deals without one are then left out, and said.</summary>
    public virtual bool NeedsAmount => true;

    /// <summary>True when each stay in a stage is counted on its own, not the deal as a whole: <see cref="CountStays"/> then does it.</summary>
    public virtual bool CountsStays => false;

    /// <summary>Counts all stays of one period at once.</summary>
    public virtual void CountStays(in StaySurvey survey) => throw new NotSupportedException();

    /// <summary>Why something cannot be counted, or null when it can.</summary>
    public virtual string? Obstacle(in Observation observation) => null;

    /// <param name="amount">In the answer's currency; 0 when the measure needs none.</param>
    public abstract void Add(ref Tally tally, in Observation observation, decimal amount);

    /// <summary>Null when the tally gives no number ("no data", which is not 0).</summary>
    public abstract decimal? Value(in Tally tally);

    /// <summary>Where the true value may lie; null where that is not told.</summary>
    public virtual ValueRange? Range(in Tally tally) => null;

    /// <summary>Whether the value has really changed between two periods; null where that is not told.</summary>
    public virtual ValueChange? Change(in Tally before, in Tally after) => null;

    /// <summary>What to say when deals were counted and there is still no number.</summary>
    public virtual string NoValue(in Tally tally) => "There is no data for that.";

    /// <summary>Sum of amounts.</summary>
    public sealed class Amount : Measure
    {
        public override void Add(ref Tally tally, in Observation observation, decimal amount) => tally.Sum += amount;

        public override decimal? Value(in Tally tally) => tally.Deals == 0 ? null : tally.Sum;
    }

    /// <summary>Mean of amounts.</summary>
    public sealed class Average : Measure
    {
        public override void Add(ref Tally tally, in Observation observation, decimal amount) => tally.Sum += amount;

        public override decimal? Value(in Tally tally) => tally.Deals == 0 ? null : tally.Sum / tally.Deals;
    }

    /// <summary>Number of deals; here 0 is an answer.</summary>
    public sealed class Count : Measure
    {
        public override bool NeedsAmount => false;

        public override void Add(ref Tally tally, in Observation observation, decimal amount)
        {
        }

        public override decimal? Value(in Tally tally) => tally.Deals;
    }
}
