namespace RevBot.Conversation;

/// <summary>How much the workers do at once.</summary>
public sealed class WorkerOptions
{
    /// <summary>Turns run side by side, each of another conversation.</summary>
    public int Turns { get; set; } = 2 * Environment.ProcessorCount;

    /// <summary>Messages sent side by side, each to another conversation; sending is mostly waiting.</summary>
    public int Sends { get; set; } = 16;
}
