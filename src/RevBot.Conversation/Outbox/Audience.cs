using RevBot.Conversation.Turns;

namespace RevBot.Conversation.Outbox;

/// <summary>Who reads in a place, as its platform tells.</summary>
public abstract record Audience
{
    private Audience()
    {
    }

    /// <summary>Nobody but whom the place belongs to: a direct chat.</summary>
    public static Audience Alone { get; } = new Known([]);

    /// <summary>Everybody who reads there but bots; guests are marked as such, and whoever's account is switched off has no address.</summary>
    public sealed record Known(IReadOnlyList<ActorProfile> People) : Audience;

    /// <summary>It cannot be told who reads there.</summary>
    /// <param name="Why">For a person, as a sentence that says what to do about it.</param>
    /// <param name="IsPassing">True when asking again may go well.</param>
    /// <param name="After">How long the platform asks to wait before that; null where it does not.</param>
    public sealed record Unknown(string Why, bool IsPassing = false, TimeSpan? After = null) : Audience;
}
