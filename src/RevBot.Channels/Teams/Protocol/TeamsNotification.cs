namespace RevBot.Channels.Teams.Protocol;

/// <summary>Whether the message shows in the activity feed.</summary>
internal sealed record TeamsNotification(bool? Alert);
