using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Finds the dimensions a number is split by: "by source and segment", "per rep", "which stage", "top 5 accounts", "monthly", "who", "where", "why".</summary>
internal static class BreakdownReader
{
    public static List<Dimension> Read(Sentence sentence, IReadOnlyList<LexiconSpan> spans, NameScope scope, string measure)
    {
        var found = new List<Dimension>();
        LexiconSpan? last = null;
        foreach (var span in spans.Where(span => span.Kind == LexiconKind.Dimension && !scope.Cues.Contains(span)))
        {
            var always = span.Value[0] == '+';
            if (Enum.TryParse<Dimension>(always ? span.Value[1..] : span.Value, out var dimension)
                && (always || IsAsked(sentence, spans, scope, span, last) || IsLostTo(sentence, span, measure) || IsReasons(sentence, span))
                && !found.Contains(dimension))
            {
                found.Add(dimension);
                last = span;
            }
        }

        if (found.Count == 0 && Enumerable.Range(1, sentence.Count).Any(at => sentence[at] is "everyone" or "everybody" && sentence.Words[at].IsPossessive | sentence[at - 1] is "did" or "has" or "have" or "does" or "is" or "will"))
        {
            // "What did everyone submit".
            found.Add(Dimension.Owner);
        }

        if (found.Count == 0 && (spans.Any(span => IsEachOfMine(sentence, spans, span)) || ((spans.Any(IsMyTeam) || scope.Filters().Any(filter => filter is DealFilter.In { Dimension: Dimension.Manager, Negated: false })) && Enumerable.Range(0, sentence.Count).Any(at => SaysEach(sentence, spans, at)))))
        {
            // "For each of my reps", "my team's win rate, one by one".
            found.Add(Dimension.Owner);
        }

        if (found.Count == 0 && spans.Any(span => span.Kind == LexiconKind.Rank)
            && spans.FirstOrDefault(span => span.Kind == LexiconKind.Dimension && !scope.Cues.Contains(span) && sentence[span.End - 1] != sentence.Stem(span.End - 1)) is { } ranked && Enum.TryParse<Dimension>(ranked.Value.TrimStart('+'), out var several)
            && !spans.Any(span => span.Kind == LexiconKind.Deals))
        {
            // "Win rates of the reps, highest to lowest": the ones put in order are spoken of in the plural.
            found.Add(several);
        }

        if (spans.FirstOrDefault(span => span.Kind == LexiconKind.Asks && (span.Value != "where" || Begins(spans, span))) is { } asks && found.Count == 0)
        {
            var lost = measure.StartsWith("losses.", StringComparison.Ordinal);
            Dimension? dimension = asks.Value switch
            {
                "where" or "who" when scope.Rivals is { } sides && (spans.Any(span => span.Kind == LexiconKind.Versus) || Enumerable.Range(0, sentence.Count).Any(at => IsComparative(sentence[at]))) => sides,
                "where" when LeadReader.IsOfLeads(measure) && spans.Any(span => span is { Kind: LexiconKind.Dimension, Value: nameof(Dimension.Lifecycle) }) => Dimension.Lifecycle,
                "who" => lost && (EndsWithTo(sentence) || MeasureVerbs.IsBeatenBy(sentence) || sentence[asks.First - 1] is "against" or "to") ? Dimension.Competitor : Dimension.Owner,
                "why" when lost => Dimension.LossReason,
                "where" when measure.StartsWith("quota.", StringComparison.Ordinal) || measure.StartsWith("coverage.", StringComparison.Ordinal) || measure.StartsWith("forecast.", StringComparison.Ordinal) => null,
                "where" when ComesFrom(sentence, asks.End) => Dimension.Source,
                "where" => measure is MeasureIds.OpenAmount or MeasureIds.OpenCount or MeasureIds.Weighted or MeasureIds.TimeInStage ? Dimension.Stage : Dimension.Region,
                _ => null,
            };
            if (dimension is { } asked)
            {
                found.Add(asked);
            }
        }

        // "What target do Tara and Umar carry, each?": one for each of those that are named.
        if (found.Count == 0 && scope.Rivals is { } rivals && !ShowsOneByOne(sentence, spans) && Enumerable.Range(0, sentence.Count).Any(at => SaysEach(sentence, spans, at)))
        {
            found.Add(rivals);
        }

        return found;
    }

