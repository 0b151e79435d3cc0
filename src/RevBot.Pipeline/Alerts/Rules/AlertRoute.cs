namespace RevBot.Pipeline.Alerts.Rules;

/// <summary>Whom a card of its own goes to.</summary>
/// <param name="Room">A room's name, for <see cref="AlertReader.Room"/>; null for the others.</param>
public sealed record AlertRoute(AlertReader Reader, string? Room = null)
{
    /// <summary>Whether one person reads it, in their direct chat.</summary>
    public bool IsPerson => Reader is AlertReader.Owner or AlertReader.Manager;

    public static readonly AlertRoute Team = new(AlertReader.Team);
    public static readonly AlertRoute Owner = new(AlertReader.Owner);
    public static readonly AlertRoute Manager = new(AlertReader.Manager);
}
