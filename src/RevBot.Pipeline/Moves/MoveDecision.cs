using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Moves;

/// <summary>What the process says to a wish.</summary>
public abstract record MoveDecision
{
    private MoveDecision()
    {
    }

    /// <summary>It may happen; these events make it so. Only the rules make one, and only one of them is ever written.</summary>
    public sealed record Accepted : MoveDecision
    {
        internal Accepted(IReadOnlyList<DealEvent> events) => Events = events;

        public IReadOnlyList<DealEvent> Events { get; }
    }

    /// <summary>It may happen once these are filled in.</summary>
    public sealed record Incomplete(IReadOnlyList<Requirement> Missing) : MoveDecision;

    /// <summary>It may happen once somebody has agreed.</summary>
    /// <param name="Gate">What it has to pass.</param>
    /// <param name="Wish">What is to be approved.</param>
    /// <param name="Waiting">The request that waits for an answer already, or null.</param>
    /// <param name="Reason">A sentence that says why, and of whom.</param>
    public sealed record NeedsApproval(ApprovalGate Gate, ApprovalWish Wish, Approval? Waiting, string Reason) : MoveDecision;

    /// <summary>It may not happen. <paramref name="Reason"/> is a sentence for the person that names the fix where there is one.</summary>
    /// <param name="Field">The field whose value was wrong, or null when the move itself is.</param>
    public sealed record Refused(string Reason, string? Field = null) : MoveDecision;
}
