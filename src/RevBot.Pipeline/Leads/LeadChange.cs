using RevBot.Pipeline.Leads.History;

namespace RevBot.Pipeline.Leads;

/// <summary>Events decided on one version of a lead.</summary>
/// <param name="ExpectedVersion">The <see cref="LeadLife.Version"/> the decision was made on; 0 for a lead that nothing has happened to here.</param>
public sealed record LeadChange(string Lead, int ExpectedVersion, IReadOnlyList<LeadEvent> Events);
