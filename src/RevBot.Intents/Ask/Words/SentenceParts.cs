using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Ask.Periods;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Words;

/// <summary>What was found in one sentence, before it is put together: its phrases, names, ranges and periods, and what they are read against.</summary>
internal sealed record SentenceParts(
    MetricCatalog Catalog,
    ReadContext Context,
    Sentence Sentence,
    IReadOnlyList<LexiconSpan> Spans,
    NameScope Scope,
    IReadOnlyList<PlacedFilter> Filters,
    List<PeriodSpan> Periods)
{
    /// <summary>Every filter said by a name or a range, "or" between kinds read.</summary>
    public List<DealFilter> SaidFilters() => AlternativeReader.Read(Sentence, Spans, [.. Scope.Placed(), .. Filters]);

    public bool Says(LexiconKind kind, string value) => Spans.Any(span => span.Kind == kind && span.Value == value);

    /// <summary>Positions of the words nobody understood.</summary>
    public List<int> Unknown() => [.. Enumerable.Range(0, Sentence.Count).Where(Sentence.IsFree)];
}
