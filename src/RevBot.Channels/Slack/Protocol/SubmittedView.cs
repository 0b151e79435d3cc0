namespace RevBot.Channels.Slack.Protocol;

/// <summary>A modal or a Home tab as Slack gives it back.</summary>
internal sealed record SubmittedView(string? Id, string? CallbackId, string? PrivateMetadata, string? Hash, string? AppInstalledTeamId, ViewState? State)
{
    /// <summary><c>modal</c>, or <c>home</c> for the page of one person.</summary>
    public string? Type { get; init; }
}