    /// <summary>"Better", "higher": of two that are named, which.</summary>
    public static bool IsComparative(string word) => word is "better" or "worse" or "higher" or "lower" or "bigger" or "larger" or "smaller" or "faster" or "slower" or "quicker" or "longer" or "shorter" or "more" or "stronger" or "weaker" or "greater";

    /// <summary>"Region against segment": two splits, and nothing is compared.</summary>
    public static bool IsCrossed(Sentence sentence, IReadOnlyList<LexiconSpan> spans, LexiconSpan span) => spans.Any(versus => versus is { Kind: LexiconKind.Versus, Value: "vs" }
        && (versus.End == span.First || versus.First == span.End) && spans.Any(other => other.Kind == LexiconKind.Dimension && other.Value != span.Value && (versus.End == other.First || versus.First == other.End) && other.First != span.First))
        && sentence[span.First - 1] is not ("this" or "last" or "next");

    private static bool IsMyTeam(LexiconSpan span) => span is { Kind: LexiconKind.Mine, Value: "team" };

    private static bool IsEachOfMine(Sentence sentence, IReadOnlyList<LexiconSpan> spans, LexiconSpan mine) => IsMyTeam(mine) && sentence.Stem(mine.End - 1) is "rep" or "people" or "seller" or "ae" or "aes" or "salespeople" or "guy" or "folk" or "report"
        && (spans.Any(split => split is { Kind: LexiconKind.Split, Value: "by" } or { Kind: LexiconKind.Rank } or { Kind: LexiconKind.Versus, Value: "compare" } && split.End == mine.First) || (sentence[mine.First - 1] is "do" or "are" or "did" && Enumerable.Range(mine.End, 3).Any(at => sentence[at] is "rank" or "compare" or "stack")) || sentence[mine.First - 1] is "sort" or "order" or "stack" or "among" or "between" || (sentence[mine.First - 1] == "of" && sentence[mine.First - 2] is "each" or "every" or "all" or "which"));

