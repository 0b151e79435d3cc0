using RevBot.Channels.Slack.Protocol;

namespace RevBot.Channels.Slack;

/// <summary>Who the bot is in Slack: asked once, then known.</summary>
internal sealed class SlackIdentity(SlackApi api)
{
    private volatile AuthTestAnswer? _known;

    /// <summary>Null until Slack was asked.</summary>
    public AuthTestAnswer? Known => _known;

    public async ValueTask<AuthTestAnswer> GetAsync(CancellationToken cancellationToken) => _known ??= await api.TestAuthAsync(cancellationToken);
}
