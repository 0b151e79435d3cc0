namespace RevBot.Conversation.Turns;

/// <summary>Who has spoken to the bot, as the platform said of them.</summary>
/// <param name="At">When the platform said so, which is within some hours of when they were last heard.</param>
public sealed record HeardActor(Actor Actor, ActorProfile Profile, DateTimeOffset At);
