namespace RevBot.Storage.Upkeep;

/// <summary>How the store is doing: what <c>doctor</c> prints.</summary>
/// <param name="Problems">Sentences, empty when all is well.</param>
/// <param name="AuditEntries">How many the audit log has; its end was checked, its entries were not.</param>
/// <param name="DealsChecked">Deals whose state was compared with the fold of their history.</param>
public sealed record StoreReport(
    IReadOnlyList<string> Problems,
    string? Origin,
    long SchemaVersion,
    long Deals,
    long Events,
    long DealsChecked,
    long TurnsWaiting,
    long TurnsDead,
    long MessagesWaiting,
    long MessagesDead,
    long AuditEntries);
