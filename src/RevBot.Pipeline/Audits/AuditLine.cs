namespace RevBot.Pipeline.Audits;

/// <summary>What one check has found altogether.</summary>
/// <param name="Issues">The severe ones first, then by worth; at least one.</param>
/// <param name="Worth">What the deals add up to in the company's currency; those without an amount or a rate count nothing.</param>
public sealed record AuditLine(AuditCheck Check, IReadOnlyList<AuditIssue> Issues, decimal Worth)
{
    public int Severe => Issues.Count(issue => issue.IsSevere);
}
