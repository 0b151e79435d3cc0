using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using RevBot.Intents.Ask.Answers;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Definitions;

/// <summary>The catalogue in the company's words, for chat, for <c>revbot metrics</c> and for <c>docs/metrics.md</c>.</summary>
public sealed class MetricList(MetricCatalog catalog, CompanyProfile company)
{
    public IReadOnlyList<Metric> Metrics { get; } = [.. catalog.Metrics.Select(company.Word)];

    /// <summary>Metrics whose ids begin alike, in the order of the catalogue.</summary>
    public IEnumerable<(string Title, IReadOnlyList<Metric> Metrics)> Families() =>
        Metrics.GroupBy(metric => metric.Family).Select(family => (Title(family.Key), (IReadOnlyList<Metric>)[.. family]));

    public JsonArray ToJson() => [.. Metrics.Select(metric => (JsonNode)new JsonObject
    {
        ["id"] = metric.Id,
        ["title"] = metric.Title,
        ["definition"] = metric.Definition,
        ["formula"] = metric.Formula,
        ["unit"] = MetricWords.Unit(metric),
        ["basis"] = MetricWords.Basis(metric),
        ["defaultPeriod"] = MetricWords.Default(metric),
        ["minimumSample"] = metric.MinimumSample,
        ["owner"] = company.OwnerOf(metric),
        ["bands"] = new JsonArray([.. metric.Bands.Select(band => (JsonNode)new JsonObject { ["upTo"] = AnswerData.Number(band.UpTo), ["word"] = band.Word, ["soWhat"] = band.SoWhat })]),
        ["synonyms"] = new JsonArray([.. metric.Synonyms.Select(synonym => (JsonNode)synonym)]),
    })];

    /// <summary>One line for each metric, in columns.</summary>
    public string ToTable()
    {
        List<string[]> rows = [["ID", "TITLE", "UNIT", "BY THE", "WITHOUT A PERIOD", "OWNER"]];
        rows.AddRange(Metrics.Select(metric => new[] { metric.Id, metric.Title, MetricWords.Unit(metric), MetricWords.Basis(metric), MetricWords.Default(metric), company.OwnerOf(metric) }));
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder("# What can be measured\n\nWritten by `revbot metrics --markdown` from the catalogue; a change belongs there. A company rewords definition, owner, bands and what to do in the `metrics` part of `company.yaml`.\n");
        foreach (var (title, metrics) in Families())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n");
            foreach (var metric in metrics)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n### {metric.Title}\n\n{metric.Definition}\n\n| | |\n|---|---|\n| id | `{metric.Id}` |\n| formula | {Cell(metric.Formula)} |\n| unit | {MetricWords.Unit(metric)} |\n| a period applies to | {MetricWords.Basis(metric)} |\n| without a period | {MetricWords.Default(metric)} |\n");
                text.Append(CultureInfo.InvariantCulture, $"| smallest sample | {metric.MinimumSample} |\n| rows add up | {(metric.Additive ? "yes" : "no")} |\n| owner | {Cell(company.OwnerOf(metric))} |\n| also called | {Cell(string.Join(", ", metric.Synonyms.Take(8)))} |\n");
                for (var place = 0; place < metric.Bands.Count; place++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"| {MetricWords.Band(metric, place)} | {Cell(metric.Bands[place].SoWhat)} |\n");
                }
            }
        }

        return text.ToString();
    }

    private static string Cell(string value) => value.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Title(string family) => family.Length == 0 ? "Other" : char.ToUpperInvariant(family[0]) + family[1..].Replace('_', ' ');
}
