using System.Net;
using Microsoft.Extensions.Configuration;
using RevBot.Doctor;
using RevBot.Manifests;
using RevBot.Tests.Support;

namespace RevBot.Tests.Manifests;

/// <summary>What <c>doctor</c> says of a manifest at hand: whose it is, whether this version would write it so, and whether its address leads to the bot.</summary>
public sealed class ManifestChecksTests : IDisposable
{
    private const string Id = "1c6b3a9e-52d0-4f7e-9d61-0b8a4c2e7f35";

    private readonly TempFolder _folder = new();
    private readonly Knocker _network = new();

    public void Dispose()
    {
        _folder.Dispose();
        _network.Dispose();
    }

    [Fact]
    public async Task A_package_that_fits_is_good()
    {
        var found = await LookAsync(Package(), ("MicrosoftAppId", Id.ToUpperInvariant()));

        Assert.All(found, one => Assert.Equal(FindingLevel.Good, one.Level));
        Assert.Equal(
            [$"revbot-teams.zip: version 1.0.0, for the app {Id} at revbot.acme.com.", "https://revbot.acme.com/api/messages answers and asks who is there."],
            found.Select(one => one.Sentence));
        Assert.Equal(["https://revbot.acme.com/api/messages"], _network.Asked);
    }

    [Fact]
    public async Task A_package_of_another_app_says_how_to_write_the_right_one()
    {
        var found = await LookAsync(Package(), ("MicrosoftAppId", "99999999-52d0-4f7e-9d61-0b8a4c2e7f35"));

        Assert.Equal((FindingLevel.Bad, $"revbot-teams.zip is for the app {Id}, but MicrosoftAppId is 99999999-52d0-4f7e-9d61-0b8a4c2e7f35."), (found[0].Level, found[0].Sentence));
        Assert.Contains("revbot manifest teams --app-id 99999999-52d0-4f7e-9d61-0b8a4c2e7f35 --domain revbot.acme.com", found[0].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_of_another_version_is_to_be_written_anew()
    {
        var package = Package();
        await Change(package, "\"supportsFiles\": false", "\"supportsFiles\": true");

        var found = await LookAsync(package, ("MicrosoftAppId", Id));

        Assert.Equal((FindingLevel.Warning, "revbot-teams.zip is not what this version of RevBot writes."), (found[0].Level, found[0].Sentence));
        Assert.Contains("a version above 1.0.0", found[0].Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_package_is_said_to_be_none()
    {
        var file = _folder.File("revbot-teams.zip");
        await File.WriteAllTextAsync(file, "not a zip");

        Assert.Equal((FindingLevel.Bad, "revbot-teams.zip is not an app package."), Assert.Single(await LookAsync(file)) is var one ? (one.Level, one.Sentence) : default);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "Good")]
    [InlineData(HttpStatusCode.NotFound, "Bad")]
    [InlineData(HttpStatusCode.OK, "Bad")]
    [InlineData(HttpStatusCode.Redirect, "Bad")]
    [InlineData(HttpStatusCode.BadGateway, "Bad")]
    [InlineData(null, "Warning")]
    public async Task The_address_is_knocked_at(HttpStatusCode? answer, string level)
    {
        _network.Answer = answer;

        var found = await LookAsync(Package(), ("MicrosoftAppId", Id));

        Assert.Equal(level, found[^1].Level.ToString());
        Assert.Equal(level == "Good", found[^1].Fix is null);
    }

    [Fact]
    public async Task A_Slack_manifest_is_held_against_the_settings()
    {
        var http = await Slack("revbot.acme.com");
        var socket = await Slack(null);

        Assert.Equal(
            ["revbot-slack.yaml: for revbot.acme.com.", "https://revbot.acme.com/slack/events answers and asks who is there."],
            (await LookAsync(http, ("SLACK_BOT_TOKEN", "xoxb-1"), ("SLACK_SIGNING_SECRET", "s"))).Select(one => one.Sentence));
        Assert.Equal(["socket.yaml: for Socket Mode."], (await LookAsync(socket, ("SLACK_BOT_TOKEN", "xoxb-1"), ("SLACK_APP_TOKEN", "xapp-1"))).Select(one => one.Sentence));
        Assert.Contains("SLACK_APP_TOKEN is not set", (await LookAsync(socket, ("SLACK_BOT_TOKEN", "xoxb-1")))[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("is for HTTP", (await LookAsync(http, ("SLACK_APP_TOKEN", "xapp-1")))[0].Sentence, StringComparison.Ordinal);

        await File.AppendAllTextAsync(socket, "\n# and more\n");
        Assert.Equal((FindingLevel.Warning, "socket.yaml is not what this version of RevBot writes."), (await LookAsync(socket)) is [var one] ? (one.Level, one.Sentence) : default);
    }

    private string Package()
    {
        var file = _folder.File(ManifestFiles.Teams);
        File.WriteAllBytes(file, AppPackage.Write(Guid.Parse(Id), "revbot.acme.com", "1.0.0"));
        return file;
    }

    private async Task<string> Slack(string? domain)
    {
        var file = _folder.File(domain is null ? "socket.yaml" : ManifestFiles.Slack);
        await File.WriteAllTextAsync(file, ManifestTemplate.Slack(domain));
        return file;
    }

    private static async Task Change(string package, string from, string to)
    {
        await using var zip = await System.IO.Compression.ZipFile.OpenAsync(package, System.IO.Compression.ZipArchiveMode.Update);
        var text = AppPackageText(zip).Replace(from, to, StringComparison.Ordinal);
        zip.GetEntry("manifest.json")!.Delete();
        await using var writer = new StreamWriter(await zip.CreateEntry("manifest.json").OpenAsync());
        await writer.WriteAsync(text);
    }

    private static string AppPackageText(System.IO.Compression.ZipArchive zip)
    {
        using var reader = new StreamReader(zip.GetEntry("manifest.json")!.Open());
        return reader.ReadToEnd();
    }

    private async Task<List<Finding>> LookAsync(string file, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        return await new ManifestChecks([file], configuration, _network).RunAsync(CancellationToken.None).ToListAsync();
    }

    /// <summary>The internet, which answers every knock alike, or not at all.</summary>
    private sealed class Knocker : HttpMessageHandler
    {
        public HttpStatusCode? Answer { get; set; } = HttpStatusCode.Unauthorized;

        public List<string> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.ToString());
            Assert.Null(request.Headers.Authorization);
            return Answer is { } status ? Task.FromResult(new HttpResponseMessage(status)) : throw new HttpRequestException("no route");
        }
    }
}
