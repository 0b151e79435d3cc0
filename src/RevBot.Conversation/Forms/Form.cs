using RevBot.Conversation.Replies;

namespace RevBot.Conversation.Forms;

/// <summary>A form in no platform's terms: Slack shows it as a modal, the page and Teams as a dialog, the terminal asks field by field.</summary>
/// <param name="Title">At most 24 characters.</param>
/// <param name="Intro">What will happen, above the fields.</param>
/// <param name="SubmitLabel">At most 24 characters.</param>
public sealed record Form(string Title, IReadOnlyList<CardElement> Intro, IReadOnlyList<Field> Fields, string SubmitLabel)
{
    /// <summary>What may be done instead of filling it in: buttons beside the form where it is a card, what may be said where it is an interview. A dialog has them on the card it was opened from.</summary>
    public IReadOnlyList<CardButton> Beside { get; init; } = [];
}
