using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RevBot.Channels.Slack.Protocol;

namespace RevBot.Channels.Slack;

/// <summary>Looks whether Slack takes the settings there are and the app has all it needs, for <c>doctor</c>.</summary>
public static class SlackCheckup
{
    private const string Reinstall =
        "At api.slack.com/apps open the app, paste the text of `revbot manifest slack` under App Manifest, save, then press Reinstall to Workspace under Install App.";

    /// <param name="rooms">The rooms the company names, by name (<c>#emea-deals</c>) or id.</param>
    /// <returns>Empty when Slack is not configured.</returns>
    public static async Task<IReadOnlyList<CheckupFinding>> RunAsync(IServiceProvider services, IReadOnlyList<string> rooms, CancellationToken cancellationToken)
    {
        // Read here and not injected: wrong settings are what is looked for, and the container refuses them.
        var options = SlackOptions.From(services.GetRequiredService<IConfiguration>());
        if (!options.IsConfigured)
        {
            return [];
        }

        if (options.FindProblems() is { Count: > 0 } problems)
        {
            return [.. problems.Select(CheckupFinding.OfSetting)];
        }

        var api = services.GetRequiredService<SlackApi>();
        try
        {
            var bot = await api.TestAuthAsync(cancellationToken);
            var findings = new List<CheckupFinding> { new($"Signed in to {bot.Team ?? bot.TeamId} as {bot.User ?? bot.UserId}.") };
            findings.AddRange(CheckScopes(bot));
            findings.Add(options.AppToken is null ? CheckSigningSecret(options) : await CheckSocketAsync(api, cancellationToken));
            findings.AddRange(await SlackRoomCheckup.RunAsync(api, bot, rooms, cancellationToken));
            return findings;
        }
        catch (SlackApiException refused) when (!refused.IsTransient)
        {
            return [new($"Slack refuses the bot token: {refused.Error}.", "Copy the Bot User OAuth Token again from OAuth & Permissions and set SLACK_BOT_TOKEN.")];
        }
        catch (SlackApiException failed)
        {
            return [new($"Slack cannot be reached at {options.ApiUrl}: {failed.Error}.", "Check the network and SLACK_API_URL.")];
        }
    }

    /// <summary>The scopes the token has, as Slack says with every answer, against those the code needs.</summary>
    private static IEnumerable<CheckupFinding> CheckScopes(AuthTestAnswer bot)
    {
        if (bot.GrantedScopes is not { } granted)
        {
            yield break;
        }

        var missing = SlackRequirements.BotScopes.Except(granted).Except(SlackRequirements.OptionalScopes.Keys).ToList();
        var left = SlackRequirements.OptionalScopes.Keys.Except(granted).Order(StringComparer.Ordinal).ToList();
        var unused = granted.Except(SlackRequirements.BotScopes).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            yield return new($"The app lacks the {Scopes(missing)}.", Reinstall);
        }

        if (unused.Count > 0)
        {
            yield return new($"The app was granted the {Scopes(unused)}, which RevBot never uses.", Reinstall, IsWarning: true);
        }

        foreach (var scope in left)
        {
            yield return new($"The app lacks the scope {scope}: {SlackRequirements.OptionalScopes[scope]}.", Reinstall, IsWarning: true);
        }

        if (missing.Count + unused.Count + left.Count == 0)
        {
            yield return new("It has the scopes it needs, and no others.");
        }
    }

    /// <summary>Asks for an address of a socket and leaves it unused.</summary>
    private static async Task<CheckupFinding> CheckSocketAsync(SlackApi api, CancellationToken cancellationToken)
    {
        try
        {
            await api.OpenSocketAsync(cancellationToken);
            return new("Socket Mode may connect.");
        }
        catch (SlackApiException refused) when (!refused.IsTransient)
        {
            return new(
                $"Slack refuses the app token for Socket Mode: {refused.Error}.",
                "Under Basic Information > App-Level Tokens make one with the scope connections:write and set SLACK_APP_TOKEN; under Socket Mode switch it on.");
        }
    }

    /// <summary>Whether it is the right one shows only when Slack calls; that it cannot be one shows here.</summary>
    private static CheckupFinding CheckSigningSecret(SlackOptions options) => options.SigningSecret is { Length: 32 } secret && secret.All(char.IsAsciiHexDigit)
        ? new($"Receives over HTTP, at {SlackEndpoints.EventsPath}, {SlackEndpoints.CommandsPath} and {SlackEndpoints.InteractivityPath}.")
        : new("SLACK_SIGNING_SECRET does not look like a signing secret, which is 32 hexadecimal digits.", "Copy the Signing Secret (not the Client Secret) from Basic Information > App Credentials.", IsWarning: true);

    private static string Scopes(List<string> scopes) => (scopes.Count == 1 ? "scope " : "scopes ") + string.Join(", ", scopes);
}
