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
}
