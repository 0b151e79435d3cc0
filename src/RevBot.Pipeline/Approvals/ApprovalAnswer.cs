using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Approvals;

/// <summary>What one of those asked has said.</summary>
/// <param name="Place">Which of the approvers, counted from 0.</param>
/// <param name="Note">Why, in the person's words; always there when it was declined.</param>
public sealed record ApprovalAnswer(int Place, bool IsGiven, PersonId? By, DateTimeOffset At, string? Note);
