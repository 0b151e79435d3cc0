namespace RevBot.Conversation.AuditLog;

/// <summary>An entry in its place in the log, exactly as it is stored.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Written">Deals that were changed, each with the version it has since: <c>D-101@7 D-102@3</c>.</param>
/// <param name="Previous">What the record before ends with: its seal, else its hash; empty for the first.</param>
/// <param name="Hash">SHA-256 over everything before it in this record, in hex.</param>
/// <param name="Seal">HMAC-SHA-256 of the hash with the log's key, in hex; null when there was no key.</param>
public sealed record AuditRecord(
    long Number,
    long At,
    string Kind,
    string Door,
    string Actor,
    string? Person,
    string? Room,
    string? Turn,
    string Intent,
    string? Class,
    string Reading,
    long Deals,
    string Written,
    string Previous,
    string Hash,
    string? Seal)
{
    /// <summary>What the next record must build on.</summary>
    public string Tip => Seal ?? Hash;

    /// <summary>The moment; null when the number is none.</summary>
    public DateTimeOffset? Moment =>
        At >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && At <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(At) : null;
}
