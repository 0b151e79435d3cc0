using RevBot.Manifests;
using RevBot.Tests.Support;

namespace RevBot.Tests.Cli;

/// <summary><c>revbot manifest</c>: a zip for Teams and a text for Slack, with the admin's own values; a wrong value is named before anything is written.</summary>
public sealed class ManifestVerbTests
{
    private const string Id = "1c6b3a9e-52d0-4f7e-9d61-0b8a4c2e7f35";

    [Fact]
    public async Task A_package_for_Teams_is_written_and_the_next_steps_are_said()
    {
        using var folder = new TempFolder();

        var result = await RevBotProcess.RunAsync(["manifest", "teams", "--app-id", Id.ToUpperInvariant(), "--domain", "revbot.acme.com", "--out", folder.File("app.zip")]);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.StartsWith($"Wrote {folder.File("app.zip")}.", result.Output, StringComparison.Ordinal);
        Assert.Contains("https://revbot.acme.com/api/messages", result.Output, StringComparison.Ordinal);
        Assert.Equal(AppPackage.Write(Guid.Parse(Id), "revbot.acme.com", "1.0.0"), await File.ReadAllBytesAsync(folder.File("app.zip")));
        Assert.Equal((Id, "revbot.acme.com", "1.0.0"), AppPackage.Read(folder.File("app.zip")) is { } packed ? (packed.BotId, packed.Domain, packed.Version) : default);
    }

    [Fact]
    public async Task The_manifest_for_Slack_calls_the_bots_address()
    {
        var result = await RevBotProcess.RunAsync(["manifest", "slack", "--domain", "revbot.acme.com"]);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.StartsWith("_metadata:", result.Output, StringComparison.Ordinal);
        foreach (var path in (string[])["/slack/events", "/slack/commands", "/slack/interactivity"])
        {
            Assert.Contains($"url: https://revbot.acme.com{path}\n", result.Output, StringComparison.Ordinal);
        }

        Assert.Contains("socket_mode_enabled: false", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Socket_Mode_the_manifest_for_Slack_has_no_address()
    {
        using var folder = new TempFolder();

        var result = await RevBotProcess.RunAsync(["manifest", "slack", "--socket-mode", "--out", folder.File("slack.yaml")]);
        var manifest = await File.ReadAllTextAsync(folder.File("slack.yaml"));

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains("socket_mode_enabled: true", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("url:", manifest, StringComparison.Ordinal);
        Assert.Contains("interactivity:\n    is_enabled: true\n", manifest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("teams --domain revbot.acme.com", "Option '--app-id' is required.")]
    [InlineData($"teams --app-id {Id}", "Option '--domain' is required.")]
    [InlineData("teams --domain revbot.acme.com --app-id RevBot", "--app-id RevBot is not an app id; copy the Microsoft App ID")]
    [InlineData("teams --domain revbot.acme.com --app-id 00000000-0000-0000-0000-000000000000", "is not an app id")]
    [InlineData($"teams --app-id {Id} --domain https://revbot.acme.com", "--domain https://revbot.acme.com is not a public host name; write revbot.acme.com")]
    [InlineData($"teams --app-id {Id} --domain localhost", "--domain localhost is not a public host name")]
    [InlineData($"teams --app-id {Id} --domain 10.0.0.7", "--domain 10.0.0.7 is not a public host name")]
    [InlineData($"teams --app-id {Id} --domain revbot.acme.com --app-version 2", "--app-version 2 is not a version; write 1.0.1.")]
    [InlineData("slack", "Name the bot's public address with --domain revbot.acme.com, or say --socket-mode.")]
    [InlineData("slack --domain revbot.acme.com:8080", "is not a public host name")]
    public async Task A_wrong_value_is_named_and_nothing_is_written(string arguments, string sentence)
    {
        using var folder = new TempFolder();

        var result = await RevBotProcess.RunAsync(["manifest", .. arguments.Split(' '), "--out", folder.File("out")]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(sentence, result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("out")));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_said()
    {
        var result = await RevBotProcess.RunAsync(["manifest", "teams", "--app-id", Id, "--domain", "revbot.acme.com", "--out", "/nowhere/at/all.zip"]);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("/nowhere/at/all.zip cannot be written:", result.Errors, StringComparison.Ordinal);
    }
}
