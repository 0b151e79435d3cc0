using System.Collections.Frozen;
using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask;

/// <summary>Takes what is said of how deals stay in a stage, and of how they leave it: "how long do deals hang about in Proposal before they go anywhere". The stage and the time say it all.</summary>
internal static class StayVerbs
{
    private static readonly LexiconEntry Nothing = new(LexiconKind.Small, string.Empty);

    private static readonly FrozenSet<string> Stays = Set("remain remains remained remaining hang hangs hanging hung loiter loiters loitering linger lingers lingering tarry dawdle idle idles idling camp camps camped languish languishes languishing wait waits waiting rest rests resting dwell dwells get gets getting stuck held bogged tied kept hold stick sticks lying lie lies sitting sit sits sat");

    private static readonly FrozenSet<string> Behind = Set("about around up down there put on idle back over");

    /// <summary>How a deal leaves a stage.</summary>
    private static readonly FrozenSet<string> Leaves = Set("it they we deals deal somebody someone anyone anybody he she is are gets get getting got go goes going gone move moves moving moved leave leaves leaving left progress progresses progressing advance advances advancing pass passes change changes anywhere somewhere forward on out along through up to next stage stages the a one step further past again finally actually budge budges budging shift shifts anything happens happen something hop hops");

    public static void Take(Sentence sentence, List<LexiconSpan> spans, List<NameHit> hits)
    {
        if (!spans.Exists(span => span is { Kind: LexiconKind.Aspect, Value: "long" or "average" or "median" } || span.Value == MeasureIds.TimeInStage || (span.Kind == LexiconKind.Rank && span.Value is "slowest"))
            || !(hits.Exists(hit => hit.Things.Any(thing => thing.Kind == NameKind.Stage)) || spans.Exists(span => span is { Kind: LexiconKind.Dimension, Value: nameof(Dimension.Stage) } or { Kind: LexiconKind.Asks, Value: "where" } or { Kind: LexiconKind.State, Value: "open" } || (span.Kind == LexiconKind.Measure && span.Value.StartsWith("pipeline.open", StringComparison.Ordinal)))))
        {
            return;
        }

        if (hits.Find(hit => hit.Things.Any(thing => thing.Kind == NameKind.Stage)) is { } stage)
        {
            TakeLeaving(sentence, spans, stage.First);
        }

        for (var at = 0; at < sentence.Count; at++)
        {
            if (Stays.Contains(sentence[at]) && IsUnread(at))
            {
                spans.Add(new LexiconSpan(at, Behind.Contains(sentence[at + 1]) && IsUnread(at + 1) ? 2 : 1, Nothing));
            }
        }

        if (Enumerable.Range(1, Math.Max(0, sentence.Count - 1)).FirstOrDefault(at => sentence[at] is "before" or "until" or "till" && sentence.IsFree(at)) is not (> 0 and var leaves))
        {
            return;
        }

        var end = leaves + 1;
        while (end < sentence.Count && Leaves.Contains(sentence[end]) && !hits.Exists(hit => end >= hit.First && end < hit.First + hit.Count) && sentence.IsFree(end))
        {
            end++;
        }

        if (end - leaves > 2 && (end == sentence.Count || sentence.Words[end].Start - sentence.Words[end - 1].End > 1 || sentence[end] is "for" or "in" or "by" or "this" or "last"))
        {
            spans.RemoveAll(span => span.First < end && span.End > leaves);
            spans.Add(new LexiconSpan(leaves, end - leaves, Nothing));
        }

        bool IsUnread(int at) => sentence.IsFree(at) && !spans.Exists(span => span.First <= at && at < span.End) && !hits.Exists(hit => at >= hit.First && at < hit.First + hit.Count);
    }

    /// <summary>"How long before a deal leaves Qualification", "days to get out of Discovery", "until deals move out of Proposal": that it is left says no more than that it was entered.</summary>
    private static void TakeLeaving(Sentence sentence, List<LexiconSpan> spans, int stage)
    {
        var at = stage - (sentence[stage - 1] is "the" or "our" ? 1 : 0);
        var verb = sentence[at - 1] is "leave" or "leaves" or "leaving" or "exit" or "exits" or "exiting" ? at - 1
            : ((sentence[at - 1] == "of" && sentence[at - 2] == "out") || (sentence[at - 1] == "from" && sentence[at - 2] is "on" or "away")) && sentence[at - 3] is "get" or "gets" or "getting" or "move" or "moves" or "moving" or "go" or "goes" or "come" or "comes" or "are" or "is" or "make" or "advance" ? at - 3 : -1;
        if (verb < 0)
        {
            return;
        }

        var first = verb;
        while (first > 0 && verb - first < 6 && sentence[first - 1] is "a" or "the" or "our" or "deal" or "deals" or "they" or "it" or "we" or "can" or "to" or "before" or "until" or "till")
        {
            first--;
        }

        spans.RemoveAll(span => span.First < at && span.End > first);
        spans.Add(new LexiconSpan(first, at - first, Nothing));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
