namespace RevBot.Conversation.Replies;

/// <summary>One way to read an unclear sentence.</summary>
/// <param name="Label">Shown on the button; "2" or the label picks it too.</param>
/// <param name="Utterance">The same wish said so that it has one reading; handled as if the person had said it.</param>
public sealed record Choice(string Label, string Utterance);
