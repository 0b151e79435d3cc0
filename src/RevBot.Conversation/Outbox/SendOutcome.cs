using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>How a send ended.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    public sealed record Delivered(MessageReference Message) : SendOutcome;

    /// <summary>Not now. <paramref name="After"/> is the platform's own wait (Retry-After), or null: then the outbox's schedule decides.</summary>
    public sealed record Retry(TimeSpan? After, string Error) : SendOutcome;

    /// <summary>Never: trying again would fail the same way.</summary>
    public sealed record Rejected(string Error) : SendOutcome;

    /// <summary>Never, and nothing else there either: the bot was removed from the room, or it is closed or gone.</summary>
    /// <param name="Why">For a person, as part of a sentence: "the room was archived".</param>
    /// <param name="Room">What people call it, where the channel knows that.</param>
    public sealed record RoomLost(string Error, string Why, string? Room = null) : SendOutcome;
}
