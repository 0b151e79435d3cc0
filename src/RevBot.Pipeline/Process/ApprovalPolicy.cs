using RevBot.Pipeline.Approvals;

namespace RevBot.Pipeline.Process;

/// <summary>What the company lets people approve.</summary>
/// <param name="Exceptions">Who may let a deal through although its stage asks for more; null where nobody may.</param>
public sealed record ApprovalPolicy(ApprovalTerms? Exceptions, IReadOnlyList<ApprovalGate> Gates)
{
    /// <summary>How many days an exception holds at most where the company says nothing.</summary>
    public const int UsualDays = 30;

    /// <summary>What a company that says nothing has: the owner's manager or operations may let a deal through, and there are no gates.</summary>
    public static ApprovalPolicy Usual { get; } = new(new ApprovalTerms([ApproverDirectory.Manager, "operations"], ApprovalManner.Any, UsualDays), []);

    public bool IsUsual => ReferenceEquals(this, Usual);

    public ApprovalGate? Find(string? key) => Gates.FirstOrDefault(gate => gate.Key == key);

    /// <summary>The terms of an exception (null) or of a gate; null where there are none any more.</summary>
    public ApprovalTerms? TermsOf(string? gate) => gate is null ? Exceptions : Find(gate)?.Terms;
}
