using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask;

/// <summary>What the order of the words says of a question: which deals a day of creation is about, what "or" holds together, what is set side by side.</summary>
internal sealed class QuestionSigns(SentenceParts parts)
{
    private readonly Sentence _sentence = parts.Sentence;
    private readonly IReadOnlyList<LexiconSpan> _spans = parts.Spans;

    /// <summary>"Open deals created last month", which are listed and not counted by the day of creation; "the deals created in Q1 that are still open".</summary>
    public bool OpenDealsCreated() => OpenFirst() || (!parts.Says(LexiconKind.Aspect, "count") && !parts.Says(LexiconKind.Aspect, "amount") && (parts.Says(LexiconKind.State, "created")
        ? _spans.Any(span => (span is { Kind: LexiconKind.State, Value: "open" } && _spans.Any(deals => deals.Kind == LexiconKind.Deals)) || span is { Kind: LexiconKind.Measure, Value: MeasureIds.OpenCount })
        : _spans.Any(span => span is { Kind: LexiconKind.Measure, Value: MeasureIds.CreatedCount }) && _spans.Any(span => span is { Kind: LexiconKind.State, Value: "open" } && Enumerable.Range(span.First - 1, span.Count).Any(at => _sentence[at] is "still" or "are" or "yet" or "remain"))));

    /// <summary>"(Enterprise and EMEA) or over 200k".</summary>
    public bool GroupsByAnd()
    {
        var text = _sentence.Text;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        return close > open && text[open..close].Contains(" and ", StringComparison.OrdinalIgnoreCase) && (text[close..].Contains(" or ", StringComparison.OrdinalIgnoreCase) || text[..open].Contains(" or ", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"Open pipeline created in Q1", but "pipeline created in Q1 that is still open" is what was created.</summary>
    public bool OpenFirst() => _spans.FirstOrDefault(span => span is { Kind: LexiconKind.State, Value: "created" }) is { } created && !parts.Says(LexiconKind.Aspect, "count")
        && Enumerable.Range(0, created.First).Any(at => _sentence[at] == "open" && _sentence[at - 1] is not ("i" or "we" or "they" or "still"));

    /// <summary>"How many deals per rep on average", "average number of deals".</summary>
    public bool CountsOnAverage => Enumerable.Range(0, _sentence.Count).Any(at => (_sentence[at] == "on" && _sentence[at + 1] is "average" or "avg") || (_sentence[at] is "average" or "avg" && _sentence[at + 1] == "number"));

    /// <summary>"Which accounts have more than one open deal", "reps with at least 5 deals".</summary>
    public bool PicksByCount => Enumerable.Range(0, _sentence.Count).Any(at => (_sentence[at], _sentence[at + 1]) is ("more" or "fewer" or "less", "than") or ("at", "least" or "most")
        && CalendarWords.Number(_sentence[at + 2]) is not null && _sentence.Stem(at + (_sentence[at + 3] is "open" or "active" or "live" or "won" or "lost" ? 4 : 3)) is "deal" or "opportunity" or "opp")
        && Enumerable.Range(0, _sentence.Count).Any(at => _sentence[at] is "have" or "has" or "with" or "had" or "own" or "owns");

    /// <summary>"What do we need to book in December", "how much is still to go": of what is to come.</summary>
    public bool LooksAhead => Enumerable.Range(0, _sentence.Count).Any(at => _sentence[at] is "need" or "needs" or "require" or "remaining" or "left" or "must" || (_sentence[at] == "to" && _sentence[at + 1] is "go" or "book" or "sell" or "close"));

    /// <summary>"Deals I lost this year, just a number": one figure, and no list.</summary>
    public bool WantsOneFigure => Enumerable.Range(0, _sentence.Count).Any(at => _sentence[at] is "number" or "figure" && _sentence[at - 1] is "one" or "single" or "a" or "the" or "just" or "only" && at + 2 >= _sentence.Count && !parts.Says(LexiconKind.Aspect, "list"));

    /// <summary>"What percent of our pipeline is in commit": how large a part of the whole is.</summary>
    public bool AsksPartOf => Enumerable.Range(0, _sentence.Count).Any(at => _sentence[at] is "percent" or "percentage" or "%" or "share" or "proportion" or "fraction" or "portion" && _sentence[at + 1] == "of"
        && (at == 0 || _sentence[at - 1] is "what" or "which" or "whats" or "the" or "a" or "big" or "large" or "is" or "are"));

    /// <summary>"Did AMER outsell EMEA?", "is Priya or Tom faster?": those that are named are set side by side.</summary>
    public bool Compares => (_sentence[0] is "did" or "does" or "do" or "is" or "are" or "was" or "has" or "have" || _sentence.Has("whether"))
        && Enumerable.Range(0, _sentence.Count).Any(at => _sentence[at] is "more" or "better" or "faster" or "slower" or "quicker" or "shorter" or "worse" or "lower" or "stronger" or "weaker" or "bigger" or "higher" or "longer" or "larger" or "smaller" or "fewer" or "greater" or "less" or "outsell" or "outsold" || (_sentence[at] == "out" && _sentence[at + 1] == "sell"));
}
