using RevBot.Pipeline.Leads.History;

namespace RevBot.Pipeline.Leads;

/// <summary>What happened to leads here.</summary>
public interface ILeadHistory
{
    /// <summary>All events of a lead, oldest first; empty where only imports speak of it.</summary>
    Task<IReadOnlyList<LeadEvent>> GetLeadHistoryAsync(string lead, CancellationToken cancellationToken);
}
