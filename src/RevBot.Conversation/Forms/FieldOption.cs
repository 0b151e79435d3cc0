namespace RevBot.Conversation.Forms;

/// <summary>An option of a <see cref="ChoiceField"/>.</summary>
/// <param name="Group">Heading it stands under, or null.</param>
public sealed record FieldOption(string Key, string Label, string? Group = null);
