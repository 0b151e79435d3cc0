using RevBot.Intents.Slots;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Metrics;

namespace RevBot.Intents.Definitions;

/// <summary>Every word that has a meaning here: the company's glossary first, then the metrics by all their names.</summary>
internal sealed class Terms(MetricCatalog catalog, CompanyProfile company)
{
    private const int LeastForTypo = 5;

    /// <summary>The term the words are, or begin with; null when they are none.</summary>
    /// <param name="wholly">Only when they are it to the letter.</param>
    public Term? Find(string words, bool wholly)
    {
        var said = WordSplitter.Split(TermQuestion.WithoutTail(words)).SkipWhile(word => word.Stem is "a" or "an" or "the" or "our").ToList();
        var stems = said.ConvertAll(word => word.Stem);
        for (var count = stems.Count; count > (wholly ? Math.Max(stems.Count - 1, 0) : 0); count--)
        {
            // All of it spelt wrong is a better match than its first words.
            if (count == stems.Count - 1 && !wholly && Misspelt(string.Join(' ', stems)) is { } meant)
            {
                return meant;
            }

            if (Named(string.Join(' ', stems.Take(count)), string.Join(' ', said.Take(count).Select(word => word.Text))) is { } term)
            {
                return term;
            }
        }

        return wholly ? null : Misspelt(string.Join(' ', stems));
    }

    /// <summary>The term that the words end with, the longest of them; null when they end with none.</summary>
    public Term? FindLast(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, parts.Length).Select(first => Find(string.Join(' ', parts[first..]), true)).FirstOrDefault(term => term is not null);
    }

    /// <param name="said">The same words as they were said; several names of a metric may differ by their ending only.</param>
    private Term? Named(string key, string? said = null)
    {
        var entry = company.Glossary.FirstOrDefault(entry => entry.Aliases.Prepend(entry.Term).Any(name => WordSplitter.KeyOf(name) == key));
        var metric = MetricNamed(entry is null ? key : WordSplitter.KeyOf(entry.Term)) ?? MetricNamed(key);
        return entry is not null ? new Term(entry.Term, company.VersionsOf(entry.Term), metric)
            : metric is not null ? new Term(NameOf(metric, key, said), [], company.Word(metric))
            : null;
    }

    /// <summary>A title is a better match than a synonym that another metric shares.</summary>
    private Metric? MetricNamed(string key) =>
        catalog.Metrics.FirstOrDefault(metric => WordSplitter.KeyOf(metric.Title) == key || WordSplitter.KeyOf(metric.Id) == key)
        ?? catalog.Metrics.FirstOrDefault(metric => metric.Synonyms.Any(synonym => WordSplitter.KeyOf(synonym) == key));

    /// <summary>By the name it was asked by.</summary>
    private static string NameOf(Metric metric, string key, string? said)
    {
        List<string> names = [.. metric.Synonyms.Prepend(metric.Title).Where(name => WordSplitter.KeyOf(name) == key)];
        return names.Find(name => name.Equals(said, StringComparison.OrdinalIgnoreCase)) ?? (names.Contains(metric.Title) ? metric.Title : said ?? names.FirstOrDefault(metric.Title));
    }

    private Term? Misspelt(string key)
    {
        if (key.Length < LeastForTypo)
        {
            return null;
        }

        var names = company.Glossary.Select(entry => entry.Term).Concat(catalog.Metrics.SelectMany(metric => metric.Synonyms.Prepend(metric.Title))).Select(WordSplitter.KeyOf).Distinct().ToList();
        return (names.Find(name => name.Length >= LeastForTypo && Math.Abs(name.Length - key.Length) <= 1 && TypoDistance(name, key) <= 1) ?? names.Find(name => AreScrambled(name, key))) is { } near ? Named(near) : null;
    }

    /// <summary>"Win reat", "sales cylce": the letters of a word in another order.</summary>
    private static bool AreScrambled(string name, string key) =>
        name.Length == key.Length && name.Split(' ') is var right && key.Split(' ') is var wrong && right.Length == wrong.Length
        && right.Zip(wrong).All(pair => pair.First == pair.Second || (pair.First.Length >= LeastForTypo - 1 && pair.First[0] == pair.Second[0] && pair.First.Order().SequenceEqual(pair.Second.Order())));

    /// <summary>0 for the same, 1 for one letter wrong, missing, too many or swapped with its neighbour, 2 for anything else.</summary>
    private static int TypoDistance(string one, string other)
    {
        var same = 0;
        while (same < one.Length && same < other.Length && one[same] == other[same])
        {
            same++;
        }

        var (rest, otherRest) = (one[same..], other[same..]);
        return rest == otherRest ? 0
            : Tail(rest) == Tail(otherRest) || Tail(rest) == otherRest || rest == Tail(otherRest)
                || (rest.Length > 1 && otherRest.Length > 1 && rest[0] == otherRest[1] && rest[1] == otherRest[0] && rest[2..] == otherRest[2..]) ? 1
            : 2;
    }

    private static string Tail(string text) => text.Length == 0 ? text : text[1..];
}
