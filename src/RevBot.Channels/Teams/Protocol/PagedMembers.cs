namespace RevBot.Channels.Teams.Protocol;

/// <summary>A page of a roster.</summary>
internal sealed record PagedMembers(IReadOnlyList<ChannelAccount>? Members, string? ContinuationToken = null);
