namespace RevBot.Conversation.Understanding;

/// <summary>An amount inside a longer text and where it stands.</summary>
/// <param name="Currency">ISO code, or null when none was said.</param>
public readonly record struct FoundAmount(int Start, int Length, decimal Amount, string? Currency);
