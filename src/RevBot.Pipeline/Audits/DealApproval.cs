using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Audits;

/// <summary>An approval with its deal as it is now.</summary>
public readonly record struct DealApproval(Deal Deal, Approval Approval)
{
    /// <summary>True when it was given, whether it still holds or not, and not taken back.</summary>
    public bool IsGiven => Approval.WithdrawnAt is null && Approval.StateOn(DateOnly.MinValue) == ApprovalState.Given;
}
