using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds that a close date is over, however it is said: "whose close date lies in the past", "have a close date that's already gone by", "where the close date is behind us".</summary>
internal static class OverdueClause
{
    public static IEnumerable<LexiconSpan> FindAll(Sentence sentence)
    {
        for (var at = 1; at < sentence.Count; at++)
        {
            if (sentence.Stem(at) != "date" || sentence[at - 1] is not ("close" or "closing" or "due" or "expected" or "target" or "planned") || !sentence.IsFree(at))
            {
                continue;
            }

            var next = at + 1;
            while (sentence[next] is "that" or "which" or "thats" or "is" or "are" or "was" or "has" or "have" or "had" or "already" or "now" or "long" or "lies" or "lie" or "lying" or "falls" or "fall" or "been" or "since" or "just" or "all")
            {
                next++;
            }

            var end = next + (sentence[next], sentence[next + 1], sentence[next + 2]) switch
            {
                ("in", "the", "past") => 3,
                ("gone", "by", _) or ("come", "and", "gone") or ("behind", "us" or "them", _) or ("before", "today", _) => sentence[next] == "come" ? 3 : 2,
                ("passed" or "past" or "over" or "expired" or "elapsed" or "lapsed" or "missed" or "overdue", _, _) => 1,
                _ => 0,
            };
            if (end == next)
            {
                continue;
            }

            var first = at - 1;
            while (first > 0 && sentence.IsFree(first - 1) && sentence[first - 1] is "expected" or "planned" or "original" or "a" or "an" or "the" or "their" or "its" or "with" or "whose" or "have" or "has" or "where" or "that" or "which" && !(first == 1 && sentence[0] is "which"))
            {
                first--;
            }

            yield return new LexiconSpan(first, end - first, new LexiconEntry(LexiconKind.State, "overdue"));
            at = end;
        }
    }
}
