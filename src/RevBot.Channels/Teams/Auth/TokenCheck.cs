using System.Collections.Frozen;

namespace RevBot.Channels.Teams.Auth;

/// <summary>What a token turned out to be.</summary>
internal abstract record TokenCheck
{
    private TokenCheck()
    {
    }

    /// <summary>The Bot Framework wrote it for this bot. Whether it goes with the activity it came with is still to be seen.</summary>
    /// <param name="ServiceUrl">The service the activity must come from; null when the token names none.</param>
    /// <param name="Endorsements">The channels its key may speak for.</param>
    public sealed record Genuine(string? ServiceUrl, FrozenSet<string> Endorsements) : TokenCheck;

    /// <summary>It is not to be believed.</summary>
    /// <param name="Reason">For the log only.</param>
    public sealed record Refused(string Reason) : TokenCheck;

    /// <summary>It cannot be told, because no keys could be read yet.</summary>
    public sealed record Undecided : TokenCheck;
}
