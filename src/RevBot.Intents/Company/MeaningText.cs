using System.Globalization;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Company;

/// <summary>Writes the glossary and the wording of metrics, as <see cref="MeaningParser"/> reads them.</summary>
internal static class MeaningText
{
    public static IEnumerable<string> Of(CompanyProfile profile)
    {
        yield return "# Your own words for a metric of the catalogue ('revbot metrics' lists them): definition, owner, and bands with the line that";
        yield return "# says what to do; up_to is the value below which a band holds, and the last band has none.";
        yield return profile.MetricWordings.Count == 0 ? "metrics: {}" : "metrics:";
        if (profile.MetricWordings.Count == 0)
        {
            yield return "#  win_rate.count:";
            yield return "#    owner: Sales Operations";
            yield return "#    bands:";
            yield return "#      - { up_to: 0.2, word: low, so_what: \"Look at the loss reasons.\" }";
            yield return "#      - { word: healthy, so_what: \"Go on.\" }";
        }

        foreach (var line in profile.MetricWordings.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => Wording(pair.Key, pair.Value)))
        {
            yield return line;
        }

        yield return string.Empty;
        yield return "# What words mean here: \"what do we mean by SQL?\". When a meaning changes, write the term again with from: the day it holds";
        yield return "# from; questions about the time before are answered with the meaning of then. Without this part the usual meanings hold.";
        yield return profile.Glossary.Count == 0 ? "glossary: []" : "glossary:";
        foreach (var line in profile.Glossary.SelectMany(Entry))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Wording(string id, MetricWording wording)
    {
        yield return wording is { Definition: null, Owner: null, Bands: null } ? $"  {id}: {{}}" : $"  {id}:";
        if (wording.Definition is { } definition)
        {
            yield return $"    definition: {CompanyText.Scalar(definition)}";
        }

        if (wording.Owner is { } owner)
        {
            yield return $"    owner: {CompanyText.Scalar(owner)}";
        }

        if (wording.Bands is { } bands)
        {
            yield return bands.Count == 0 ? "    bands: []" : "    bands:";
            foreach (var band in bands)
            {
                var limit = band.UpTo is { } upTo ? $"up_to: {upTo.ToString(CultureInfo.InvariantCulture)}, " : string.Empty;
                yield return $"      - {{ {limit}word: {CompanyText.Scalar(band.Word)}, so_what: {CompanyText.Scalar(band.SoWhat)} }}";
            }
        }
    }

    private static IEnumerable<string> Entry(GlossaryEntry entry)
    {
        yield return $"  - term: {CompanyText.Scalar(entry.Term)}";
        yield return $"    definition: {CompanyText.Scalar(entry.Definition)}";
        (string Key, string? Value)[] others = [("owner", entry.Owner), ("example", entry.Example), ("counter_example", entry.CounterExample)];
        foreach (var (key, value) in others.Where(other => other.Value is not null))
        {
            yield return $"    {key}: {CompanyText.Scalar(value ?? string.Empty)}";
        }

        if (entry.Aliases.Count > 0)
        {
            yield return $"    aliases: [{string.Join(", ", entry.Aliases.Select(CompanyText.Scalar))}]";
        }

        if (entry.From is { } from)
        {
            yield return $"    from: {from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        }
    }
}
