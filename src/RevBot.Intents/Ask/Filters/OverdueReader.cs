using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds deals whose day is over, in whatever words: "with a close date gone by", "whose date has come and gone", "that blew past their close date", "should have closed but haven't".</summary>
internal static class OverdueReader
{
    private static readonly LexiconEntry Overdue = new(LexiconKind.State, "overdue");

    public static List<LexiconSpan> ReadAll(Sentence sentence)
    {
        var found = new List<LexiconSpan>();
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.IsFree(at) && (DateIsOver(sentence, at) ?? PastDate(sentence, at) ?? ShouldHaveClosed(sentence, at) ?? AreLate(sentence, at)) is var (first, end) && sentence.AreFree(first, end - first))
            {
                found.Add(new LexiconSpan(first, end - first, Overdue));
                sentence.Take(first, end - first);
                at = end - 1;
            }
        }

        return found;
    }

    /// <summary>"Close date that's already gone by", "whose dates lie in the past".</summary>
    private static (int First, int End)? DateIsOver(Sentence sentence, int at)
    {
        if (sentence[at] is not ("date" or "dates" or "deadline" or "deadlines"))
        {
            return null;
        }

        var next = at + (sentence[at + 1] == "of" && sentence[at + 2] is "which" or "these" or "those" ? 3 : 1);
        while (sentence[next] is "that" or "thats" or "which" or "is" or "are" or "was" or "were" or "has" or "have" or "had" or "already" or "now" or "long" or "since" or "been" or "just" or "simply" or "lie" or "lies" or "lying" or "sitting")
        {
            next++;
        }

        var count = (sentence[next], sentence[next + 1], sentence[next + 2]) switch
        {
            ("come" or "came", "and", "gone" or "went") => 3,
            ("in", "the", "past") => 3,
            ("gone" or "went" or "going" or "slipped" or "rolled", "by" or "past", _) => 2,
            ("behind", "us" or "them" or "it" or "him" or "her", _) => 2,
            ("before", "today", _) or ("before", "now", _) => 2,
            ("passed" or "lapsed" or "expired" or "elapsed" or "overdue", _, _) => 1,
            ("past" or "gone" or "over", not ("the" or "their" or "a" or "last" or "its"), _) when next > at + 1 => 1,
            _ => 0,
        };
        return count == 0 ? null : (Lead(sentence, Kind(sentence, at)), next + count);
    }

    /// <summary>"Past its date", "ran past their close date".</summary>
    private static (int First, int End)? PastDate(Sentence sentence, int at)
    {
        if (sentence[at] is not ("past" or "beyond"))
        {
            return null;
        }

        var next = at + 1;
        while (sentence[next] is "the" or "their" or "its" or "our" or "his" or "her" or "a" or "expected" or "planned" or "original" or "close" or "closing" or "due" or "target")
        {
            next++;
        }

        if (next == at + 1 || sentence[next] is not ("date" or "dates" or "deadline" or "deadlines"))
        {
            return null;
        }

        var first = at;
        while (first > 0 && sentence.IsFree(first - 1) && sentence[first - 1] is "blew" or "blown" or "gone" or "went" or "ran" or "run" or "running" or "sailed" or "slipped" or "slid" or "sitting" or "drifted" or "way" or "well" or "already" or "that" or "which" or "have" or "has" or "are" or "is" or "now")
        {
            first--;
        }

        return (first, next + 1);
    }

    /// <summary>"Should have closed but haven't", "were due to close and didn't".</summary>
    private static (int First, int End)? ShouldHaveClosed(Sentence sentence, int at)
    {
        var verb = sentence[at] is "should" or "shouldve" or "ought" or "supposed" or "meant" ? at + 1 : -1;
        var byNow = false;
        while (verb > 0 && sentence[verb] is "have" or "to" or "already" or "been" or "be")
        {
            byNow |= sentence[verb] == "already";
            verb++;
        }

        if (verb < 0 || sentence[verb] is not ("closed" or "signed" or "landed" or "done" or "finished" or "decided" or "won" or "completed"))
        {
            return null;
        }

        // "Should be signed by now", "should have been done long ago".
        var late = (sentence[verb + 1], sentence[verb + 2], sentence[verb + 3]) switch
        {
            ("by", "now" or "today", _) or ("before", "today" or "now", _) or ("long" or "ages", "ago", _) => 2,
            ("a", "while", "ago") or ("some", "time", "ago") => 3,
            ("already", _, _) => 1,
            _ => 0,
        };
        byNow |= late > 0;
        verb += late;
        if (sentence[verb + 1] is not ("but" or "and" or "yet"))
        {
            return byNow ? (Lead(sentence, at), verb + 1) : null;
        }

        var not = verb + 2;
        while (sentence[not] is "have" or "has" or "are" or "still" or "did" or "they" or "it" or "is")
        {
            not++;
        }

        return sentence[not] is "havent" or "hasnt" or "didnt" or "not" or "open" or "arent" or "isnt" or "werent" or "wasnt" ? (Lead(sentence, at), not + 1) : byNow ? (Lead(sentence, at), verb + 1) : null;
    }

    /// <summary>"How many deals are late", "late deals", but "late-stage deals".</summary>
    private static (int First, int End)? AreLate(Sentence sentence, int at) => sentence[at] != "late" || sentence.Stem(at + 1) is "stage" or "funnel" || sentence[at - 1] is "how" or "too" ? null
        : sentence.Stem(at + 1) is "deal" or "opp" or "opportunity" && sentence[at - 1] is not ("in" or "of") ? (at, at + 1)
        : sentence[at - 1] is "are" or "is" or "running" && (at + 1 == sentence.Count || sentence[at + 1] is "by" or "per" or "and" or "for" or "in" or "right" or "now") ? (at, at + 1)
        : null;

    /// <summary>Back over "expected close".</summary>
    private static int Kind(Sentence sentence, int at)
    {
        while (at > 0 && sentence.IsFree(at - 1) && sentence[at - 1] is "close" or "closing" or "due" or "expected" or "planned" or "original" or "target")
        {
            at--;
        }

        return at;
    }

    private static int Lead(Sentence sentence, int at)
    {
        while (at > 0 && sentence.IsFree(at - 1) && sentence[at - 1] is "with" or "whose" or "where" or "have" or "has" or "having" or "had" or "a" or "an" or "the" or "their" or "its" or "that" or "which")
        {
            at--;
        }

        return at;
    }
}
