using System.Globalization;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Metrics;
using YamlDotNet.RepresentationModel;

namespace RevBot.Intents.Company;

/// <summary>The parts of <c>company.yaml</c> that say what words mean: the glossary, and the company's wording of metrics.</summary>
internal sealed class MeaningParser(YamlSection root)
{
    private static readonly IReadOnlyList<Metric> Metrics = new MetricCatalog().Metrics;

    /// <summary>The entries; the usual ones where the file has no glossary.</summary>
    public IReadOnlyList<GlossaryEntry> Glossary()
    {
        if (root.Node("glossary") is null)
        {
            return GlossarySeed.Entries;
        }

        var entries = new List<GlossaryEntry>();
        foreach (var section in root.Sections("glossary", ["term", "definition", "owner", "example", "counter_example", "aliases", "from"]))
        {
            var entry = new GlossaryEntry
            {
                Term = section.Required("term", "MQL"),
                Definition = section.Required("definition", "What it means, in a sentence"),
                Aliases = [.. section.Words("aliases").Select(word => word.Text)],
                Owner = section.Text("owner"),
                Example = section.Text("example"),
                CounterExample = section.Text("counter_example"),
                From = section.Date("from"),
            };
            if (entry.Term.Length > 0 && (entry.From is null) == (section.Node("from") is null) && entries.Any(other => string.Equals(other.Term, entry.Term, StringComparison.OrdinalIgnoreCase) && other.From == entry.From))
            {
                section.Problem("term", $"'{entry.Term}' has two meanings from the same day.", "Give the newer one from: the day it holds from, as in from: 2026-07-01.");
            }

            entries.Add(entry);
        }

        return entries;
    }

    public Dictionary<string, MetricWording> Wordings()
    {
        var wordings = new Dictionary<string, MetricWording>(StringComparer.Ordinal);
        if (root.Section("metrics", [.. Metrics.Select(metric => metric.Id)]) is not { } metrics)
        {
            return wordings;
        }

        foreach (var id in metrics.Keys)
        {
            if (metrics.Section(id, ["definition", "owner", "bands"]) is { } section)
            {
                wordings[id] = new MetricWording { Definition = section.Text("definition"), Owner = section.Text("owner"), Bands = Bands(section) };
            }
        }

        return wordings;
    }

    private static List<MetricBand>? Bands(YamlSection section)
    {
        if (section.Node("bands") is null)
        {
            return null;
        }

        var bands = new List<MetricBand>();
        foreach (var band in section.Sections("bands", ["up_to", "word", "so_what"]))
        {
            decimal? limit = null;
            if (band.Text("up_to") is { } text)
            {
                if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
                {
                    band.Problem("up_to", $"'{text}' is not a number.", "Write the value below which the band holds, as in 0.25 for 25 %.");
                }
                else if (bands is [.., { UpTo: { } before }] && number <= before)
                {
                    band.Problem("up_to", $"{text} is not above the band before.", "Write the bands from the lowest to the highest.");
                }

                limit = number;
            }

            bands.Add(new MetricBand(limit, band.Required("word", "healthy"), band.Required("so_what", "What to do about it")));
        }

        if (bands.Count > 0 && (bands[^1].UpTo is not null || bands[..^1].Exists(band => band.UpTo is null)))
        {
            section.Add(section.Node("bands") ?? new YamlScalarNode(), section.In("bands"), "Every band but the last needs an up_to, and the last has none.", "Leave up_to out of the last band: it holds all that is higher.");
        }

        return bands;
    }
}
