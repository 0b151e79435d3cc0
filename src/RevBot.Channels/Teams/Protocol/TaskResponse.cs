namespace RevBot.Channels.Teams.Protocol;

/// <summary>The answer to a dialog; an empty body closes it.</summary>
internal sealed record TaskResponse(TaskStep Task);
