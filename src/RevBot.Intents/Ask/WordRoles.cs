using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Clauses;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Settles what a phrase is that could be several things, by what stands beside it: "my book" is open and "AMER West's book" its deals, "did we beat October" is no loss, "the monthly review" splits nothing.</summary>
internal static class WordRoles
{
    private static readonly LexiconEntry Article = new(LexiconKind.Small, string.Empty);
    private static readonly LexiconEntry Team = new(LexiconKind.Dimension, nameof(Dimension.Team));

    /// <param name="hits">The names that were found.</param>
    /// <param name="saysSize">True when a range of amounts was said.</param>
    public static void Settle(Sentence sentence, List<LexiconSpan> spans, List<NameHit> hits, bool saysSize, List<PeriodSpan> periods, ReadContext context)
    {
        var words = sentence.Words;
        spans.RemoveAll(span => span is { Kind: LexiconKind.Aspect, Value: "attain" } && !MeasureVerbs.AimsAtTarget(sentence, span.First));
        spans.RemoveAll(span => span is { Kind: LexiconKind.State, Value: "won" } && sentence[span.First] == "book" && span.First > 0 && words[span.First - 1].IsPossessive && Taken(sentence, span));
        spans.RemoveAll(span => span is { Kind: LexiconKind.Dimension, Count: 1 } && span.Value[0] == '+' && IsHeld(sentence, span.End) && Taken(sentence, span));
        spans.RemoveAll(span => span is { Kind: LexiconKind.Mine, Count: 1 } && AskerWord.Looks(sentence, span.First) && Taken(sentence, span));

        // "The deals who enter in Discovery", "open pipeline whose source isn't Event": which deals, and not whose.
        spans.RemoveAll(span => span is { Kind: LexiconKind.Asks, Value: "who", Count: 1 } && sentence[span.First] is "who" or "whose" && spans.Exists(deals => (deals.Kind == LexiconKind.Deals || (deals.Kind == LexiconKind.Measure && sentence[span.First] == "whose")) && deals.End == span.First)
            && words[span.First - 1].End + 1 == words[span.First].Start && Taken(sentence, span));

        // "Did we beat October" is no loss: "who beats us" is.
        spans.RemoveAll(span => span is { Kind: LexiconKind.State, Value: "lost", Count: 1 } && sentence[span.First] is "beat" or "beats" or "beating" && sentence[span.First - 1] is "we" or "i" or "to" or "you");
        SplitVerbs.Take(sentence, spans);
        SplitVerbs.TakeSlowing(sentence, spans);
        spans.RemoveAll(span => span.Value == SmallWords.Judging && !saysSize && spans.Exists(next => next.First == span.End && (next.Kind == LexiconKind.Deals || (next.Kind == LexiconKind.Measure && words[next.End - 1].Stem is "deal" or "opportunity" or "opp"))));

        // Leads are marketing's, and so are events; of deals it would be some of them, and nobody has said which.
        spans.RemoveAll(span => span is { Kind: LexiconKind.Small, Count: 1 } && sentence[span.First] == "marketing" && !spans.Exists(measure => measure.Kind == LexiconKind.Measure && measure.Value.StartsWith("leads.", StringComparison.Ordinal))
            && !hits.Exists(hit => hit.First == span.End && hit.Things[0].Kind == NameKind.Source));

        // "The segment Tiny" names a segment, if none of ours.
        spans.RemoveAll(span => span is { Kind: LexiconKind.Small, Value: SmallWords.Judging, Count: 1 } && words[span.First].IsCapital && span.First > 0
            && spans.Exists(noun => noun.Kind == LexiconKind.Dimension && (noun.First == span.End || noun.End == span.First) && words[noun.First].Text is "region" or "segment" or "source" or "industry" or "vertical" or "team" or "product" or "territory" or "channel" or "stage"));

        // "Delta: how much pipeline?" is a customer; "delta to last quarter" is none.
        spans.RemoveAll(span => span is { Kind: LexiconKind.Change, Count: 1 } && words[span.First].IsCapital && context.Names.MayName(words[span.First])
            && (sentence[span.First - 1] is "at" or "with" or "for" or "from" || sentence.Text.AsSpan(words[span.First].End).TrimStart() is [':' or ',' or '-' or '\u2013' or '\u2014', ..]));
        foreach (var several in spans.FindAll(span => span is { Kind: LexiconKind.Mine, Value: "team", Count: 2 } && sentence[span.First + 1] != sentence.Stem(span.First + 1) && spans.Exists(by => by is { Kind: LexiconKind.Split } && by.End == span.First)))
        {
            // "Split among our teams": each of them.
            spans[spans.IndexOf(several)] = new LexiconSpan(several.First + 1, 1, Team);
            spans.Add(new LexiconSpan(several.First, 1, Article));
        }

        spans.AddRange(DealWords.CalledBySize(sentence, spans, saysSize));
        PlainVerbs.Settle(sentence, spans, hits);
        VerbRoles.Settle(sentence, spans, hits, periods);
        AimVerbs.Settle(sentence, spans);
        CustomerWords.Settle(sentence, spans);
        SideBySide.Settle(sentence, spans, periods, hits.Count);
        ComparisonWords.Mark(sentence, spans, periods);
        OrderWords.Read(sentence, spans, hits, periods);
        if (context.Me is { Role: PersonRole.Rep or PersonRole.Manager })
        {
            AskerWord.Mark(sentence, spans);
        }
    }

    /// <summary>"The monthly business review" is held every month, which splits nothing.</summary>
    private static bool IsHeld(Sentence sentence, int next) => ClauseWords.Held.Contains(sentence[next]) || (sentence[next] is "business" or "pipeline" or "sales" or "team" or "board" or "forecast" or "deal" or "leadership" && ClauseWords.Held.Contains(sentence[next + 1]) && sentence[next + 1] != "board");

    /// <summary>"AMER West's book" are its deals.</summary>
    private static bool Taken(Sentence sentence, LexiconSpan span)
    {
        sentence.Take(span.First, span.Count);
        return true;
    }
}
