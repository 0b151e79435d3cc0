using System.Text.RegularExpressions;
using RevBot.Tests.Support;

namespace RevBot.Tests.Docs;

/// <summary>What README says is what the program does: every example is run and compared, every verb and path is looked up.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Root = RootOf(AppContext.BaseDirectory);

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

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"`((?:src|tests|manifests|prompts|\.ci|RevBot\.[A-Z]\w+/)[\w./]*)`")]
    private static partial Regex Paths();
}
