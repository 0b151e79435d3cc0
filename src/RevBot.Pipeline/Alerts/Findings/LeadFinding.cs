using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Leads;

namespace RevBot.Pipeline.Alerts.Findings;

/// <summary>A lead that marketing has qualified and that nobody in sales has taken on in the time agreed.</summary>
/// <param name="Since">When it was qualified.</param>
/// <param name="Days">Business days since then.</param>
/// <param name="Limit">Business days agreed.</param>
/// <param name="QualifiedOn">The company day on which it was qualified.</param>
public sealed record LeadFinding(AlertRule Rule, Lead Lead, DateTimeOffset Since, double Days, double Limit, DateOnly QualifiedOn) : IFinding
{
    public AlertSubject Subject => new(AlertKinds.Of(AlertKind.LeadHandoff).Name, Lead.Id, QualifiedOn.DayNumber);

    /// <summary>Business days over the limit.</summary>
    public double Over => Days - Limit;
}
