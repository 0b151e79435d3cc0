namespace RevBot.Intents.Changes;

/// <summary>The memory of a conversation's last write, so that "undo" needs no name.</summary>
public static class LastWrite
{
    /// <summary>Holds <c>deal|turn</c> (<see cref="ButtonValue"/>), <c>|turn</c> for all the deals a turn changed, <c>lead:id|turn</c>, or <c>record:|turn</c> for an account or contact.</summary>
    public const string Key = "last-write";

    public const string UndoAction = "undo-last-change.undo";

    private const string LeadPrefix = "lead:";

    private const string RecordPrefix = "record:";

    /// <summary>After a write that is put right by saying it again: "undo" must not mean the one before it.</summary>
    public static IReadOnlyDictionary<string, string?> None { get; } = new Dictionary<string, string?> { [Key] = null };

    /// <summary>All the deals a turn changed.</summary>
    public static string OfMany(string turn) => ButtonValue.Join("", turn);

    /// <summary>What a turn did to a lead.</summary>
    public static string OfLead(string lead, string turn) => ButtonValue.Join(LeadPrefix + lead, turn);

    /// <summary>The account or contact that a turn added or changed.</summary>
    public static string OfRecord(string turn) => ButtonValue.Join(RecordPrefix, turn);

    /// <summary>The turn of <see cref="OfRecord"/>; null for what was done to deals or leads.</summary>
    public static string? RecordOf(string value) => ButtonValue.Split(value) is (RecordPrefix, var turn) ? turn : null;

    /// <summary>The lead and the turn of <see cref="OfLead"/>; null for what was done to deals.</summary>
    public static (string Lead, string Turn)? LeadOf(string value) =>
        ButtonValue.Split(value) is var (id, turn) && id.StartsWith(LeadPrefix, StringComparison.Ordinal) ? (id[LeadPrefix.Length..], turn) : null;
}