    /// <summary>"Go through our open deals one by one": the deals are, and nothing is split.</summary>
    private static bool ShowsOneByOne(Sentence sentence, IReadOnlyList<LexiconSpan> spans) => spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "list" })
        && spans.Any(span => span.Kind == LexiconKind.Deals || span.Value == MeasureIds.OpenCount) && Enumerable.Range(0, sentence.Count).Any(at => sentence[at] == "one" && sentence[at + 1] == "by");

    private static bool SaysEach(Sentence sentence, IReadOnlyList<LexiconSpan> spans, int at) =>
        (sentence[at] == "side" && sentence[at + 1] == "by" && sentence[at + 2] == "side") || sentence[at] is "respectively" or "separately" or "individually" or "apiece" || (sentence[at] is "one" or "name" or "person" && sentence[at + 1] == "by" && sentence[at + 2] == sentence[at]) || (sentence[at] == "each" && !spans.Any(span => span.First == at + 1 && span.Kind == LexiconKind.Dimension));

    private static bool IsAsked(Sentence sentence, IReadOnlyList<LexiconSpan> spans, NameScope scope, LexiconSpan span, LexiconSpan? last)
    {
        // "by source and segment".
        if (last is not null && span.First - last.End is >= 0 and < 5 && Enumerable.Range(last.End, span.First - last.End).All(word => sentence[word] is "and" or "then" or "x" or "per" or "by" or "on" or "also" or "plus" or "against" or "vs" or "versus" or "the"))
        {
            return true;
        }

        if (IsCrossed(sentence, spans, span))
        {
            return true;
        }

        // "The company's target" is the company's, and no split.
        if (sentence.Words[span.End - 1].IsPossessive && !spans.Any(other => other.End == span.First && other.Kind == LexiconKind.Split))
        {
            return false;
        }

        if (spans.Any(other => other.First == span.End && other is { Kind: LexiconKind.Rank, Value: "top" or "highest all" }))
        {
            return true;
        }

        if (sentence[span.End] is "breakdown" or "split" or "wise" or "comparison" or "mix" or "distribution")
        {
            return true;
        }

        // "The rep with the fewest open deals".
        var with = PastNames(sentence, scope, span.End);
        if (sentence[with] is "with" or "having" && spans.Any(other => other.Kind == LexiconKind.Rank && other.First - with is 1 or 2))
        {
            return true;
        }

        // "The 5 reps with the longest cycle".
        if (sentence[span.End - 1] != sentence.Stem(span.End - 1) && CalendarWords.Number(sentence[span.First - 1]) is > 1 && spans.Any(other => other.Kind == LexiconKind.Rank && other.First > span.End))
        {
            return true;
        }

        // Back over "the 5", "top 5", "EMEA", "close" (month) and the like to the word that asks.
        var isTime = span.Value is nameof(Dimension.Week) or nameof(Dimension.Month) or nameof(Dimension.Quarter) or nameof(Dimension.Year);
        var at = span.First;
        while (at > 0)
        {
            var before = spans.FirstOrDefault(other => other.End == at);
            if (before?.Kind is LexiconKind.Split or LexiconKind.Rank || (before?.Kind == LexiconKind.Measure && sentence[before.End - 1] is "cleanest" or "messiest" or "tidiest" or "dirtiest" or "sloppiest" or "grubbiest") || before is { Kind: LexiconKind.Versus, Value: "compare" })
            {
                return true;
            }

            if ((before is null && scope.Holds(at - 1)) || (before is { Kind: LexiconKind.State } && (isTime || (sentence[before.First] is "selling" or "earning" or "winning" or "closing" or "losing" && spans.Any(rank => rank.Kind == LexiconKind.Rank && rank.End == before.First)))))
            {
                at = before?.First ?? at - 1;
                continue;
            }

            if (before is { Kind: LexiconKind.Small } && sentence[before.First] is "the" or "our" or "a" or "of" or "all" or "different" or "sale"
                || sentence[at - 1] is { Length: > 0 } word && CalendarWords.Number(word) is not null)
            {
                at = before?.First ?? at - 1;
                continue;
            }

            return before is { Kind: LexiconKind.Aspect, Value: "list" } && sentence[span.End - 1] != sentence.Stem(span.End - 1);
        }

        return false;
    }

    /// <summary>"The rep in AMER West with the …": which of them says nothing of what is asked.</summary>
    private static int PastNames(Sentence sentence, NameScope scope, int at)
    {
        while (scope.Holds(at) || (sentence[at] is "in" or "from" or "on" or "of" or "at" or "the" && (scope.Holds(at + 1) || (sentence[at + 1] == "the" && scope.Holds(at + 2)))))
        {
            at++;
        }

        return at;
    }

    /// <summary>"What did we lose to competitors?" asks for those losses, each with who won instead.</summary>
    public static bool IsLostTo(Sentence sentence, LexiconSpan span, string measure) =>
        span is { Kind: LexiconKind.Dimension, Value: nameof(Dimension.Competitor) } && measure.StartsWith("losses.", StringComparison.Ordinal) && sentence[sentence.Before(span.First)] == "to";

    /// <summary>"Loss reasons this year": several are spoken of, so each is told.</summary>
    private static bool IsReasons(Sentence sentence, LexiconSpan span) => span.Value == nameof(Dimension.LossReason) && Enumerable.Range(span.First, span.Count).Any(at => sentence[at] == "reasons" || (sentence[at] == "reason" && sentence[sentence.Before(at)] is "is" or "whats" && (sentence.Has("most") || sentence.Has("biggest") || sentence.Has("main"))));

    /// <summary>"So where are they?" asks; "losses where the reason was price" does not.</summary>
    private static bool Begins(IReadOnlyList<LexiconSpan> spans, LexiconSpan asks) => !spans.Any(span => span.First < asks.First && span.Kind is LexiconKind.Measure or LexiconKind.State or LexiconKind.Deals);

    /// <summary>"Where do our leads come from", "where does pipeline originate".</summary>
    private static bool ComesFrom(Sentence sentence, int first) => Enumerable.Range(first, Math.Max(0, sentence.Count - first)).Any(at => sentence[at] is "come" or "comes" or "came" or "coming" or "stem" or "stems" or "sourced" && sentence[at + 1] is "from" || sentence[at] is "originate" or "originates" or "originated");

    public static bool EndsWithTo(Sentence sentence) => sentence[sentence.Count - 1] == "to"
        || Enumerable.Range(0, sentence.Count).Any(at => sentence.Stem(at) is "lose" or "lost" or "losing" && (IsTo(sentence[at + 1]) || IsTo(sentence[at + 2]) || IsTo(sentence[at + 3])));

    private static bool IsTo(string word) => word is "to" or "against";
}
