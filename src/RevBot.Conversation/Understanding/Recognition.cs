namespace RevBot.Conversation.Understanding;

/// <summary>An intent's offer to handle a sentence.</summary>
/// <param name="Score">0 to 1. Over .9: said outright (a command with its object). .5 to .9: fits. Below .5 it is not taken.</param>
/// <param name="Call">What it read, in the intent's own type; given back to it.</param>
public sealed record Recognition(double Score, object Call);
