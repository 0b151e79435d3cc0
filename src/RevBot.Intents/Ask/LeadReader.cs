using RevBot.Intents.Ask.Filters;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Reads what is particular to questions about leads: which of their figures is meant, and where in their lifecycle the leads stand.</summary>
internal static class LeadReader
{
    public const string Count = "leads.count";

    private const string Conversion = "leads.conversion";
    private const string Response = "leads.response_time";
    private const string Handoff = "leads.handoff_time";

    private static readonly string[] Converts = ["convert", "conversion", "become", "became", "turn"];
    private static readonly string[] Responds = ["respond", "response", "answer", "reply", "replie", "touch", "contact", "call", "react", "follow"];
    private static readonly string[] Replies = ["respond", "response", "reply", "replie"];

    /// <summary>What becomes of a lead until somebody answers; none of it says which leads.</summary>
    private static readonly string[] Waits = ["hear", "reach", "wait", "phon", "ring", "rang", "speak", "talk", "lie", "lying", "sit"];

    private static readonly string[] HandsOff = ["handoff", "handover", "accept", "pick", "transfer"];

    /// <summary>How leads come; none of it says which leads.</summary>
    private static readonly string[] Arrives = ["arriv", "pour", "knock", "trickl", "showed", "turned", "flowed", "rolled", "landed", "walked", "pulled", "attract", "collected", "captured"];

    private static readonly string[] Over = [.. new[] { LifecycleStage.Converted, LifecycleStage.Customer, LifecycleStage.Recycled, LifecycleStage.Disqualified }.Select(Lifecycle.NameOf)];

    public static bool IsOfLeads(string measure) => measure.StartsWith("leads.", StringComparison.Ordinal);

