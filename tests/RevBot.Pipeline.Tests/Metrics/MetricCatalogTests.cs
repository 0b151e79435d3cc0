using RevBot.Pipeline.Catalog;

namespace RevBot.Pipeline.Tests.Metrics;

public sealed class MetricCatalogTests
{
    private static readonly MetricCatalog Catalog = new();

    [Fact]
    public void Ids_are_unique_and_have_a_family()
    {
        Assert.Equal(Catalog.Metrics.Count, Catalog.Metrics.Select(metric => metric.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Catalog.Metrics, metric => Assert.Matches("^[a-z_]+\\.[a-z0-9_]+$", metric.Id));
    }

    [Fact]
    public void No_word_means_two_metrics()
    {
        var twice = Catalog.Metrics.SelectMany(metric => metric.Synonyms).GroupBy(word => word, StringComparer.Ordinal).Where(group => group.Count() > 1);

        Assert.Empty(twice.Select(group => group.Key));
    }

    [Fact]
    public void Synonyms_are_in_lower_case_without_stray_spaces() => Assert.All(
        Catalog.Metrics.SelectMany(metric => metric.Synonyms),
        word => Assert.Equal(string.Join(' ', word.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)), word));

    [Fact]
    public void Every_metric_explains_itself() => Assert.All(Catalog.Metrics, metric =>
    {
        Assert.EndsWith(".", metric.Definition, StringComparison.Ordinal);
        Assert.NotEmpty(metric.Formula);
        Assert.NotEmpty(metric.Synonyms);
        Assert.All(metric.Bands, band => Assert.EndsWith(".", band.SoWhat, StringComparison.Ordinal));
    });

    [Fact]
    public void Every_metric_can_be_computed() =>
        Assert.All(Catalog.Metrics, metric => Assert.NotNull(new RevBot.Testing.APipeline().Ask(metric.Id).NoData));
}
