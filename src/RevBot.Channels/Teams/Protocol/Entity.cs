namespace RevBot.Channels.Teams.Protocol;

/// <summary>Something an activity's text refers to: a mention, or the sender's client.</summary>
internal sealed record Entity
{
    /// <summary><c>mention</c>, <c>clientInfo</c>, …</summary>
    public string? Type { get; init; }

    /// <summary>Who is mentioned.</summary>
    public ChannelAccount? Mentioned { get; init; }

    /// <summary>The very part of the text (<c>&lt;at&gt;RevBot&lt;/at&gt;</c>).</summary>
    public string? Text { get; init; }

    public string? Locale { get; init; }

    /// <summary>IANA id.</summary>
    public string? Timezone { get; init; }
}
