using System.Text.Json.Nodes;
using RevBot.Tests.Support;

namespace RevBot.Tests.Cli;

/// <summary><c>revbot alerts backtest</c> on a company of 200 deals.</summary>
public sealed class BacktestVerbTests(SmallDemo demo) : IClassFixture<SmallDemo>
{
    [Theory]
    [InlineData("stalled-deals", "learned limit × 1.5")]
    [InlineData("close_date_passed", "1 day (in use)")]
    [InlineData("close_date_pushed", "2 times (in use)")]
    [InlineData("amount_changed", "10 % (in use)")]
    [InlineData("no_activity", "14 days (in use)")]
    [InlineData("no_next_step", "Alerts, each 2 weeks from")]
    [InlineData("large_win", "of its value")]
    public async Task Every_rule_is_played_through_half_a_year(string rule, string sees)
    {
        var result = await Backtest(rule);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.StartsWith("The rule “", result.Output, StringComparison.Ordinal);
        Assert.Contains("in 180 days", result.Output, StringComparison.Ordinal);
        Assert.Contains(sees, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_threshold_of_one_s_own_is_tested_beside_the_one_in_use()
    {
        var data = JsonNode.Parse((await Backtest("no_activity", "--threshold", "17", "--days", "90", "--json")).Output)!;
        var rows = data["rows"]!.AsArray();
        Assert.Equal(["7 days", "10 days", "14 days", "17 days", "21 days", "30 days"], rows.Select(row => (string?)row!["threshold"]));
        Assert.Equal("14 days", (string?)Assert.Single(rows, row => (bool)row!["inUse"]!)!["threshold"]);
        var alerts = rows.Select(row => (int)row!["alerts"]!).ToList();
        Assert.Equal(alerts.OrderDescending(), alerts);
        Assert.True(alerts[0] > alerts[^1]);
    }

    private Task<CommandResult> Backtest(string rule, params string[] more) =>
        RevBotProcess.RunAsync(["alerts", "backtest", rule, .. more, "--now", SmallDemo.Now, "--data", demo.Path]);
}
