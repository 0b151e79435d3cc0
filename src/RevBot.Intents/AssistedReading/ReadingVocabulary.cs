using System.Text.Json;
using System.Text.Json.Nodes;
using RevBot.Intents.Slots;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.AssistedReading;

/// <summary>The names a model is given, and the only ones it may give back: metrics, dimensions and the short lists of <c>company.yaml</c>. No account, deal, competitor or amount is among them; people and teams only where the company shares them.</summary>
internal sealed class ReadingVocabulary
{
    private const int Synonyms = 4;

    private static readonly Dimension[] Scopes =
    [
        Dimension.Stage, Dimension.Region, Dimension.Segment, Dimension.Source, Dimension.DealType, Dimension.LossReason, Dimension.Owner, Dimension.Team, Dimension.Account,
        Dimension.Product, Dimension.Industry, Dimension.Competitor,
    ];

    private static readonly Dictionary<string, Dimension> Dimensions = Enum.GetValues<Dimension>().ToDictionary(DimensionText.Key, StringComparer.Ordinal);

    private ReadingVocabulary(MetricCatalog catalog, IReadOnlyDictionary<Dimension, IReadOnlyList<string>> names)
    {
        Names = names;
        NameLines = [.. names.Where(pair => pair.Value.Count > 0).Select(pair => $"{DimensionText.Key(pair.Key)}: {string.Join(", ", pair.Value)}")];
        var prompt = ReadingPrompt.Shipped;
        Instruction = prompt.Instruction
            .Replace("{measure_list}", Lines(catalog.Metrics.Select(MeasureLine)), StringComparison.Ordinal)
            .Replace("{names}", Lines(NameLines.Select(line => "- " + line)), StringComparison.Ordinal);
        Schema = JsonDocument.Parse(prompt.Schema
            .Replace("\"{measures}\"", Values(catalog.Metrics.Select(metric => metric.Id)), StringComparison.Ordinal)
            .Replace("\"{scopes}\"", Values(Scopes.Select(DimensionText.Key)), StringComparison.Ordinal)
            .Replace("\"{dimensions}\"", Values(Dimensions.Keys), StringComparison.Ordinal)).RootElement;
    }

    /// <summary>The values that are told, by dimension.</summary>
    public IReadOnlyDictionary<Dimension, IReadOnlyList<string>> Names { get; }

    /// <summary>The same, a line for each dimension that has any.</summary>
    public IReadOnlyList<string> NameLines { get; }

    public string Instruction { get; }

    public JsonElement Schema { get; }

    public static ReadingVocabulary Of(MetricCatalog catalog, CompanyProfile company, PipelineSnapshot snapshot, NameMatcher matcher, bool sharesNames)
    {
        var names = new Dictionary<Dimension, IReadOnlyList<string>>
        {
            [Dimension.Stage] = Tellable(company.Process.OpenStages.Select(stage => stage.Name)),
            [Dimension.Region] = Tellable(company.Regions),
            [Dimension.Segment] = Tellable(company.Segments),
            [Dimension.Source] = Tellable(company.Sources),
            [Dimension.DealType] = Tellable(company.DealTypes),
            [Dimension.LossReason] = Tellable(company.LossReasons.Reasons.Select(reason => reason.Name)),
        };
        if (sharesNames)
        {
            names[Dimension.Owner] = [.. snapshot.People.Values.Where(person => person.Active).Select(person => person.Name).Order(StringComparer.Ordinal)];
            names[Dimension.Team] = [.. company.Teams.Select(team => team.Name)];
        }

        return new ReadingVocabulary(catalog, names);

        // "Referral by Kim Lee": a list that was learnt from an import may name people and customers.
        List<string> Tellable(IEnumerable<string> values) => [.. values.Where(value => matcher.FindAll(WordSplitter.Split(value), kind => kind is NameKind.Person or NameKind.Account or NameKind.Deal, null, _ => false).Count == 0)];
    }

    public static Dimension? DimensionOf(string key) => Dimensions.TryGetValue(key, out var dimension) ? dimension : null;

    /// <summary>What a filter may name.</summary>
    public static bool IsScope(Dimension dimension) => Scopes.Contains(dimension);

    /// <summary>The name as it was told, whatever its case; null when it was not.</summary>
    public string? Find(Dimension dimension, string name) =>
        Names.GetValueOrDefault(dimension)?.FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The catalogue's own words, not the company's.</summary>
    private static string MeasureLine(Metric metric)
    {
        var others = metric.Synonyms.Where(synonym => !string.Equals(synonym, metric.Title, StringComparison.OrdinalIgnoreCase)).Take(Synonyms).ToList();
        return $"- {metric.Id}: {metric.Title}{(others.Count > 0 ? $" ({string.Join(", ", others)})" : string.Empty)}";
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Values(IEnumerable<string> values) => string.Join(", ", values.Select(value => JsonValue.Create(value).ToJsonString()));
}
