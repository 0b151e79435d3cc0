using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using RevBot.Channels.Slack;
using RevBot.Channels.Teams;
using RevBot.Manifests;

namespace RevBot.Doctor;

/// <summary>Do the manifests at hand fit the settings and this version, and is the address they name answered by a bot?</summary>
/// <param name="files">Those that are there.</param>
internal sealed partial class ManifestChecks(IReadOnlyList<string> files, IConfiguration configuration, HttpMessageHandler network) : ICheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Title => "Manifests";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var name = Path.GetFileName(file);
            var isPackage = Path.GetExtension(file).Equals(".zip", StringComparison.OrdinalIgnoreCase);
            var (findings, address) = isPackage ? CheckPackage(name, AppPackage.Read(file)) : CheckSlack(name, await File.ReadAllTextAsync(file, cancellationToken));
            foreach (var finding in findings)
            {
                yield return finding;
            }

            if (address is not null)
            {
                yield return await ProbeAsync(address, isPackage ? "messaging endpoint of the Azure Bot" : "request URLs of the Slack app", cancellationToken);
            }
        }
    }

    private (List<Finding> Findings, Uri? Address) CheckPackage(string name, PackedApp? packed)
    {
        if (packed is null || !Guid.TryParseExact(packed.BotId, "D", out var id))
        {
            return ([Finding.Bad($"{name} is not an app package.", "Write it with `revbot manifest teams`.")], null);
        }

        var write = $"revbot manifest teams --app-id {packed.BotId} --domain {packed.Domain}";
        var findings = new List<Finding>();
        var options = TeamsOptions.From(configuration);
        if (options.AppId is { } app && !app.Equals(packed.BotId, StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(Finding.Bad($"{name} is for the app {packed.BotId}, but MicrosoftAppId is {app}.", $"Write it again with `revbot manifest teams --app-id {app} --domain {packed.Domain}` and upload it, or correct MicrosoftAppId."));
        }

        if (packed.Manifest != ManifestTemplate.Teams(id, packed.Domain, packed.Version))
        {
            findings.Add(Finding.Warning($"{name} is not what this version of RevBot writes.", $"Write it again with `{write} --app-version` and a version above {packed.Version}, then upload it as an update."));
        }

        if (findings.Count == 0)
        {
            findings.Add(Finding.Good($"{name}: version {packed.Version}, for the app {packed.BotId} at {packed.Domain}."));
        }

        return (findings, AddressOf(packed.Domain, TeamsEndpoints.MessagesPath));
    }

    private (List<Finding> Findings, Uri? Address) CheckSlack(string name, string text)
    {
        var domain = RequestUrl().Match(text) is { Success: true } match ? match.Groups[1].Value : null;
        var findings = new List<Finding>();
        var options = SlackOptions.From(configuration);
        if (options.IsConfigured && domain is null != options.AppToken is not null)
        {
            findings.Add(domain is null
                ? Finding.Bad($"{name} is for Socket Mode, but SLACK_APP_TOKEN is not set.", "Set SLACK_APP_TOKEN, or write it again with `revbot manifest slack --domain` and your public address.")
                : Finding.Bad($"{name} is for HTTP, but with SLACK_APP_TOKEN set the bot connects by Socket Mode.", "Remove SLACK_APP_TOKEN, or write it again with `revbot manifest slack --socket-mode`."));
        }

        if (text.Trim() != ManifestTemplate.Slack(domain).Trim())
        {
            findings.Add(Finding.Warning($"{name} is not what this version of RevBot writes.", $"Write it again with `revbot manifest slack {(domain is null ? "--socket-mode" : $"--domain {domain}")}` and paste it under App Manifest of the app."));
        }

        if (findings.Count == 0)
        {
            findings.Add(Finding.Good($"{name}: for {domain ?? "Socket Mode"}."));
        }

        return (findings, domain is null ? null : AddressOf(domain, SlackEndpoints.EventsPath));
    }

    /// <summary>Knocks without showing a token or a signature: the right door asks for it.</summary>
    private async Task<Finding> ProbeAsync(Uri address, string what, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(network, disposeHandler: false) { Timeout = Patience };
        try
        {
            using var knock = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(address, knock, cancellationToken);
            return answer.StatusCode switch
            {
                HttpStatusCode.Unauthorized => Finding.Good($"{address} answers and asks who is there."),
                HttpStatusCode.NotFound => Finding.Bad($"{address} answers, but no door is open there.", "Start the bot with the settings of this platform, and let the proxy pass the path on as it is."),
                var status => Finding.Bad($"{address} answers {(int)status}, which is not RevBot's answer.", $"Let the proxy or tunnel pass requests on to `revbot serve` unchanged; the {what} must lead there."),
            };
        }
        catch (Exception failed) when (failed is HttpRequestException || (failed is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Finding.Warning($"{address} cannot be reached from here.", $"The {what} must be reachable from the internet by https: look at the name, the certificate, the proxy or tunnel, and whether the bot is running.");
        }
    }

    private static Uri? AddressOf(string domain, string path) => Uri.TryCreate($"https://{domain}{path}", UriKind.Absolute, out var address) ? address : null;

    [GeneratedRegex(@"request_url: https://([^/\s""]+)/")]
    private static partial Regex RequestUrl();
}
