using System.Collections.Immutable;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Moves;

/// <summary>What somebody wants approved, before reason and last day are known.</summary>
/// <param name="Gate">Key of the gate; null for an exception.</param>
/// <param name="Waives">See <see cref="ApprovalRequest.Waives"/>.</param>
/// <param name="Facts">What was said for the move.</param>
public sealed record ApprovalWish(string? Gate, StageId Stage, ImmutableArray<string> Waives, ApprovalBound? Bound, ImmutableDictionary<string, string> Facts, string? Reason = null, DateOnly? Until = null)
{
    public bool IsException => Gate is null;
}
