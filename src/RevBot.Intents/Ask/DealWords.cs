using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Sentences that ask for deals without the word: "what closes this week", "in Negotiation over 50k with no next step", "what does Priya have in Proposal", "the five smallest open renewals", "open, from partners: list them".</summary>
internal static class DealWords
{
    private static readonly LexiconEntry Deals = new(LexiconKind.Deals, "deals");

    public static bool Suggest(Sentence sentence, IReadOnlyList<LexiconSpan> spans, NameScope scope, IReadOnlyList<PlacedFilter> filters)
    {
        if (spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.Dimension or LexiconKind.Deals or LexiconKind.Lifecycle or LexiconKind.Beyond or LexiconKind.Change || (span.Kind == LexiconKind.Asks && (span.Value != "who" || !filters.Any(filter => IsOfDeals(filter.Filter))))
            || (span.Kind == LexiconKind.Aspect && span.Value != "list") || span is { Kind: LexiconKind.State, Value: not ("open" or "closing" or "overdue") }))
        {
            return false;
        }

        var lists = spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "list" } && sentence[span.First] is "list" or "show" or "display");
        var standing = spans.Any(span => span.Kind == LexiconKind.State);
        var ranked = spans.Any(span => span.Kind == LexiconKind.Rank);
        return filters.Any(filter => IsOfDeals(filter.Filter)) || (scope.NamesStage && filters.Any()) || (lists && standing)
            || (scope.NamesKind && (ranked || (lists && standing))) || (scope.NamesKindOfDeals && spans.Any(span => span is { Kind: LexiconKind.State, Value: "closing" or "overdue" })) || AsksWhatOneHas(sentence, spans, scope) || AsksWhatDoes(sentence, spans) || spans.Any(span => IsLast(sentence, spans, span));
    }

    /// <summary>"Whales (200k or more)": deals of a size, when it is said which.</summary>
    public static IEnumerable<LexiconSpan> CalledBySize(Sentence sentence, IReadOnlyList<LexiconSpan> spans, bool saysSize) => !saysSize || spans.Any(span => span.Kind == LexiconKind.Deals) ? []
        : Enumerable.Range(0, sentence.Count).Where(at => sentence.IsFree(at) && sentence.Stem(at) is "whale" or "elephant" or "minnow" or "tiddler" or "biggie" or "monster" or "jumbo" or "megadeal").Take(1).Select(at => new LexiconSpan(at, 1, Deals));

    /// <summary>"Show the five largest wins", "closed won list for Clara", "show me the ones I lost": what became of them says that deals are shown.</summary>
    public static bool AreShown(Sentence sentence, IReadOnlyList<LexiconSpan> spans) => AreChosen(sentence) || spans.Any(list => list is { Kind: LexiconKind.Aspect, Value: "list" }
        && ((list.End == sentence.Count && list.First > 0 && spans.Any(state => state is { Kind: LexiconKind.State, Value: "won" or "lost" } && sentence[state.First] is "wins" or "losses")) || (sentence[list.First] is "show" or "list" or "display" or "name" or "pull" or "see" && spans.Any(state => state is { Kind: LexiconKind.State, Value: "won" or "lost" } && state.First >= list.End && (sentence[state.First] is "wins" or "losses" || Ones(sentence, list.End, state.First))))
            || (Enumerable.Range(list.First, list.Count).Any(at => sentence[at] == "list") && spans.Any(state => state is { Kind: LexiconKind.State, Value: "won" or "lost" or "open" } && state.End == list.First))));

    /// <summary>"Which of our wins were over 250k".</summary>
    private static bool AreChosen(Sentence sentence) => Enumerable.Range(0, sentence.Count).Any(at => sentence[at] == "which" && sentence[at + 1] == "of" && Enumerable.Range(at + 2, 3).Any(word => sentence[word] is "wins" or "losses" or "renewals"));

    private static bool Ones(Sentence sentence, int first, int end) => Enumerable.Range(first, Math.Max(0, end - first)).Any(at => sentence[at] is "ones" or "those" or "all" or "everything" or "whatever");

    /// <summary>"What closes this week", "what's due in March": deals do.</summary>
    private static bool AsksWhatDoes(Sentence sentence, IReadOnlyList<LexiconSpan> spans)
    {
        var at = 1;
        while (sentence[at] is "is" or "are" or "s" or "all" or "else" or "exactly" or "still")
        {
            at++;
        }

        return sentence[0] is "what" or "whats" && spans.Any(span => span.First == at && span is { Kind: LexiconKind.State, Value: "closing" or "overdue" });
    }

    /// <summary>"Show me what I won by month": an amount is split, and no deals are shown.</summary>
    public static bool AsksWhat(Sentence sentence, IReadOnlyList<LexiconSpan> spans, LexiconSpan deals) => sentence[deals.End - 1] == "what" && spans.Any(span => span.Kind == LexiconKind.Dimension) && spans.Any(span => span.Kind == LexiconKind.State);

    /// <summary>Only deals are touched, wait in a stage, have their date pushed or lack a field.</summary>
    public static bool IsOfDeals(DealFilter filter) => filter is DealFilter.Untouched or DealFilter.OpenLonger or DealFilter.InStageLonger or DealFilter.Pushed or DealFilter.Missing or DealFilter.Paused
        || (filter is DealFilter.AnyOf any && any.Parts.Any(IsOfDeals));

    /// <summary>"What do I have closing next week?", "what Elena has in Discovery".</summary>
    private static bool AsksWhatOneHas(Sentence sentence, IReadOnlyList<LexiconSpan> spans, NameScope scope) =>
        Enumerable.Range(0, sentence.Count).Any(at => sentence[at] == "what" && (sentence[at + 2] is "has" or "have" or "got" || (sentence[at + 1] is "do" or "does" or "have" or "has" && sentence[at + 3] is "have" or "got")))
        && !spans.Any(span => span.Kind is LexiconKind.Measure or LexiconKind.Dimension)
        && (spans.Any(span => span is { Kind: LexiconKind.State, Value: "closing" or "overdue" }) || scope.Filters().Any(filter => filter is DealFilter.In { Dimension: Dimension.Stage }));

    /// <summary>"Open for 90 days and over 100k: list".</summary>
    private static bool IsLast(Sentence sentence, IReadOnlyList<LexiconSpan> spans, LexiconSpan span) =>
        span is { Kind: LexiconKind.Aspect, Value: "list" } && span.End == sentence.Count && sentence[span.First] is "list" or "show" && span.First > 0 && !spans.Any(other => other.Kind is LexiconKind.Measure or LexiconKind.Dimension);
}
