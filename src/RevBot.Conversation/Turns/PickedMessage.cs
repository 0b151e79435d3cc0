namespace RevBot.Conversation.Turns;

/// <summary>A message of somebody's that a person has pointed at, to have something done with it.</summary>
/// <param name="Text">What it says, without markup.</param>
public sealed record PickedMessage(string Text, MessageReference Message);
