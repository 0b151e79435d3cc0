namespace RevBot.Intents.Changes;

/// <summary>The memory of a conversation's last write, so that "undo" needs no name.</summary>
public static class LastWrite
{
    /// <summary>Holds <c>deal|turn</c> (<see cref="ButtonValue"/>), or <c>|turn</c> for all the deals a turn changed.</summary>
    public const string Key = "last-write";

    public const string UndoAction = "undo-last-change.undo";

    /// <summary>After a write that is put right by saying it again: "undo" must not mean the one before it.</summary>
    public static IReadOnlyDictionary<string, string?> None { get; } = new Dictionary<string, string?> { [Key] = null };

    /// <summary>All the deals a turn changed.</summary>
    public static string OfMany(string turn) => ButtonValue.Join("", turn);
}
