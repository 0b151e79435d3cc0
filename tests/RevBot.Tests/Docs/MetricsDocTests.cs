using RevBot.Tests.Support;

namespace RevBot.Tests.Docs;

/// <summary>docs/metrics.md is what the catalogue says.</summary>
public sealed class MetricsDocTests
{
    [Fact]
    public async Task The_list_of_metrics_is_up_to_date()
    {
        var written = await File.ReadAllTextAsync(Path.Combine(ReadmeTests.Root, "docs", "metrics.md"));
        var now = await RevBotProcess.RunAsync(["metrics", "--markdown"]);
        Assert.True(written.TrimEnd() == now.Output.TrimEnd(), "docs/metrics.md is out of date: run `revbot metrics --markdown > docs/metrics.md`.");
    }

    [Fact]
    public async Task The_verb_lists_every_metric_as_a_table_and_as_json()
    {
        var table = await RevBotProcess.RunAsync(["metrics"]);
        Assert.Contains("win_rate.count", table.Output, StringComparison.Ordinal);
        var json = System.Text.Json.Nodes.JsonNode.Parse((await RevBotProcess.RunAsync(["metrics", "--json"])).Output)!;
        Assert.Contains(json["metrics"]!.AsArray(), metric => (string?)metric!["id"] == "win_rate.count" && (string?)metric["owner"] == "RevOps");
    }
}
