using System.Collections.Immutable;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Approvals;

/// <summary>A request that a rule of the process lets a deal pass, and what became of it. Part of the deal, made from its history.</summary>
/// <param name="Number">Counted from 1 in its deal.</param>
/// <param name="AskedBy">Null when that is not known.</param>
public sealed record Approval(int Number, ApprovalRequest Request, PersonId? AskedBy, DateTimeOffset AskedAt)
{
    /// <summary>Oldest first.</summary>
    public ImmutableArray<ApprovalAnswer> Answers { get; init; } = [];

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Places of the approvers whose answer is waited for now, in order; none once it is decided.</summary>
    /// <param name="today">The company's date.</param>
    public IReadOnlyList<int> Waiting(DateOnly today)
    {
        if (StateOn(today) != ApprovalState.Waiting)
        {
            return [];
        }

        var open = Enumerable.Range(0, Request.Approvers.Length).Where(place => !Answers.Any(answer => answer.Place == place)).ToList();
        return Request.Manner == ApprovalManner.InOrder ? open[..1] : open;
    }

    /// <param name="today">The company's date.</param>
    public ApprovalState StateOn(DateOnly today)
    {
        var isOver = today >= Request.Until;
        return this switch
        {
            { WithdrawnAt: not null } => ApprovalState.Withdrawn,
            _ when Answers.Any(answer => !answer.IsGiven) => ApprovalState.Declined,
            _ when Answers.Length >= (Request.Manner == ApprovalManner.Any ? 1 : Request.Approvers.Length) => isOver ? ApprovalState.RanOut : ApprovalState.Given,
            _ => isOver ? ApprovalState.Lapsed : ApprovalState.Waiting,
        };
    }

    /// <summary>Whether the deal need not have a field, or the way be open, in the stage it was asked for.</summary>
    public bool Waives(string what, StageId stage, DateOnly today) => Request.Stage == stage && Request.Waives.Contains(what) && StateOn(today) == ApprovalState.Given;

    public bool Equals(Approval? other) => other is not null
        && (Number, AskedBy, AskedAt, WithdrawnAt) == (other.Number, other.AskedBy, other.AskedAt, other.WithdrawnAt)
        && Request == other.Request
        && Answers.AsSpan().SequenceEqual(other.Answers.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Number, AskedAt, Answers.Length);
}
