using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds that a name is left out by what stands around it: "renewals excluded", "leaving EMEA and APAC out of it", "if I leave outbound aside". Whoever does it is nobody's owner.</summary>
internal static class LeftOutNames
{
    /// <summary>How many words of other names may stand before the "out".</summary>
    private const int Reach = 8;

    public static bool Holds(Sentence sentence, int first, int end)
    {
        var behind = end + (sentence[end] is "deals" or "ones" or "is" or "are" ? 1 : 0);
        var verb = sentence.Before(first);
        if (Leaves(sentence[verb]) && Out(sentence, behind) is > 0 and var closing)
        {
            var before = verb - (sentence[verb - 1] is "i" or "we" or "you" or "and" ? 1 : 0);
            var of = sentence[closing + 1] == "of" && sentence[closing + 2] is "it" or "this" or "that" or "them" ? 3 : 1;
            sentence.Take(before, first - before);
            sentence.Take(end, behind - end);
            sentence.Take(closing, of);
            return true;
        }

        if (sentence[behind] is not ("excluded" or "excepted" or "aside" or "omitted" or "ignored") && !(sentence[behind] == "left" && sentence[behind + 1] == "out") && !(sentence[behind] == "not" && sentence[behind + 1] is "included" or "counted"))
        {
            return false;
        }

        // "If I leave outbound aside": whoever does it is not meant.
        if (Leaves(sentence[verb]) || sentence[verb] is "left" or "put" or "putting" or "set" or "setting")
        {
            var who = verb - (sentence[verb - 1] is "i" or "we" or "you" ? 1 : 0);
            sentence.Take(who, first - who);
        }

        sentence.Take(end, behind - end + (sentence[behind] is "left" or "not" ? 2 : 1));
        return true;
    }

    /// <summary>Where the "out" stands, right behind the name or behind others that go with it ("renewals and expansions out"); -1 when there is none.</summary>
    private static int Out(Sentence sentence, int behind)
    {
        if (sentence[behind] == "out")
        {
            return behind;
        }

        return sentence[behind] is "and" or "or" || (behind > 0 && behind < sentence.Count && sentence.Words[behind].Start - sentence.Words[behind - 1].End > 1)
            ? Enumerable.Range(behind, Reach).TakeWhile(at => at < sentence.Count && sentence[at] is not ("by" or "in" or "for" or "this" or "last" or "what" or "how")).FirstOrDefault(at => sentence[at] == "out" && sentence[at + 1] is not ("for" or "to"), -1) : -1;
    }

    private static bool Leaves(string word) => word is "leave" or "leaving" or "keep" or "keeping" or "take" or "taking" or "cut" or "cutting" or "strip" or "stripping" or "carve" or "carving";
}
