namespace RevBot.Channels.Slack.Protocol;

/// <summary>Where the element that was used stands.</summary>
internal sealed record InteractionContainer(string? Type, string? MessageTs, string? ChannelId, string? ThreadTs, bool? IsEphemeral);
