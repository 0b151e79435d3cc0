using RevBot.Intents.Ask.Periods;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds how long deals are open or in their stage: "older than 90 days", "open for more than 6 months", "stuck over 60 days in stage", "in the same stage for 30+ days".</summary>
internal static class AgeFilterReader
{
    /// <param name="stageEnds">True where the name of a stage ends: "in Discovery for over 60 days".</param>
    public static List<PlacedFilter> ReadAll(Sentence sentence, Func<int, bool> stageEnds)
    {
        var filters = new List<PlacedFilter>();
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.IsFree(at) && ReadAt(sentence, at, stageEnds) is { } filter)
            {
                filter = SaidAnew(sentence, filter);
                sentence.Take(filter.First, filter.End - filter.First);
                filters.Add(filter);
                at = filter.End - 1;
            }
        }

        return filters;
    }

    /// <summary>"Open longer than half a year, say 180 days": the second says it better.</summary>
    private static PlacedFilter SaidAnew(Sentence sentence, PlacedFilter filter)
    {
        var at = filter.End;
        while (sentence[at] is "say" or "so" or "ie" or "i" or "e" or "thats" or "that" or "is" or "meaning" or "or" or "call" or "it" or "namely" or "about" or "roughly" && at - filter.End < 3)
        {
            at++;
        }

        return at > filter.End && Durations.Read(sentence, at) is { } said
            ? new PlacedFilter(filter.Filter is DealFilter.OpenLonger open ? open with { Days = Durations.Days(said.Number, said.Unit) } : filter.Filter is DealFilter.InStageLonger stage ? stage with { Days = Durations.Days(said.Number, said.Unit) } : filter.Filter, filter.First, at + said.Count)
            : filter;
    }

    private static PlacedFilter? ReadAt(Sentence sentence, int at, Func<int, bool> stageEnds)
    {
        var isOlder = sentence[at] is "older" or "younger" or "newer";
        var (more, less) = (Durations.More(sentence, at), Durations.Less(sentence, at));
        if (Durations.Read(sentence, at + more + less) is { } still && HasNotMoved(sentence, at) is { } from)
        {
            return new PlacedFilter(new DealFilter.InStageLonger(Durations.Days(still.Number, still.Unit)), from, at + more + less + still.Count);
        }

        if (Durations.Read(sentence, at + more + less) is not { } said || (more + less == 0 && !said.IsOpen && sentence[at - 1] != "for" && !(sentence[at - 1] == "since" && sentence[at + said.Count] == "open")))
        {
            return null;
        }

        var end = at + more + less + said.Count;
        var first = at;
        while (sentence[first - 1] is "for" or "since" or "there" or "been" or "already" or "thats" or "thatre" or "is" or "are" or "were" or "have" or "has" && sentence.IsFree(first - 1))
        {
            first--;
        }

        var days = Durations.Days(said.Number, said.Unit);
        if (isOlder || sentence[end] is "old" || (sentence[at - 1] == "since" && sentence[end] == "open") || sentence[first - 1] is "open" or "aged" or "aging" or "ageing")
        {
            end += sentence[end] == "old" ? 1 : 0;
            first -= sentence[first - 1] is "aged" or "aging" or "ageing" ? 1 : 0;
            sentence.Take(sentence[first - 1] == "open" && sentence[first - 2] == "been" ? first - 2 : sentence.Count, 1);
            return new PlacedFilter(new DealFilter.OpenLonger(days, less > 0), first, end);
        }

        if (Around(sentence, first) is { } around)
        {
            return new PlacedFilter(new DealFilter.OpenLonger(days, less > 0), around, end);
        }

        if (stageEnds(first) || (sentence.Stem(first - 1) == "stage" && stageEnds(first - 1)))
        {
            return new PlacedFilter(new DealFilter.InStageLonger(days, less > 0), first, end);
        }

        if (StageBehind(sentence, end) is { } behind)
        {
            return new PlacedFilter(new DealFilter.InStageLonger(days, less > 0), Idling(sentence, first), behind);
        }

        if (StageBefore(sentence, first) is { } before)
        {
            return new PlacedFilter(new DealFilter.InStageLonger(days, less > 0), Idling(sentence, before), end);
        }

        var idle = Idling(sentence, first);
        return idle < first ? new PlacedFilter(new DealFilter.InStageLonger(days, less > 0), idle, end)
            : Enumerable.Range(Math.Max(0, first - 4), Math.Min(4, first)).Any(word => IsIdle(sentence[word])) ? new PlacedFilter(new DealFilter.InStageLonger(days, less > 0), first, end)
            : null;
    }

    /// <summary>"Haven't moved in", "not progressed for": where that begins, right before a length of time; null when it is not said.</summary>
    private static int? HasNotMoved(Sentence sentence, int at)
    {
        var verb = at - (sentence[at - 1] is "in" or "for" ? 1 : 0) - 1;
        verb -= sentence.Stem(verb) is "stage" or "forward" or "on" ? 1 : 0;
        if (sentence[verb] is not ("moved" or "move" or "budged" or "progressed" or "advanced"))
        {
            return null;
        }

        var not = verb - 1;
        while (sentence[not] is "been" or "have" or "has" or "did" or "really")
        {
            not--;
        }

        return sentence[not] is "havent" or "hasnt" or "not" or "didnt" or "never" ? not : null;
    }

    /// <summary>"Have been around for", "sitting in our pipeline for", "with us for", "on the books since": where that begins, right before a length of time; null when it is not said.</summary>
    private static int? Around(Sentence sentence, int first)
    {
        var last = first - 1;
        var place = last - (sentence[last - 1] is "the" or "our" or "my" or "their" or "your" ? 1 : 0);
        var begin = sentence[last] is "pipeline" or "funnel" or "pipe" or "crm" or "system" && place < last && sentence[place - 1] is "in" ? place - 1
            : (sentence[last] is "books" or "book" or "plate" or "plates" or "list" && sentence[place - 1] is "on") ? place - 1
            : sentence[last] == "us" && sentence[last - 1] is "with" ? last - 1
            : sentence[last] is "around" or "about" or "alive" && sentence[last - 1] is "been" or "hanging" or "hung" or "knocking" or "kicking" or "sitting" or "lying" or "floating" or "lingering" or "staying" or "waiting" or "sticking" ? last
            : sentence[last] is "carrying" or "carried" or "nursing" or "nursed" or "working" or "chasing" or "pursuing" or "had" or "holding" or "babysitting" && Enumerable.Range(Math.Max(0, last - 3), Math.Min(3, last)).Any(who => sentence[who] is "we" or "i" or "weve" or "ive" or "they" or "theyve" or "reps") ? last
            : sentence[last] == "play" && sentence[last - 1] == "in" ? last - 1
            : -1;
        if (begin < 0)
        {
            return null;
        }

        while (begin > 0 && sentence.IsFree(begin - 1) && (IsIdle(sentence[begin - 1]) || sentence[begin - 1] is "been" or "weve" or "ive" or "theyve" or "we" or "hanging" or "hung" or "knocking" or "kicking" or "lying" or "floating" or "waiting" or "sticking" or "have" or "has" or "had" or "are" or "is" or "that" or "which" or "open"))
        {
            begin--;
        }

        return begin;
    }

    /// <summary>Behind "in the same stage", "in their current stage".</summary>
    private static int? StageBehind(Sentence sentence, int at)
    {
        if (sentence[at] is not ("in" or "at"))
        {
            return null;
        }

        var next = at + 1;
        while (IsPointer(sentence[next]))
        {
            next++;
        }

        return sentence.Stem(next) is "stage" or "phase" or "step" ? next + 1 : null;
    }

    /// <summary>The "in" before "the same stage for".</summary>
    private static int? StageBefore(Sentence sentence, int first)
    {
        if (sentence.Stem(first - 1) is not ("stage" or "phase" or "step"))
        {
            return null;
        }

        var at = first - 2;
        while (IsPointer(sentence[at]))
        {
            at--;
        }

        return sentence[at] is "in" or "at" ? at : first - 1;
    }

    private static bool IsPointer(string word) => word is "the" or "same" or "their" or "its" or "current" or "this" or "that" or "one" or "a" or "any" or "single";

    /// <summary>Back over "that have been stuck", which say no more.</summary>
    private static int Idling(Sentence sentence, int first)
    {
        var at = first;
        while (IsIdle(sentence[at - 1]) && sentence.IsFree(at - 1))
        {
            at--;
        }

        return at;
    }

    private static bool IsIdle(string word) => word is "stuck" or "parked" or "sitting" or "sat" or "lingering" or "lingered" or "stalled" or "stayed" or "staying" or "remained" or "spent" or "idling";
}
