namespace RevBot.Conversation.AuditLog;

/// <summary>Whether the audit log is as it was written.</summary>
/// <param name="Entries">How many were read.</param>
/// <param name="Last">The newest that is sound; null when there is none.</param>
/// <param name="SealedFrom">Number of the first entry with a seal; null when none has one.</param>
/// <param name="SealsChecked">True when a key was at hand.</param>
/// <param name="Problem">The first thing that is wrong; null when nothing is.</param>
public sealed record AuditVerdict(long Entries, AuditRecord? Last, long? SealedFrom, bool SealsChecked, AuditProblem? Problem);
