namespace RevBot.Channels.Teams.Protocol;

/// <summary>A conversation that was opened.</summary>
/// <param name="ActivityId">Its first message, for a channel's thread.</param>
internal sealed record ConversationResource(string? Id, string? ActivityId = null, string? ServiceUrl = null);
