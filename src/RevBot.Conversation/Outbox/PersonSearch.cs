namespace RevBot.Conversation.Outbox;

/// <summary>How the search for a person ended: one place to speak to them, or why there is none and what to do, a sentence a channel.</summary>
/// <param name="Found">Null when nobody was found.</param>
/// <param name="WhyNot">Empty when somebody was found, and for a channel that speaks to nobody unasked.</param>
public sealed record PersonSearch(KnownPerson? Found, IReadOnlyList<string> WhyNot)
{
    /// <summary>Nobody, and nothing to be done about it.</summary>
    public static readonly PersonSearch Nobody = new(null, []);

    public static PersonSearch Of(KnownPerson person) => new(person, []);

    public static PersonSearch None(string why) => new(null, [why]);
}
