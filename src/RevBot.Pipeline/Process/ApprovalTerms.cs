using RevBot.Pipeline.Approvals;

namespace RevBot.Pipeline.Process;

/// <summary>Who is asked, how many must agree, and for how long it may hold.</summary>
/// <param name="Approvers">In order: <c>manager</c> (of the deal's owner), a role (<c>operations</c>, <c>finance</c>, <c>executive</c>), a person's name or e-mail address.</param>
/// <param name="Days">How many days from asking on at most.</param>
public sealed record ApprovalTerms(IReadOnlyList<string> Approvers, ApprovalManner Manner, int Days);
