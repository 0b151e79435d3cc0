namespace RevBot.Channels.Slack.Protocol;

/// <summary>What Slack calls a channel.</summary>
internal sealed record SlackRoom(string? Id, string? Name, bool IsArchived = false, bool IsExtShared = false)
{
    /// <summary>Another company is invited to it.</summary>
    public bool IsPendingExtShared { get; init; }

    /// <summary>Told where it is asked for.</summary>
    public int? NumMembers { get; init; }
}
