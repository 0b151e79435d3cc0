using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds deals that are set aside until a review date, or are not: "paused deals", "that are on hold", "not paused", "without the paused ones".</summary>
internal static class PauseFilterReader
{
    public static List<PlacedFilter> ReadAll(Sentence sentence)
    {
        var found = new List<PlacedFilter>();
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.IsFree(at) && CountAt(sentence, at) is > 0 and var count && Place(sentence, at, at + count) is var filter && sentence.AreFree(filter.First, filter.End - filter.First))
            {
                sentence.Take(filter.First, filter.End - filter.First);
                found.Add(filter);
                at = filter.End - 1;
            }
        }

        return found;
    }

    /// <summary>How many words say that something is paused; 0 for none.</summary>
    private static int CountAt(Sentence sentence, int at) => sentence[at] switch
    {
        "paused" => 1,
        "on" when sentence[at + 1] is "hold" or "pause" or "ice" => 2,
        "put" or "placed" or "set" when sentence[at + 1] == "on" && sentence[at + 2] is "hold" or "pause" or "ice" => 3,
        _ => 0,
    };

    private static PlacedFilter Place(Sentence sentence, int at, int end)
    {
        var (first, negated) = (at, false);
        while (first > 0 && sentence.IsFree(first - 1) && IsLead(sentence[first - 1]))
        {
            first--;
            negated |= IsNot(sentence[first]);
        }

        // "Pipeline without the paused deals": which deals are left out is said with them.
        var left = first;
        while (left > 0 && sentence[left - 1] is "the" or "all" or "any" or "our" or "my" or "deals")
        {
            left--;
        }

        if (left > 0 && sentence[left - 1] is "without" or "excluding" or "exclude" or "except" or "minus" or "ignoring" or "ignore" or "omitting")
        {
            end += sentence[end] is "deals" or "ones" or "opportunities" or "opps" ? 1 : 0;
            return new PlacedFilter(new DealFilter.Paused(Negated: true), left - 1, end);
        }

        return new PlacedFilter(new DealFilter.Paused(negated), first, end);
    }

    private static bool IsLead(string word) => IsNot(word) || word is "that" or "which" or "are" or "is" or "been" or "have" or "has" or "were" or "was" or "weve" or "we" or "currently" or "now" or "still" or "being" or "who" or "got";

    private static bool IsNot(string word) => word is "not" or "arent" or "isnt" or "havent" or "hasnt" or "never" or "werent" or "wasnt";
}
