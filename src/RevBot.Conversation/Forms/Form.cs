using RevBot.Conversation.Replies;

namespace RevBot.Conversation.Forms;

/// <summary>A form in no platform's terms: Slack shows it as a modal, the page and Teams as a dialog, the terminal asks field by field.</summary>
/// <param name="Title">At most 24 characters.</param>
/// <param name="Intro">What will happen, above the fields.</param>
/// <param name="SubmitLabel">At most 24 characters.</param>
public sealed record Form(string Title, IReadOnlyList<CardElement> Intro, IReadOnlyList<Field> Fields, string SubmitLabel);
