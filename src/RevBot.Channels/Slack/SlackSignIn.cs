using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RevBot.Channels.Slack;

/// <summary>Asks Slack at start who the bot is, so that a wrong token is told at once and not at the first reply.</summary>
internal sealed partial class SlackSignIn(SlackIdentity identity, TimeProvider time, ILogger<SlackSignIn> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = TimeSpan.FromSeconds(2);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var bot = await identity.GetAsync(stoppingToken);
                LogSignedIn(bot.Team ?? bot.TeamId ?? "?", bot.User ?? bot.UserId ?? "?");
                return;
            }
            catch (SlackApiException refused) when (!refused.IsTransient)
            {
                LogRefused(refused.Error);
                return;
            }
            catch (SlackApiException failed)
            {
                LogUnreachable(failed.Error, wait);
                await Task.Delay(failed.RetryAfter ?? wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                wait = TimeSpan.FromSeconds(Math.Min(60, wait.TotalSeconds * 2));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack: signed in to {Workspace} as {Bot}.")]
    private partial void LogSignedIn(string workspace, string bot);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack refuses the bot token ({Error}): copy the Bot User OAuth Token again and set SLACK_BOT_TOKEN; nothing can be sent until then.")]
    private partial void LogRefused(string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack does not answer ({Error}); asking again in {Wait}.")]
    private partial void LogUnreachable(string error, TimeSpan wait);
}
