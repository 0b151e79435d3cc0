namespace RevBot.Conversation;

/// <summary>How much the workers do at once.</summary>
public sealed class WorkerOptions
{
    /// <summary>Turns run side by side, each of another conversation. A turn mostly waits for its commit, and those that wait share one: few at once would leave the disk idle between two flushes.</summary>
    public int Turns { get; set; } = 64;

    /// <summary>Messages sent side by side, each to another conversation; sending is mostly waiting.</summary>
    public int Sends { get; set; } = 64;
}
