using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RevBot.Channels.Slack;

/// <summary>Looks whether Slack can be reached with the settings there are, for <c>doctor</c>.</summary>
public static class SlackCheckup
{
    /// <summary>What was found; each problem with its fix, a good finding with none. Empty when Slack is not configured.</summary>
    public static async Task<IReadOnlyList<(string Sentence, string? Fix)>> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<SlackApi>() is not { } api)
        {
            return [];
        }

        var options = services.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (options.FindProblems() is { Count: > 0 } problems)
        {
            return [.. problems.Select(problem => problem.Split(": ", 2)).Select(parts => (parts[0], (string?)parts[^1]))];
        }

        try
        {
            var bot = await api.TestAuthAsync(cancellationToken);
            var by = options.AppToken is null ? "over HTTP" : "by Socket Mode";
            return [($"Signed in to {bot.Team ?? bot.TeamId} as {bot.User ?? bot.UserId}, receiving {by}.", null)];
        }
        catch (SlackApiException refused) when (!refused.IsTransient)
        {
            return [($"Slack refuses the bot token: {refused.Error}.", "Copy the Bot User OAuth Token again from OAuth & Permissions and set SLACK_BOT_TOKEN.")];
        }
        catch (SlackApiException failed)
        {
            return [($"Slack cannot be reached at {options.ApiUrl}: {failed.Error}.", "Check the network and SLACK_API_URL.")];
        }
    }
}
