using System.Text.RegularExpressions;
using RevBot.Demo;
using RevBot.Hosting;
using RevBot.Models;
using RevBot.Testing.Models;
using RevBot.Tests.Support;

namespace RevBot.Tests.Docs;

/// <summary>What README says is what the program does: every example is run and compared, every verb and path is looked up.</summary>
public sealed partial class ReadmeTests
{
    internal static readonly string Root = RootOf(AppContext.BaseDirectory);

    private static readonly IReadOnlyList<string> ModelVariables =
        [ModelOptions.ProviderVariable, ModelOptions.NameVariable, ModelOptions.UrlVariable, ModelOptions.KeyVariable, ModelOptions.CallsVariable, ModelOptions.ShareVariable];

    private static readonly string Readme = File.ReadAllText(Path.Combine(Root, "README.md"));

    [Fact]
    public async Task Every_example_of_asking_is_answered_as_shown()
    {
        using var data = new TempFolder();
        var demo = await RevBotProcess.RunAsync(["demo", "--seed", "20", "--until", "2026-11-20", "--data", data.Path]);
        Assert.Equal((0, ""), (demo.ExitCode, demo.Errors));
        var examples = Example().Matches(Readme);
        Assert.InRange(examples.Count, 4, 8);

        foreach (Match example in examples)
        {
            var answer = await RevBotProcess.RunAsync(["ask", "--now", "2026-11-20T22:00:00Z", "--data", data.Path, example.Groups["question"].Value]);
            Assert.Equal(example.Groups["answer"].Value.Trim(), answer.Output.Trim());
        }
    }

    [Fact]
    public async Task The_example_of_a_model_that_helps_is_as_shown()
    {
        using var data = new TempFolder();
        await using var model = await FakeModelServer.StartAsync();
        model.Record = Reading.Of("bookings.won_amount", period: "last quarter", by: ["region"]);
        await RevBotProcess.RunAsync(["demo", "--seed", "20", "--until", "2026-11-20", "--data", data.Path]);

        var answer = await RevBotProcess.RunAsync(["ask", "--now", "2026-11-20T22:00:00Z", "--data", data.Path, HelpedQuestion().Match(Readme).Groups[1].Value], environment: model.Settings("openai"));

        Assert.StartsWith(HelpedAnswer().Match(Readme).Groups[1].Value, answer.Output, StringComparison.Ordinal);
        Assert.All(SettingRow().Matches(Readme).Select(match => match.Groups[1].Value), name => Assert.Contains(name, ModelVariables));
        Assert.Equal(ModelVariables.Count, SettingRow().Count(Readme));
    }

    [Fact]
    public async Task The_verbs_it_lists_are_the_verbs_there_are()
    {
        var help = await RevBotProcess.RunAsync(["--help"]);
        var real = Command().Matches(help.Output[help.Output.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value);
        var listed = Verb().Matches(Readme).Select(match => match.Groups[1].Value);

        Assert.Equal(real.Order(), listed.Distinct().Order());
    }

    [Fact]
    public async Task The_options_it_names_are_there()
    {
        foreach (Match row in VerbRow().Matches(Readme))
        {
            var help = await RevBotProcess.RunAsync([.. row.Groups[1].Value.Split(' ').Where(word => char.IsLower(word[0])), "--help"]);
            Assert.All(Option().Matches(row.Value).Select(match => match.Value), option => Assert.Contains(option, help.Output, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_files_and_folders_it_names_exist()
    {
        foreach (var path in Paths().Matches(Readme).Select(match => match.Groups[1].Value).Distinct())
        {
            Assert.True(Path.Exists(Path.Combine(Root, path)) || Path.Exists(Path.Combine(Root, "src", path)), $"README names {path}, which is not there.");
        }
    }

    [Fact]
    public async Task The_manifests_it_has_written_are_written()
    {
        using var folder = new TempFolder();
        var commands = ManifestLine().Matches(Readme).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(2, commands.Count);
        foreach (var command in commands)
        {
            var written = await RevBotProcess.RunAsync([.. command.Split(' '), "--out", folder.File("written")]);
            Assert.Equal((0, ""), (written.ExitCode, written.Errors));
        }
    }

    [Fact]
    public void The_settings_it_names_are_read()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root, "src", "RevBot.Channels"), "*Options.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var named = Setting().Matches(Readme).Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Value).Distinct().ToList();

        Assert.InRange(named.Count, 10, 20);
        Assert.All(named, name => Assert.Contains(sources, source => source.Contains($"\"{name}\"", StringComparison.Ordinal) || source.Contains($"nameof({name})", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_Playground_it_names_is_the_one_the_tests_use_and_its_people_are_of_the_demo_company()
    {
        var version = PlaygroundVersion().Match(Readme).Groups[1].Value;
        var people = Address().Matches(File.ReadAllText(Path.Combine(Root, "manifests", "teams", "playground.yml"))).Select(match => match.Groups[1].Value).ToList();
        var demo = new DemoCompany(FirstStart.DemoSeed, FirstStart.DemoDeals, new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero));

        Assert.Contains($"\"@microsoft/m365agentsplayground\": \"{version}\"", File.ReadAllText(Path.Combine(Root, "tests", "peers", "package.json")), StringComparison.Ordinal);
        Assert.Equal(6, people.Count);
        Assert.Empty(people.Except(demo.Build().SelectMany(load => load.People).Select(person => person.Email ?? "")));
    }

    private static string RootOf(string folder) =>
        File.Exists(Path.Combine(folder, "RevBot.sln")) ? folder : RootOf(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository."));

    [GeneratedRegex("""^\$ revbot ask "(?<question>[^"]+)"\n(?<answer>.*?)(?=^```$|^\$ revbot)""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^  ([a-z]+) ", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^\| `revbot ([a-z]+)", RegexOptions.Multiline)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^\| `revbot ([^`]+)`.*$", RegexOptions.Multiline)]
    private static partial Regex VerbRow();

    [GeneratedRegex(@"^ +revbot (manifest .+)$", RegexOptions.Multiline)]
    private static partial Regex ManifestLine();

    [GeneratedRegex(@"SLACK_[A-Z_]+|MicrosoftApp[A-Za-z]+|RevBot(?:__|:)(?:Teams|Slack)(?:__|:)([A-Za-z]+)")]
    private static partial Regex Setting();

    [GeneratedRegex(@"npx @microsoft/m365agentsplayground@([\d.]+) ")]
    private static partial Regex PlaygroundVersion();

    [GeneratedRegex(@" email: (\S+) ")]
    private static partial Regex Address();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"`((?:src|tests|manifests|prompts|\.ci|RevBot\.[A-Z]\w+/)[\w./]*)`")]
    private static partial Regex Paths();

    [GeneratedRegex("does not understand \\(\"(.+?)\"")]
    private static partial Regex HelpedQuestion();

    [GeneratedRegex("```\n([^`]*I read this with a model's help[^`]*)\n```")]
    private static partial Regex HelpedAnswer();

    [GeneratedRegex("^\\| `(REVBOT_MODEL_[A-Z_]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();
}
