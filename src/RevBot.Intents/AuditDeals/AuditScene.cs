using RevBot.Intents.Wording;
using RevBot.Pipeline.Audits;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.AuditDeals;

/// <summary>An audit with all its cards are made from.</summary>
/// <param name="Clock">Whoever reads it, for the moment it is of.</param>
internal sealed record AuditScene(HygieneAudit Audit, AuditScope.Found Scope, Person Reader, PipelineSnapshot Snapshot, CompanyProfile Company, ReaderClock Clock, DateTimeOffset Now)
{
    public string NameOf(PersonId? owner) => owner is { } id ? Snapshot.People.GetValueOrDefault(id)?.Name ?? id.Value : "nobody";
}
