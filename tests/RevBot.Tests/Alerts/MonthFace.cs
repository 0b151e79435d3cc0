namespace RevBot.Tests.Alerts;

/// <summary>How a message looks from a moment on.</summary>
/// <param name="IsStruck">Whether it says that its subject is over or snoozed.</param>
internal sealed record MonthFace(DateTimeOffset At, string Text, bool IsStruck);
