namespace RevBot.Storage.AuditLog;

/// <summary>Where the log ends, kept apart from its records.</summary>
/// <param name="Number">Of the newest record; 0 for an empty log.</param>
/// <param name="Tip">What the next record must build on.</param>
/// <param name="Seal">Null when the newest record was written without a key.</param>
internal sealed record AuditHead(long Number, string Tip, string? Seal);
