using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Audits;

/// <summary>Something an audit has found of a deal, with what a person needs to judge it.</summary>
/// <param name="Check">What was looked for.</param>
/// <param name="Deal">As it is.</param>
/// <param name="IsSevere">True when figures made from the deal are wrong because of it.</param>
public abstract record AuditIssue(AuditCheck Check, Deal Deal, bool IsSevere)
{
    public sealed record NoAmount(Deal Deal) : AuditIssue(AuditCheck.NoAmount, Deal, true);

    public sealed record NoCloseDate(Deal Deal) : AuditIssue(AuditCheck.NoCloseDate, Deal, true);

    /// <param name="Date">The day that has passed.</param>
    /// <param name="Days">How many days ago.</param>
    public sealed record CloseDatePassed(Deal Deal, DateOnly Date, int Days) : AuditIssue(AuditCheck.CloseDatePassed, Deal, Days > DealAuditor.LongOverdueDays);

    /// <param name="Step">What is to be done; null when nobody says.</param>
    /// <param name="Due">The day it was to be done on; null when it has none.</param>
    public sealed record NoNextStep(Deal Deal, string? Step, DateOnly? Due) : AuditIssue(AuditCheck.NoNextStep, Deal, false);

    /// <param name="Days">Since anything happened.</param>
    public sealed record LeftAlone(Deal Deal, int Days) : AuditIssue(AuditCheck.LeftAlone, Deal, false);

    /// <param name="Fields">At least one.</param>
    public sealed record CriteriaMissing(Deal Deal, IReadOnlyList<DealField> Fields) : AuditIssue(AuditCheck.CriteriaMissing, Deal, false);

    /// <param name="Times">How often it was put off.</param>
    /// <param name="AcrossQuarters">How often from one fiscal quarter into a later one.</param>
    /// <param name="First">The date it was first expected on; null when that was none.</param>
    public sealed record DatePushed(Deal Deal, int Times, int AcrossQuarters, DateOnly? First) : AuditIssue(AuditCheck.DatePushed, Deal, AcrossQuarters > 1);

    /// <param name="Claim">How likely it is by its owner, 0 to 1.</param>
    /// <param name="Category">The forecast category that says so; null when a probability does.</param>
    /// <param name="Odds">How likely deals of its stage, segment and age are won within a year.</param>
    /// <param name="Past">How many past stays of this length say so.</param>
    public sealed record Overstated(Deal Deal, double Claim, string? Category, double Odds, int Past) : AuditIssue(AuditCheck.Overstated, Deal, true);

    /// <param name="Other">The older one of the two.</param>
    /// <param name="IsSameProduct">False when it is their names that are alike.</param>
    public sealed record Duplicate(Deal Deal, Deal Other, bool IsSameProduct) : AuditIssue(AuditCheck.Duplicate, Deal, true);

    public sealed record LostWithoutReason(Deal Deal, DateOnly Day) : AuditIssue(AuditCheck.LostWithoutReason, Deal, false);

    /// <param name="Days">Since it was created.</param>
    /// <param name="Longest">Days that the slowest win of its segment took.</param>
    /// <param name="Segment">Null for deals without one.</param>
    /// <param name="Wins">How many were looked at.</param>
    public sealed record Zombie(Deal Deal, int Days, int Longest, string? Segment, int Wins) : AuditIssue(AuditCheck.Zombie, Deal, true);

    /// <param name="Amount">What stands on it.</param>
    /// <param name="Same">On how many of the owner's open deals, this one among them.</param>
    /// <param name="Deals">How many open deals with an amount the owner has.</param>
    public sealed record RoundAmount(Deal Deal, Money Amount, int Same, int Deals) : AuditIssue(AuditCheck.RoundAmount, Deal, false);
}
