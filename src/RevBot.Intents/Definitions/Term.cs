using RevBot.Pipeline.Company;
using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Definitions;

/// <summary>A word with a meaning here: from the glossary, a metric, or both.</summary>
/// <param name="Name">As the glossary writes it, or as the metric was called.</param>
/// <param name="Versions">The glossary's meanings, the oldest first; empty for a metric that is only in the catalogue.</param>
/// <param name="Metric">The metric of that name, in the company's words.</param>
internal sealed record Term(string Name, IReadOnlyList<GlossaryEntry> Versions, Metric? Metric)
{
    /// <summary>The meaning that held on a day; null where none did yet.</summary>
    public GlossaryEntry? At(DateOnly day) => Versions.LastOrDefault(version => version.From is null || version.From <= day);

    /// <summary>The meaning that took the place of one; null for the newest.</summary>
    public GlossaryEntry? After(GlossaryEntry version) => Versions.SkipWhile(other => other != version).Skip(1).FirstOrDefault();
}
