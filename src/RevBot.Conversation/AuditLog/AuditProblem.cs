namespace RevBot.Conversation.AuditLog;

/// <summary>The first entry of the log that is not as it was written.</summary>
/// <param name="Number">The entry's number, or the one it should have.</param>
/// <param name="What">A sentence that says what is wrong with it.</param>
public sealed record AuditProblem(long Number, string What);
