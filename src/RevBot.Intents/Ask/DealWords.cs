using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Sentences that ask for deals without the word: "in Negotiation over 50k with no next step", "what does Priya have in Proposal", "the five smallest open renewals", "open, from partners: list them".</summary>
internal static class DealWords
{
    public static bool Suggest(Sentence sentence, IReadOnlyList<LexiconSpan> spans, NameScope scope, IReadOnlyList<PlacedFilter> filters)
    {
        if (spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.Dimension or LexiconKind.Deals or LexiconKind.Lifecycle or LexiconKind.Beyond or LexiconKind.Asks or LexiconKind.Change
            || (span.Kind == LexiconKind.Aspect && span.Value != "list") || span is { Kind: LexiconKind.State, Value: not ("open" or "closing" or "overdue") }))
        {
            return false;
        }

        var lists = spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "list" } && sentence[span.First] is "list" or "show" or "display");
        var standing = spans.Any(span => span.Kind == LexiconKind.State);
        var ranked = spans.Any(span => span.Kind == LexiconKind.Rank);
        return filters.Any(filter => IsOfDeals(filter.Filter)) || (scope.NamesStage && filters.Any()) || (lists && standing)
            || (scope.NamesKind && (ranked || (lists && standing))) || AsksWhatOneHas(sentence, spans, scope) || spans.Any(span => IsLast(sentence, spans, span));
    }

    /// <summary>Only deals are touched, wait in a stage, have their date pushed or lack a field.</summary>
    public static bool IsOfDeals(DealFilter filter) => filter is DealFilter.Untouched or DealFilter.OpenLonger or DealFilter.InStageLonger or DealFilter.Pushed or DealFilter.Missing
        || (filter is DealFilter.AnyOf any && any.Parts.Any(IsOfDeals));

    /// <summary>"What do I have closing next week?", "what Elena has in Discovery".</summary>
    private static bool AsksWhatOneHas(Sentence sentence, IReadOnlyList<LexiconSpan> spans, NameScope scope) =>
        Enumerable.Range(0, sentence.Count).Any(at => sentence[at] == "what" && (sentence[at + 2] is "has" or "have" or "got" || (sentence[at + 1] is "do" or "does" or "have" or "has" && sentence[at + 3] is "have" or "got")))
        && !spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.Dimension)
        && (spans.Any(span => span is { Kind: LexiconKind.State, Value: "closing" or "open" or "overdue" }) || scope.Filters().Any(filter => filter is DealFilter.In { Dimension: Dimension.Stage }));

    /// <summary>"Open for 90 days and over 100k: list".</summary>
    private static bool IsLast(Sentence sentence, IReadOnlyList<LexiconSpan> spans, LexiconSpan span) =>
        span is { Kind: LexiconKind.Aspect, Value: "list" } && span.End == sentence.Count && sentence[span.First] is "list" or "show" && span.First > 0 && !spans.Any(other => other.Kind is LexiconKind.Measure or LexiconKind.Dimension);
}
