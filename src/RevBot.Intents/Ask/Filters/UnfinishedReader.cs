using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds deals that are not over, in whatever words: "that aren't finished yet", "haven't been decided", "we have not closed", "not yet won or lost".</summary>
internal static class UnfinishedReader
{
    private static readonly LexiconEntry Open = new(LexiconKind.State, "open");

    public static List<LexiconSpan> ReadAll(Sentence sentence)
    {
        var found = new List<LexiconSpan>();
        for (var at = 0; at < sentence.Count; at++)
        {
            if (sentence.IsFree(at) && ReadAt(sentence, at) is var (first, end) && sentence.AreFree(first, end - first))
            {
                found.Add(new LexiconSpan(first, end - first, Open));
                sentence.Take(first, end - first);
                at = end - 1;
            }
        }

        return found;
    }

    private static (int First, int End)? ReadAt(Sentence sentence, int at)
    {
        if (sentence[at] is not ("arent" or "isnt" or "havent" or "hasnt" or "not" or "neither"))
        {
            return null;
        }

        // "Did not close" was lost; only what is so now is open.
        var (next, been) = (at + 1, sentence[at] is "arent" or "isnt");
        var stands = sentence[at] != "not" || sentence[at - 1] is "are" or "is" or "have" or "has" or "still" or "yet";
        while (sentence[next] is "yet" or "been" or "fully" or "quite" or "really" or "all" or "actually" or "completely" or "finally")
        {
            stands |= sentence[next] == "yet";
            been |= sentence[next] == "been";
            next++;
        }

        been |= sentence[at - 1] is "are" or "is";
        if (IsOver(sentence[next]) && sentence[next + 1] is "or" or "nor" or "and" && IsOver(sentence[next + 2]))
        {
            next += 3;
        }
        else if (stands && sentence[at] != "neither" && sentence[next] is "closed" or "finished" or "decided" or "done" or "completed" or "concluded" or "settled" or "resolved" or "finalised" or "finalized" or "over" or "signed" or "final" or "ended")
        {
            next++;
        }
        else
        {
            return null;
        }

        next += sentence[next] == "yet" ? 1 : 0;
        var first = at;
        while (first > 1 && sentence.IsFree(first - 1) && sentence[first - 1] is "that" or "which" or "are" or "is" or "have" or "has" or "still" or "we" or "weve" or "they" or "so" or "far" or "been")
        {
            first--;
        }

        // "Reps who haven't closed anything" are people.
        return IsThing(sentence, first) && (been || !TakesObject(sentence, next)) ? (first, next) : null;
    }

    private static bool IsOver(string word) => word is "won" or "lost" or "closed" or "signed" or "decided";

    private static bool IsThing(Sentence sentence, int first) => sentence.Stem(first - 1) is "deal" or "opp" or "opportunity" or "business" or "pipeline" or "contract" or "stuff" or "thing" or "one" or "money" or "value" or "amount" or "renewal" or "worth" || sentence[first - 1] is "what" or "everything" or "anything";

    private static bool TakesObject(Sentence sentence, int at) => sentence[at] is "a" or "an" or "any" or "anything" or "the" or "one" or "deals" or "deal" or "their" or "much" or "many";
}
