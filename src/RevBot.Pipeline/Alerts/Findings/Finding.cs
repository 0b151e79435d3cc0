using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Alerts.Findings;

/// <summary>Something about a deal that a rule says is to be told, with what a person needs to judge it.</summary>
/// <param name="Rule">The rule that says so.</param>
/// <param name="Deal">As it is.</param>
/// <param name="Occurrence">Which time this happens to the deal, so that each time is told once.</param>
public abstract record Finding(AlertRule Rule, Deal Deal, int Occurrence) : IFinding
{
    public AlertKind Kind => Rule.Kind;

    public AlertSubject Subject => new(AlertKinds.Of(Kind).Name, Deal.Id.Value, Occurrence);

    /// <summary>How much worse the odds of winning are for it: ten points are one in the logarithm of the odds. Rules of thumb, but for the stage's clock.</summary>
    public abstract double Points { get; }

    /// <param name="Stall">With its evidence.</param>
    public sealed record Stalled(AlertRule Rule, Deal Deal, Stall Stall) : Finding(Rule, Deal, Stall.Visit)
    {
        public override double Points => Stall.Level switch
        {
            StallLevel.Escalate => 15,
            StallLevel.Alert => 9,
            _ => 6,
        };
    }

    /// <param name="Date">The day that has passed.</param>
    /// <param name="Days">How many days ago.</param>
    public sealed record CloseDatePassed(AlertRule Rule, Deal Deal, DateOnly Date, int Days) : Finding(Rule, Deal, Date.DayNumber)
    {
        public override double Points => 8;
    }

    /// <param name="Times">How often it has been put off so far.</param>
    /// <param name="First">The date it was first expected on; null when that was none.</param>
    public sealed record CloseDatePushed(AlertRule Rule, Deal Deal, int Times, DateOnly? First) : Finding(Rule, Deal, Times)
    {
        public override double Points => Times >= 3 ? 10 : 5;
    }

    /// <param name="Before">What it was at the beginning of the time looked at.</param>
    /// <param name="After">What it is.</param>
    public sealed record AmountChanged(AlertRule Rule, Deal Deal, Money Before, Money After) : Finding(Rule, Deal, Deal.PastAmounts.Length)
    {
        /// <summary>By how much of what it was: .1 for a tenth more, -.1 for a tenth less.</summary>
        public decimal Share => (After.Amount - Before.Amount) / Before.Amount;

        public override double Points => Share < -.25m ? 4 : 0;
    }

    /// <param name="From">The stage it was in.</param>
    public sealed record MovedBack(AlertRule Rule, Deal Deal, StageId From) : Finding(Rule, Deal, Deal.Visits.Length - 1)
    {
        public override double Points => 5;
    }

    /// <param name="Fields">What its stage, or one before it, asks for and it has not.</param>
    public sealed record CriteriaMissing(AlertRule Rule, Deal Deal, IReadOnlyList<DealField> Fields) : Finding(Rule, Deal, Deal.Visits.Length - 1)
    {
        public override double Points => 4 * Fields.Count;
    }

    /// <param name="Due">The day the next step was due; null when there is none.</param>
    public sealed record NoNextStep(AlertRule Rule, Deal Deal, DateOnly? Due) : Finding(Rule, Deal, Due?.DayNumber ?? 0)
    {
        public override double Points => 7;
    }

    /// <param name="Days">Since anything happened.</param>
    public sealed record NoActivity(AlertRule Rule, Deal Deal, int Days) : Finding(Rule, Deal, Deal.Version)
    {
        public override double Points => 6;
    }

    /// <param name="Pause">The pause whose review date has come.</param>
    public sealed record PauseOver(AlertRule Rule, Deal Deal, DealPause Pause) : Finding(Rule, Deal, Pause.Until.DayNumber)
    {
        public override double Points => 8;
    }

    /// <summary>A large deal was won or lost.</summary>
    /// <param name="Amount">In the company's currency.</param>
    public sealed record Closed(AlertRule Rule, Deal Deal, decimal Amount) : Finding(Rule, Deal, Deal.Visits.Length)
    {
        public override double Points => 0;
    }
}
