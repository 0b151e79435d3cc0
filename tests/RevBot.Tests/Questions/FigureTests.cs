using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Pipeline.Catalog;
using Xunit.Abstractions;

namespace RevBot.Tests.Questions;

/// <summary>Every figure the program says of its whole catalogue, reckoned a second time from the rows of the store. <c>tests/figures.sh</c> runs it on a company of 200,000 deals.</summary>
public sealed class FigureTests(AskedForFigures asked, ITestOutputHelper output) : IClassFixture<AskedForFigures>
{
    [Fact]
    public void Every_step_of_every_bridge_equals_a_replay_of_the_events_and_the_steps_sum_up()
    {
        using var store = new DemoStore(asked.Store);
        var bridges = asked.Answers.Where(answer => (string?)answer["intent"] == "pipeline-changes" && (string?)answer["outcome"] == "answered").ToList();
        foreach (var bridge in bridges)
        {
            var reckoned = new BridgeReckoning(store, bridge).Steps();
            var told = bridge["steps"]!.AsArray().ToDictionary(step => (string)step!["step"]!, step => ((decimal)step!["value"]!, (int)step["deals"]!));
            (told["opening"], told["closing"]) = (End("opening"), End("closing"));

            Assert.Equal(reckoned.OrderBy(step => step.Key), told.Where(step => step.Value.Item2 > 0).OrderBy(step => step.Key));
            Assert.Equal(told["closing"].Item1 - told["opening"].Item1, told.Where(step => step.Key is not "opening" and not "closing").Sum(step => step.Value.Item1));

            (decimal, int) End(string end) => ((decimal)bridge[end]!["value"]!, (int)bridge[end]!["deals"]!);
        }

        output.WriteLine($"{bridges.Count} bridges are equal to a replay of the events.");
        Assert.NotEmpty(bridges);
    }

    [Fact]
    public void Every_figure_of_where_deals_break_down_equals_a_reckoning_from_plain_rows()
    {
        using var store = new DemoStore(asked.Store);
        var reports = asked.Answers.Where(answer => (string?)answer["intent"] == "leakage" && (string?)answer["outcome"] == "answered").ToList();
        var wrong = reports.SelectMany(report => new LeakReckoning(store, report).Differences().Select(difference => $"{report["reading"]}: {difference}")).ToList();

        output.WriteLine($"{reports.Count} reports with {reports.Sum(report => report["rows"]!.AsArray().Count + report["better"]!.AsArray().Count)} changes are equal to a reckoning.");
        Assert.Empty(wrong);
        Assert.NotEmpty(reports);
    }

    [Fact]
    public void What_is_asked_for_by_its_name_is_what_is_answered()
    {
        var texts = FigureQuestions.All.Where(question => ((string)question["id"]!).Contains('.', StringComparison.Ordinal)).ToDictionary(question => (string)question["id"]!, question => (string)question["text"]!);
        var answers = asked.Answers.Where(answer => texts.ContainsKey((string)answer["id"]!)).ToList();
        var misread = answers.Where(answer => ((string)answer["id"]!).Split(' ')[0] != (string?)answer["measure"])
            .Select(answer => $"“{texts[(string)answer["id"]!]}” ({answer["id"]}): {answer["outcome"]} {answer["measure"]} {answer["reason"]}{answer["question"]}")
            .ToList();

        output.WriteLine($"{misread.Count} of {answers.Count} are answered otherwise:\n{string.Join('\n', misread)}");
        Assert.True(misread.Count * 50 < answers.Count);
    }

    [Fact]
    public void Every_figure_of_every_metric_equals_a_reckoning_of_its_own()
    {
        using var store = new DemoStore(asked.Store);
        var figures = new Dictionary<string, int>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var answer in asked.Answers.SelectMany(answer => answer["answers"] is JsonArray all ? all.OfType<JsonNode>() : [answer]))
        {
            var reading = ExpectedQuestion.OfAnswer(answer);
            if (!reading.HasFigure)
            {
                continue;
            }

            var comparison = new FigureComparison(reading, answer);
            comparison.Run(new SqlReckoning(store, reading));
            figures[reading.Measure!] = figures.GetValueOrDefault(reading.Measure!) + comparison.Figures;
            wrong.AddRange(comparison.Differences.Take(5).Select(difference => $"{reading.Measure} “{reading.Text}”: {difference}"));
        }

        output.WriteLine(string.Join('\n', figures.OrderBy(metric => metric.Key, StringComparer.Ordinal).Select(metric => string.Create(CultureInfo.InvariantCulture, $"{metric.Value,8:N0}  {metric.Key}"))));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figures.Values.Sum(),8:N0}  figures in all"));
        Assert.True(wrong.Count == 0, $"{wrong.Count} figures differ:\n{string.Join('\n', wrong.Take(200))}");
        Assert.Empty(new MetricCatalog().Metrics.Select(metric => metric.Id).Except(figures.Keys));
    }
}
