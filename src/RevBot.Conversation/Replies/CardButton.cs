namespace RevBot.Conversation.Replies;

/// <summary>A button. Carries ids, never decisions: rights and state are checked again when it is pressed.</summary>
/// <param name="Label">At most 30 characters are shown everywhere.</param>
/// <param name="ActionId"><c>slice.verb</c>.</param>
/// <param name="Value">At most 150 characters of ids.</param>
/// <param name="Confirm">Asked before it counts, or null.</param>
public sealed record CardButton(string Label, string ActionId, string Value, ButtonStyle Style = ButtonStyle.Default, string? Confirm = null)
{
    /// <summary>Pressing it may ask for fields: where a dialog must be asked for by the button itself, this one does.</summary>
    public bool OpensForm { get; init; }
}
