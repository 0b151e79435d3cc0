namespace RevBot.Conversation.Turns;

/// <summary>Time zones as platforms name them.</summary>
public static class ZoneName
{
    /// <summary>Null for none, and for one this machine does not know.</summary>
    /// <param name="id">An IANA id.</param>
    public static TimeZoneInfo? Find(string? id) => id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;
}
