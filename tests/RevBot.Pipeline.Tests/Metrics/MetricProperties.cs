using FsCheck;
using FsCheck.Fluent;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class MetricProperties
{
    private static readonly MetricCatalog Catalog = new();

    [Fact]
    public void Rows_of_an_additive_metric_sum_to_the_total() => For((seed, metric) =>
    {
        var random = new RandomPipeline(seed);
        var answer = random.Build().Ask(random.Question(metric.Id));
        return !answer.Metric.Additive || answer.Rows is [] || answer.Rows.Sum(row => row.Value ?? 0) == (answer.Value ?? 0);
    });

    [Fact]
    public void The_order_of_filters_does_not_matter() => For((seed, metric) =>
    {
        var random = new RandomPipeline(seed);
        var (pipeline, question) = (random.Build(), random.Question(metric.Id));
        var turned = question with { Filters = [.. question.Filters.Reverse()] };
        var (one, other) = (pipeline.Ask(question), pipeline.Ask(turned));
        return one.Value == other.Value && one.Deals.SequenceEqual(other.Deals) && one.Lines().SequenceEqual(other.Lines());
    });

    [Fact]
    public void Every_figure_equals_a_plain_reckoning() => For((seed, metric) =>
    {
        if (metric.Id.Split('.')[0] is "time_in_stage" or "quota" or "coverage" or "conversion" or "slippage" or "forecast" || metric.Thing != "deal")
        {
            return true;
        }

        var random = new RandomPipeline(seed);
        var (pipeline, question) = (random.Build(oneCurrency: seed % 2 == 0), random.Question(metric.Id));
        if (metric.Id == "velocity.daily" && question.Breakdown.Any(dimension => dimension.IsTime))
        {
            // Each row then has deals open at another moment: said in VelocityTests.
            question = question with { Breakdown = [] };
        }

        var answer = pipeline.Ask(question);
        var plain = PlainReckoning.Of(question, pipeline.Snapshot(), pipeline.Company, Asking.Now);
        var rows = answer.Rows.ToDictionary(row => string.Join('/', row.Keys.Select(key => key.Key)), row => row.Value, StringComparer.Ordinal);
        return answer.Value == plain.Value
            && answer.Receipt.Deals == plain.Deals
            && answer.Deals.Count == plain.Deals
            && rows.Count == plain.Rows.Count
            && plain.Rows.All(row => rows.TryGetValue(row.Key, out var value) && value == row.Value);
    });

    private static void For(Func<int, Metric, bool> holds) => Prop
        .ForAll(
            ArbMap.Default.GeneratorFor<int>().ToArbitrary(),
            Gen.Elements<Metric>([.. Catalog.Metrics]).ToArbitrary(),
            holds)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
