using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using RevBot.Hosting;
using RevBot.Manifests;
using RevBot.Testing.Peers;
using RevBot.Tests.Cli;
using RevBot.Tests.House;
using RevBot.Tests.Support;

namespace RevBot.Tests.Manifests;

/// <summary>What an admin uploads to Teams: as Microsoft's schema wants it, asking for no more than is used, and offering only commands that the bot answers.</summary>
public sealed partial class TeamsManifestTests(SmallDemo demo) : IClassFixture<SmallDemo>
{
    private const string Id = "1c6b3a9e-52d0-4f7e-9d61-0b8a4c2e7f35";

    private static readonly string Folder = Path.Combine(SourceTree.Root, "manifests", "teams");

    private static readonly byte[] Package = AppPackage.Write(Guid.Parse(Id), "revbot.acme.com", "1.2.3");

    private static readonly JsonElement Manifest = JsonDocument.Parse(Entry("manifest.json")).RootElement;

    [Fact]
    public void The_package_holds_three_files_and_no_folder()
    {
        using var zip = new ZipArchive(new MemoryStream(Package));

        Assert.Equal(["color.png", "manifest.json", "outline.png"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
        Assert.Equal(Package, AppPackage.Write(Guid.Parse(Id), "revbot.acme.com", "1.2.3"));
    }

    [Fact]
    public void It_is_the_file_of_the_repository_with_the_given_values()
    {
        var text = Entry("manifest.json");
        var original = File.ReadAllText(Path.Combine(Folder, "manifest.json"));

        Assert.Equal(
            original.Replace("00000000-0000-0000-0000-000000000000", Id, StringComparison.Ordinal)
                .Replace("revbot.example.com", "revbot.acme.com", StringComparison.Ordinal)
                .Replace("\"1.0.0\"", "\"1.2.3\"", StringComparison.Ordinal),
            text);
        Assert.DoesNotContain("example.com", text, StringComparison.Ordinal);
        Assert.Equal(Id, Text("id"));
        Assert.Equal(Id, Bot.GetProperty("botId").GetString());
    }

    [Fact]
    public void It_keeps_the_limits_of_the_schema()
    {
        Assert.Equal($"https://developer.microsoft.com/json-schemas/teams/v{Text("manifestVersion")}/MicrosoftTeams.schema.json", Text("$schema"));
        Assert.Matches(@"^\d+\.\d+\.\d+$", Text("version"));
        Assert.Matches("^#[0-9A-F]{6}$", Text("accentColor"));
        Assert.InRange(Text("name", "short").Length, 1, 30);
        Assert.InRange(Text("name", "full").Length, 1, 100);
        Assert.InRange(Text("description", "short").Length, 1, 80);
        Assert.InRange(Text("description", "full").Length, 1, 4_000);
        Assert.InRange(Text("developer", "name").Length, 1, 32);
        Assert.Equal(["personal", "team", "groupChat"], Strings(Bot.GetProperty("scopes")));

        var lists = Bot.GetProperty("commandLists").EnumerateArray().ToList();
        Assert.InRange(lists.Count, 1, 3);
        Assert.Equal(["personal", "team", "groupChat"], lists.SelectMany(list => Strings(list.GetProperty("scopes"))));
        Assert.All(lists, list => Assert.InRange(list.GetProperty("commands").GetArrayLength(), 1, 10));
        Assert.All(lists.SelectMany(Commands), command =>
        {
            Assert.InRange(command.GetProperty("title").GetString()!.Length, 1, 128);
            Assert.InRange(command.GetProperty("description").GetString()!.Length, 1, 128);
        });
    }

    [Fact]
    public void A_message_s_menu_has_one_entry_that_opens_a_dialog()
    {
        var extension = Assert.Single(Manifest.GetProperty("composeExtensions").EnumerateArray());
        Assert.Equal(Bot.GetProperty("botId").GetString(), extension.GetProperty("botId").GetString());
        var entry = Assert.Single(extension.GetProperty("commands").EnumerateArray());
        Assert.Equal((RevBot.Intents.LogActivity.LogMessageAction.Id, "action", true), (entry.GetProperty("id").GetString(), entry.GetProperty("type").GetString(), entry.GetProperty("fetchTask").GetBoolean()));
        Assert.Equal(["message"], Strings(entry.GetProperty("context")));
        Assert.InRange(entry.GetProperty("title").GetString()!.Length, 1, 32);
        Assert.InRange(entry.GetProperty("description").GetString()!.Length, 1, 128);
    }

    [Fact]
    public void It_asks_for_nothing_that_is_not_used()
    {
        // Mentions and direct chats reach a bot without a permission; anything more would let it hear what is not meant for it.
        Assert.False(Manifest.TryGetProperty("authorization", out _));
        Assert.False(Manifest.TryGetProperty("webApplicationInfo", out _));
        Assert.False(Manifest.TryGetProperty("devicePermissions", out _));
        Assert.Equal(["identity", "messageTeamMembers"], Strings(Manifest.GetProperty("permissions")));
        Assert.Equal(["revbot.acme.com"], Strings(Manifest.GetProperty("validDomains")));
    }

    [Fact]
    public void Its_links_lead_to_a_page_of_the_bot_that_has_what_they_promise()
    {
        var links = (string[])["websiteUrl", "privacyUrl", "termsOfUseUrl"];

        Assert.All(links, link => Assert.Equal($"https://revbot.acme.com{AboutPage.Path}", Text("developer", link).Split('#')[0]));
        Assert.All(links, link => Assert.True(new Uri(Text("developer", link)).Fragment is "" or "#privacy" or "#terms"));
    }

    [Theory]
    [InlineData("color", 192, 2)]
    [InlineData("outline", 32, 6)]
    public void The_icons_are_of_the_sizes_Teams_wants_and_stand_beside_their_drawings(string name, int size, int colorType)
    {
        var png = Bytes($"{name}.png");

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal("IHDR"u8.ToArray(), png[12..16]);
        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));

        // 2 has no transparency at all, 6 has it in every point.
        Assert.Equal(colorType, png[25]);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Folder, $"{name}.png")), png);
        Assert.Contains($"""viewBox="0 0 {size} {size}" """.Trim(), File.ReadAllText(Path.Combine(Folder, $"{name}.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_outline_is_drawn_in_white_alone() =>
        Assert.All(Color().Matches(File.ReadAllText(Path.Combine(Folder, "outline.svg"))), match => Assert.Contains(match.Groups[1].Value, (string[])["#fff", "none"]));

    [Fact]
    public async Task Every_command_it_offers_is_answered()
    {
        var titles = Bot.GetProperty("commandLists").EnumerateArray().SelectMany(Commands).Select(command => command.GetProperty("title").GetString()!).Distinct().ToList();
        using var folder = new TempFolder();
        await File.WriteAllLinesAsync(folder.File("asked.jsonl"), titles.Select((title, i) => JsonSerializer.Serialize(new { id = $"{i}", text = title })));

        var answers = await RevBotProcess.RunAsync(["ask", "--batch", folder.File("asked.jsonl"), "--now", SmallDemo.Now, "--data", demo.Path]);

        Assert.Equal((0, ""), (answers.ExitCode, answers.Errors));
        var outcomes = answers.Output.Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(titles.Count, outcomes.Count);
        Assert.All(titles.Zip(outcomes), pair => Assert.Equal(pair.First == "help" ? "help" : "answered", pair.Second.GetProperty("outcome").GetString()));
    }

    [PeerFact]
    public async Task It_passes_Microsofts_schema()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("filled.json"), Entry("manifest.json"));
        await File.WriteAllTextAsync(folder.File("wrong.json"), Entry("manifest.json").Replace("\"short\": \"RevBot\"", "\"short\": \"A name that is longer than Teams shows\"", StringComparison.Ordinal));

        Assert.Equal("", await CheckAsync(Path.Combine(Folder, "manifest.json")));
        Assert.Equal("", await CheckAsync(folder.File("filled.json")));
        Assert.Contains("/name/short must NOT have more than 30 characters", await CheckAsync(folder.File("wrong.json")), StringComparison.Ordinal);
    }

    private static async Task<string> CheckAsync(string file)
    {
        using var check = System.Diagnostics.Process.Start(NodePeers.Prepare("check-manifest.mjs", file))!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var said = await check.StandardOutput.ReadToEndAsync(patience.Token) + await check.StandardError.ReadToEndAsync(patience.Token);
        await check.WaitForExitAsync(patience.Token);
        Assert.Equal(said.Length == 0, check.ExitCode == 0);
        return said.Trim();
    }

    private static JsonElement Bot => Manifest.GetProperty("bots")[0];

    private static IEnumerable<JsonElement> Commands(JsonElement list) => list.GetProperty("commands").EnumerateArray();

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(item => item.GetString() ?? "");

    private static string Text(params string[] path) => path.Aggregate(Manifest, (element, name) => element.GetProperty(name)).GetString() ?? "";

    private static string Entry(string name) => System.Text.Encoding.UTF8.GetString(Bytes(name));

    private static byte[] Bytes(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(Package));
        using var content = new MemoryStream();
        using var entry = zip.GetEntry(name)!.Open();
        entry.CopyTo(content);
        return content.ToArray();
    }

    [GeneratedRegex("(?:fill|stroke)=\"([^\"]+)\"")]
    private static partial Regex Color();
}
