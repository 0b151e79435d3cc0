namespace RevBot.Pipeline.Approvals;

/// <summary>Up to which value of a field something was approved; beyond it, it must be asked for again.</summary>
/// <param name="Field">Key of the amount or of a field that holds a number.</param>
/// <param name="Most">In the company's currency for money.</param>
public sealed record ApprovalBound(string Field, decimal Most);
