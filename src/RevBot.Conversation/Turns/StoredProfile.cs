namespace RevBot.Conversation.Turns;

/// <summary>A kept profile and when the platform told it, for the reader to judge whether it is fresh enough.</summary>
public sealed record StoredProfile(ActorProfile Profile, DateTimeOffset At);
