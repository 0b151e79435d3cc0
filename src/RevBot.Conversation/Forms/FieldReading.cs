namespace RevBot.Conversation.Forms;

/// <summary>What one field's text was read as: canonical text, or why it does not count. Both null: left empty.</summary>
public readonly record struct FieldReading(string? Value, string? Problem)
{
    public static FieldReading Of(string value) => new(value, null);

    public static FieldReading Wrong(string problem) => new(null, problem);
}