    /// <summary>The figure of leads that is meant; null when the sentence is not about leads. Words that say no more than that are taken.</summary>
    public static string? MeasureOf(Sentence sentence, IReadOnlyList<LexiconSpan> spans)
    {
        var ids = spans.Where(span => span.Kind == LexiconKind.Measure).Select(span => span.Value).ToList();
        var spoken = ids.Find(IsOfLeads);
        if (spoken is null && ConvertsBest(sentence, spans))
        {
            return null;
        }

        var lifecycle = spans.Where(span => span.Kind == LexiconKind.Lifecycle).ToList();
        if (spoken is null && (lifecycle.Count == 0 || spans.Any(span => span.Kind == LexiconKind.Deals)))
        {
            return ids.Count > 0 || spans.Any(span => span.Kind == LexiconKind.Deals) ? null
                : spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "count" }) && spans.Any(span => span.Kind == LexiconKind.Dimension && Enumerable.Range(span.First, span.Count).Any(at => sentence[at] == "lead")) ? Count
                : spans.Any(span => span is { Kind: LexiconKind.Dimension, Value: nameof(Dimension.Lifecycle) } && Enumerable.Range(span.First, span.Count).Any(at => sentence[at] is "lead" or "lifecycle")) && !spans.Any(span => span.Kind == LexiconKind.State) ? Count
                : Speaks(sentence, Replies) && spans.Any(span => span is { Kind: LexiconKind.Rank } or { Kind: LexiconKind.Aspect, Value: "long" or "average" or "median" } or { Kind: LexiconKind.Asks, Value: "who" } or { Kind: LexiconKind.Change }) ? Taking(sentence, Replies, Response)
                : Speaks(sentence, ["lead"]) && Speaks(sentence, ["convert"]) ? Taking(sentence, Converts, Conversion)
                : null;
        }

        // "Who leads in bookings", "revenue from leads of partners": another figure was named.
        var converts = Speaks(sentence, Converts);
        if (ids.Exists(id => !IsOfLeads(id) && !(converts && id.StartsWith("win_rate.", StringComparison.Ordinal)) && !id.StartsWith("conversion.", StringComparison.Ordinal) && !id.StartsWith("pipeline.", StringComparison.Ordinal)))
        {
            return null;
        }

        if (ids.Find(id => IsOfLeads(id) && id != Count) is { } named)
        {
            Take(sentence, [.. Converts, .. Responds, .. HandsOff]);
            return named;
        }

        if (spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "count" }) && !(converts && (Speaks(sentence, ["percent"]) || sentence.Has("%"))))
        {
            // "How many leads converted" counts them; of what was answered no count is kept, and the word stays unknown.
            return Taking(sentence, Arrives, Count);
        }

        return converts ? Taking(sentence, Converts, Conversion)
            : Speaks(sentence, HandsOff) ? Taking(sentence, HandsOff, Handoff)
            : Speaks(sentence, Responds) || spans.Any(span => span is { Kind: LexiconKind.Aspect, Value: "long" } || (span.Kind == LexiconKind.Rank && sentence[span.First] is "slowest" or "fastest" or "quickest" or "slower" or "faster" or "quicker" && sentence[span.End] != "growing")) ? Taking(sentence, [.. Responds, .. Waits], Response)
            : Taking(sentence, Arrives, Count);
    }

    /// <summary>"Which source converted best?": of deals, unless leads are spoken of.</summary>
    public static bool ConvertsBest(Sentence sentence, IReadOnlyList<LexiconSpan> spans) => !Speaks(sentence, ["lead", "mql", "sql", "sal"]) && spans.Any(span => span.Kind == LexiconKind.Rank)
        && spans.Where(span => span.Kind == LexiconKind.Lifecycle).ToList() is [{ Count: 1 } only] && sentence[only.First] == "converted";

    /// <summary>Why the sentence cannot mean what it says: of leads that they were won, of something else where it stands in a lifecycle. Null when it can.</summary>
    public static string? WhyNot(Sentence sentence, IReadOnlyList<LexiconSpan> spans, List<Dimension> breakdown, bool isOfLeads)
    {
        if (!isOfLeads)
        {
            return breakdown.Contains(Dimension.Lifecycle) || (spans.Any(span => span.Kind == LexiconKind.Lifecycle) && !ConvertsBest(sentence, spans)) ? "Only leads have a lifecycle, so nothing else can be split or filtered by it." : null;
        }

        return spans.Any(span => span is { Kind: LexiconKind.State, Value: "won" or "lost" or "closing" or "overdue" } && sentence[span.First] is not ("make" or "made" or "land" or "landed" or "sale" or "sales" or "pull" or "pulled" or "bring" or "brought" or "haul" or "hauled" or "turned" or "get"))
            ? "Leads are converted or disqualified, not won, lost or closing: ask for leads by lifecycle."
            : null;
    }

    /// <summary>A lead's stage or status is its lifecycle.</summary>
    public static List<Dimension> Splits(IEnumerable<Dimension> breakdown) =>
        [.. breakdown.Select(dimension => dimension is Dimension.Stage or Dimension.StageGroup ? Dimension.Lifecycle : dimension).Distinct()];

    /// <summary>Where in their lifecycle the leads stand: "MQLs", "disqualified", "open".</summary>
    public static IEnumerable<DealFilter> Filters(Sentence sentence, IReadOnlyList<LexiconSpan> spans, string measure)
    {
        // "From MQL to SAL" says what is measured, not which leads.
        var named = measure is Handoff ? [] : spans.Where(span => span.Kind == LexiconKind.Lifecycle).ToList();
        foreach (var group in named.GroupBy(span => spans.Any(not => not.Kind == LexiconKind.Not && not.End == sentence.Before(span.First) + 1) || LeftOutNames.Holds(sentence, span.First, span.End)))
        {
            yield return new DealFilter.In(Dimension.Lifecycle, [.. group.SelectMany(span => span.Value.Split('/')).Distinct().Select(Value)], group.Key);
        }

        if (named.Count == 0 && spans.Any(span => span is { Kind: LexiconKind.State, Value: "open" }))
        {
            yield return new DealFilter.In(Dimension.Lifecycle, [.. Over.Select(Value)], Negated: true);
        }
    }

    private static DimensionValue Value(string name) => new(name, name);

    private static bool Speaks(Sentence sentence, string[] words) => Enumerable.Range(0, sentence.Count).Any(at => Is(sentence[at], words));

    private static bool Is(string word, string[] words) => Array.Exists(words, start => word.StartsWith(start, StringComparison.Ordinal));

    private static string Taking(Sentence sentence, string[] words, string measure)
    {
        Take(sentence, words);
        return measure;
    }

    private static void Take(Sentence sentence, string[] words)
    {
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.IsFree(at) && Is(sentence[at], words))
            {
                sentence.Take(at, 1);
            }
        }
    }
}
