using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using RevBot.Channels.Teams;
using RevBot.Hosting;
using RevBot.Manifests;

namespace RevBot.Cli;

/// <summary><c>revbot manifest teams</c> and <c>revbot manifest slack</c>: what an admin gives a platform, with the bot's own values in it.</summary>
internal static partial class ManifestCommand
{
    public static Command Create() => new("manifest", "What to upload to Teams, or to paste into Slack, to connect this bot.") { Teams(), Slack() };

    private static Command Teams()
    {
        var appId = new Option<Guid>("--app-id") { Description = "The Microsoft App ID of the Azure Bot.", Required = true, CustomParser = AppId };
        var domain = Domain("The public name the bot is reached at.", required: true);
        var version = new Option<string>("--app-version") { Description = "Raise it to update an app that was uploaded before.", DefaultValueFactory = _ => "1.0.0" };
        version.Validators.Add(result => Require(result, "--app-version", Semantic(), "is not a version; write 1.0.1."));
        var file = new Option<string>("--out") { Description = "The zip to write.", DefaultValueFactory = _ => ManifestFiles.Teams };
        var command = new Command("teams", "Writes the app package for Teams: a zip of the manifest and its icons.") { appId, domain, version, file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var name = parsed.GetValue(domain) ?? string.Empty;
            var path = await WriteAsync(parsed.GetValue(file), AppPackage.Write(parsed.GetValue(appId), name, parsed.GetValue(version) ?? string.Empty), cancellationToken);
            await Console.Out.WriteLineAsync($"Wrote {path}. The messaging endpoint of the Azure Bot is https://{name}{TeamsEndpoints.MessagesPath}; upload the file in Teams under Apps > Manage your apps.");
            return 0;
        });
        return command;
    }

    private static Command Slack()
    {
        var domain = Domain("The public name the bot is reached at; not needed for Socket Mode.", required: false);
        var socketMode = new Option<bool>("--socket-mode") { Description = "The bot connects to Slack by itself and needs no public address." };
        var file = new Option<string?>("--out") { Description = "The file to write; without it the manifest is printed." };
        var command = new Command("slack", "Prints the app manifest for Slack, to be pasted at api.slack.com/apps.") { domain, socketMode, file };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(socketMode) && result.GetResult(domain) is null)
            {
                result.AddError("Name the bot's public address with --domain revbot.acme.com, or say --socket-mode.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var manifest = ManifestTemplate.Slack(parsed.GetValue(socketMode) ? null : parsed.GetValue(domain));
            if (parsed.GetValue(file) is not { } given)
            {
                await Console.Out.WriteAsync(manifest);
                return 0;
            }

            await Console.Out.WriteLineAsync($"Wrote {await WriteAsync(given, System.Text.Encoding.UTF8.GetBytes(manifest), cancellationToken)}. Paste it at https://api.slack.com/apps under Create New App > From a manifest.");
            return 0;
        });
        return command;
    }

    private static Option<string?> Domain(string description, bool required)
    {
        var domain = new Option<string?>("--domain") { Description = description, Required = required };
        domain.Validators.Add(result => Require(result, "--domain", HostName(), "is not a public host name; write revbot.acme.com, without https:// and without a path."));
        return domain;
    }

    private static Guid AppId(ArgumentResult result)
    {
        var given = result.Tokens is [var token] ? token.Value : string.Empty;
        if (!Guid.TryParseExact(given, "D", out var id) || id == Guid.Empty)
        {
            result.AddError($"--app-id {given} is not an app id; copy the Microsoft App ID from the Azure Bot's Configuration (8-4-4-4-12 hexadecimal digits).");
        }

        return id;
    }

    private static void Require(OptionResult result, string option, Regex pattern, string otherwise)
    {
        if (result.Tokens is [var token] && !pattern.IsMatch(token.Value))
        {
            result.AddError($"{option} {token.Value} {otherwise}");
        }
    }

    /// <exception cref="CommandException">It cannot be written there.</exception>
    private static async Task<string> WriteAsync(string? file, byte[] content, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(file ?? ManifestFiles.Teams);
        try
        {
            await File.WriteAllBytesAsync(path, content, cancellationToken);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} cannot be written: {error.Message}", error);
        }
    }

    /// <summary>At least two labels, and no address of this machine.</summary>
    [GeneratedRegex(@"^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostName();

    [GeneratedRegex(@"^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex Semantic();
}
