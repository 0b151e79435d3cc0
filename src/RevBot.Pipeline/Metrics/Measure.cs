namespace RevBot.Pipeline.Metrics;

/// <summary>How a metric counts a deal and what it makes of the count. One instance serves every question: it holds no state.</summary>
internal abstract class Measure
{
    /// <summary>True when the amount is counted: deals without one are then left out, and said.</summary>
    public virtual bool NeedsAmount => true;

    /// <summary>Why a deal with an amount still cannot be counted, or null when it can.</summary>
    public virtual string? Obstacle(in Observation observation) => null;

    /// <param name="amount">In the answer's currency; 0 when the measure needs none.</param>
    public abstract void Add(Tally tally, in Observation observation, decimal amount);

    /// <summary>Null when the tally gives no number ("no data", which is not 0).</summary>
    public abstract decimal? Value(Tally tally);

    /// <summary>Sum of amounts.</summary>
    public sealed class Amount : Measure
    {
        public override void Add(Tally tally, in Observation observation, decimal amount) => tally.Sum += amount;

        public override decimal? Value(Tally tally) => tally.Deals == 0 ? null : tally.Sum;
    }

    /// <summary>Number of deals; here 0 is an answer.</summary>
    public sealed class Count : Measure
    {
        public override bool NeedsAmount => false;

        public override void Add(Tally tally, in Observation observation, decimal amount)
        {
        }

        public override decimal? Value(Tally tally) => tally.Deals;
    }
}
