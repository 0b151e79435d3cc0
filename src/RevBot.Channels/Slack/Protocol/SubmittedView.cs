namespace RevBot.Channels.Slack.Protocol;

/// <summary>A modal as Slack gives it back.</summary>
internal sealed record SubmittedView(string? Id, string? CallbackId, string? PrivateMetadata, string? Hash, string? AppInstalledTeamId, ViewState? State);
