namespace RevBot.Channels.LocalPage;

/// <summary>Answer to something said: it is stored and will be answered.</summary>
/// <param name="Id">Id of the message; answers in a room stand in its thread.</param>
/// <param name="At">When it was taken, by the clock that the answers go by.</param>
internal sealed record PageAccepted(string Id, DateTimeOffset At);
