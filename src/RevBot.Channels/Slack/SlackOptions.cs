using Microsoft.Extensions.Configuration;

namespace RevBot.Channels.Slack;

/// <summary>How the bot reaches Slack, under the names people know (<c>SLACK_BOT_TOKEN</c>) or <c>RevBot:Slack:*</c>.</summary>
public sealed class SlackOptions
{
    public const string Section = "RevBot:Slack";

    public static readonly Uri DefaultApiUrl = new("https://slack.com/api/");

    /// <summary>The bot's token (<c>xoxb-</c>).</summary>
    public string? BotToken { get; set; }

    /// <summary>Proves that requests come from Slack. Needed for HTTP, not for Socket Mode.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>Accepted too while the secret is being changed.</summary>
    public string? PreviousSigningSecret { get; set; }

    /// <summary>The app-level token (<c>xapp-</c>); when it is there, the bot connects by Socket Mode.</summary>
    public string? AppToken { get; set; }

    /// <summary>Base address of the Web API; ends in a slash.</summary>
    public Uri ApiUrl { get; set; } = DefaultApiUrl;

    public bool IsConfigured => BotToken is not null || SigningSecret is not null || AppToken is not null;

    /// <summary>What is wrong with the settings, each with its fix; empty when all is well.</summary>
    public IReadOnlyList<string> FindProblems()
    {
        var problems = new List<string>();
        if (BotToken is null)
        {
            problems.Add("SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions of your Slack app.");
        }
        else if (!BotToken.StartsWith("xoxb-", StringComparison.Ordinal) && !BotToken.StartsWith("xoxe.xoxb-", StringComparison.Ordinal))
        {
            problems.Add("SLACK_BOT_TOKEN is not a bot token: it must begin with xoxb- (a user token begins with xoxp-, an app token with xapp-).");
        }

        if (SigningSecret is null && AppToken is null)
        {
            problems.Add("Neither SLACK_SIGNING_SECRET nor SLACK_APP_TOKEN is set: set the first to receive over HTTP, the second (xapp-…) to use Socket Mode.");
        }

        if (PreviousSigningSecret is not null && SigningSecret is null)
        {
            problems.Add("SLACK_PREVIOUS_SIGNING_SECRET is set without SLACK_SIGNING_SECRET: set the new secret too.");
        }

        if (AppToken is not null && !AppToken.StartsWith("xapp-", StringComparison.Ordinal))
        {
            problems.Add("SLACK_APP_TOKEN is not an app-level token: it must begin with xapp-; make one under Basic Information with the scope connections:write.");
        }

        if (!ApiUrl.IsAbsoluteUri || (ApiUrl.Scheme != Uri.UriSchemeHttps && !(ApiUrl.Scheme == Uri.UriSchemeHttp && ApiUrl.IsLoopback)))
        {
            problems.Add("SLACK_API_URL must be an https address such as https://slack.com/api/ (http only for this machine), because the token is sent there.");
        }

        return problems;
    }

    /// <summary>Reads the settings; empty ones count as absent.</summary>
    public static SlackOptions From(IConfiguration configuration)
    {
        var options = new SlackOptions();
        options.Read(configuration);
        return options;
    }

    internal void Read(IConfiguration configuration)
    {
        BotToken = Get("SLACK_BOT_TOKEN", nameof(BotToken));
        SigningSecret = Get("SLACK_SIGNING_SECRET", nameof(SigningSecret));
        PreviousSigningSecret = Get("SLACK_PREVIOUS_SIGNING_SECRET", nameof(PreviousSigningSecret));
        AppToken = Get("SLACK_APP_TOKEN", nameof(AppToken));
        if (Get("SLACK_API_URL", nameof(ApiUrl)) is { } url)
        {
            // A relative one is kept as such and named by FindProblems.
            ApiUrl = new Uri(url.EndsWith('/') ? url : url + "/", UriKind.RelativeOrAbsolute);
        }

        string? Get(string known, string key) => PlatformSetting.Read(configuration, known, $"{Section}:{key}");
    }
}
