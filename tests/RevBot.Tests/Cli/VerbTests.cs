using RevBot.Tests.Support;

namespace RevBot.Tests.Cli;

/// <summary>Every verb explains itself, and a wrong option is answered with a sentence and exit code 2.</summary>
public sealed class VerbTests
{
    [Theory]
    [InlineData("")]
    [InlineData("serve")]
    [InlineData("ask")]
    [InlineData("alerts")]
    [InlineData("alerts run")]
    [InlineData("alerts backtest")]
    [InlineData("import")]
    [InlineData("import deals")]
    [InlineData("export")]
    [InlineData("demo")]
    [InlineData("manifest")]
    [InlineData("manifest teams")]
    [InlineData("manifest slack")]
    [InlineData("doctor")]
    [InlineData("backup")]
    [InlineData("audit")]
    [InlineData("forms")]
    [InlineData("forms report")]
    [InlineData("audit verify")]
    [InlineData("audit export")]
    public async Task Help_is_everywhere(string verb)
    {
        var help = await RevBotProcess.RunAsync([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        Assert.Contains("Usage:", help.Output, StringComparison.Ordinal);
        Assert.Contains("--data", help.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate", "Unrecognized command or argument 'frobnicate'.")]
    [InlineData("ask --loudly hello", "--loudly")]
    [InlineData("ask --now tuesday hello", "--now tuesday is not a moment; write 2026-06-04 or 2026-06-04T09:00:00Z.")]
    [InlineData("alerts run --now soon", "--now soon is not a moment")]
    [InlineData("alerts backtest stalled-deals --now soon", "--now soon is not a moment")]
    [InlineData("alerts backtest stalled-deals --days 3", "--days 3 is not a whole number from 7 to 730")]
    [InlineData("alerts backtest stale_deals", "There is no rule “stale_deals”. Did you mean stalled_deals? Rules are: stalled_deals, slow_stages, close_date_passed,")]
    [InlineData("alerts backtest slow-stages", "Ask “which stages are slowing down?”")]
    [InlineData("alerts backtest amount_changed --threshold 2000", "“amount changed” can be tested at 1 to 1,000 percent, not at 2,000.")]
    [InlineData("alerts backtest amount_changed --threshold much", "--threshold much is not a number; write 14 or 2.5.")]
    [InlineData("alerts backtest moved_back --threshold 2", "“moved back a stage” has no threshold.")]
    [InlineData("forms report --days 0", "--days 0 is not a whole number from 1 to 730.")]
    [InlineData("alerts", "Required command was not provided.")]
    [InlineData("demo --deals 0", "--deals 0 is not a whole number from 1 to 1,000,000.")]
    [InlineData("demo --deals many", "--deals many is not a whole number from 1 to 1,000,000.")]
    [InlineData("demo --seed x", "--seed x is not a whole number")]
    [InlineData("demo --until tomorrow", "--until tomorrow is not a day; write 2026-06-04.")]
    [InlineData("serve --port 99999", "--port 99999 is not a whole number from 0 to 65,535.")]
    [InlineData("doctor --manifest nowhere.zip", "--manifest nowhere.zip is not there.")]
    [InlineData("backup", "Required argument missing for command: 'backup'.")]
    [InlineData("audit", "Required command was not provided.")]
    [InlineData("audit export --from monday", "--from monday is not a day; write 2026-06-04.")]
    [InlineData("audit export --from 2026-06-04 --to 2026-06-03", "--to 2026-06-03 is before --from 2026-06-04.")]
    [InlineData("audit export --format xml", "'xml'")]
    public async Task What_is_not_understood_is_said_in_a_sentence(string command, string sentence)
    {
        using var data = new TempFolder();

        var result = await RevBotProcess.RunAsync([.. command.Split(' '), "--data", data.Path]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(sentence, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    [Theory]
    [InlineData("ask hello")]
    [InlineData("doctor")]
    [InlineData("alerts run --dry-run")]
    [InlineData("alerts backtest stalled-deals")]
    [InlineData("backup copy.db")]
    [InlineData("export deals deals.csv")]
    [InlineData("forms report")]
    [InlineData("audit verify")]
    [InlineData("audit export --out log.csv")]
    public async Task What_only_reads_leaves_an_empty_folder_empty(string command)
    {
        using var data = new TempFolder();

        var result = await RevBotProcess.RunAsync([.. command.Split(' '), "--data", data.Path]);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"There is nothing in {data.Path}. Write the demo company with `revbot demo`", result.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    [Fact]
    public async Task The_data_folder_is_named_by_the_environment_too_and_the_option_wins()
    {
        using var named = new TempFolder();
        using var other = new TempFolder();
        var environment = new Dictionary<string, string?> { ["REVBOT_DATA"] = named.Path };

        var made = await RevBotProcess.RunAsync(["demo", "--deals", "5"], environment: environment);
        var asked = await RevBotProcess.RunAsync(["ask", "--data", other.Path, "pipeline"], environment: environment);

        Assert.Equal(0, made.ExitCode);
        Assert.True(File.Exists(named.File("revbot.db")));
        Assert.Contains(other.Path, asked.Errors, StringComparison.Ordinal);
    }
}
