using System.Diagnostics.CodeAnalysis;
using RevBot.Conversation.AuditLog;

namespace RevBot.Intents.Changes;

/// <summary>Why something is not done: the sentence for the person, and the ground it is refused on. A sentence alone is a rule's.</summary>
public sealed record Denial(string Reason, RefusalClass Class)
{
    [return: NotNullIfNotNull(nameof(reason))]
    public static implicit operator Denial?(string? reason) => FromString(reason);

    [return: NotNullIfNotNull(nameof(reason))]
    public static Denial? FromString(string? reason) => reason is null ? null : new Denial(reason, RefusalClass.Rule);

    /// <summary>This person may not; null when they may.</summary>
    [return: NotNullIfNotNull(nameof(reason))]
    public static Denial? OfRights(string? reason) => reason is null ? null : new Denial(reason, RefusalClass.Rights);

    public override string ToString() => Reason;
}
