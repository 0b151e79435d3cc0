namespace RevBot.Conversation.AuditLog;

/// <summary>The audit log outside a turn: what is added by itself, read and checked. Entries are only ever added.</summary>
public interface IAuditLog
{
    /// <summary>Adds an entry, durably.</summary>
    /// <exception cref="AuditKeyException">The log is sealed, and its key is not at hand.</exception>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>The records of a span of time, in their order.</summary>
    /// <param name="from">Null for the first.</param>
    /// <param name="until">The moment after the last; null for all there are.</param>
    IAsyncEnumerable<AuditRecord> ReadAsync(DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellationToken);

    /// <summary>Reads the whole log and stops at the first record that is not as it was written.</summary>
    Task<AuditVerdict> VerifyAsync(CancellationToken cancellationToken);

    /// <exception cref="AuditKeyException">The log is sealed, and its key is not at hand.</exception>
    void RequireKey();
}
