namespace RevBot.Conversation.Forms;

/// <summary>What was filled in: field id to canonical text. Fields left empty are absent.</summary>
public sealed record FormValues(IReadOnlyDictionary<string, string> Items)
{
    public static FormValues Empty { get; } = new(new Dictionary<string, string>());

    public string? this[string field] => Items.TryGetValue(field, out var value) ? value : null;
}
