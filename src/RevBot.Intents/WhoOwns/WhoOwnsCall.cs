namespace RevBot.Intents.WhoOwns;

/// <summary>A question after who owns something, cut into its parts.</summary>
/// <param name="Said">The whole question; <paramref name="Start"/> and <paramref name="Length"/> mark what it is about.</param>
/// <param name="IsLead">True when it says "lead".</param>
/// <param name="AsksSince">Whether it asks since when.</param>
internal sealed record WhoOwnsCall(string Said, int Start, int Length, bool IsLead, bool AsksSince)
{
    public string Words => Said.Substring(Start, Length);

    /// <summary>The same question about something named by its id.</summary>
    public string For(string name) => string.Concat(Said.AsSpan(0, Start), name, Said.AsSpan(Start + Length));
}
