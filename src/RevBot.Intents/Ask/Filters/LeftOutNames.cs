using System.Collections.Frozen;
using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds that a name is left out by what stands around it: "renewals excluded", "leaving EMEA and APAC out of it", "if I leave outbound aside". Whoever does it is nobody's owner.</summary>
internal static class LeftOutNames
{
    /// <summary>How many words of other names may stand before the "out".</summary>
    private const int Reach = 8;

    private const int MostNouns = 3;

    /// <summary>Between a name and what is done with it: "the Event deals are set aside".</summary>
    private static readonly FrozenSet<string> Nouns = "deals deal ones opps opportunities business accounts customers leads stuff is are was were being been all both".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool Holds(Sentence sentence, int first, int end)
    {
        var behind = end;
        while (behind - end < MostNouns && Nouns.Contains(sentence[behind]))
        {
            behind++;
        }

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

        var closes = Closes(sentence, behind);
        if (closes == 0)
        {
            return false;
        }

        // "If I leave outbound aside": whoever does it is not meant.
        if (Leaves(sentence[verb]) || sentence[verb] is "left" or "put" or "putting" or "set" or "setting")
        {
            var who = verb - (sentence[verb - 1] is "i" or "we" or "you" ? 1 : 0);
            sentence.Take(who, first - who);
        }

        sentence.Take(end, behind - end + closes);
        return true;
    }

    /// <summary>"Excluded", "left aside", "taken out of it", "put to one side", "not counted": how many words; 0 where nothing is left out.</summary>
    private static int Closes(Sentence sentence, int at)
    {
        if (sentence[at] is "excluded" or "excepted" or "aside" or "omitted" or "ignored" or "disregarded")
        {
            return 1;
        }

        if (sentence[at] == "not" && sentence[at + 1] is "included" or "counted" or "considered")
        {
            return 2;
        }

        if (sentence[at] is not ("left" or "set" or "put" or "kept" or "taken" or "stripped" or "filtered" or "carved" or "cut" or "pulled" or "backed" or "pushed"))
        {
            return 0;
        }

        return (sentence[at + 1], sentence[at + 2], sentence[at + 3]) switch
        {
            ("to", "one", "side") or ("to", "the", "side") => 4,
            ("on", "one", "side") => 4,
            ("out", "of", "it") => 4,
            ("aside", _, _) => 2,
            ("out", not ("of" or "to" or "for"), _) when sentence[at] is not ("put" or "set" or "pushed") => 2,
            _ => 0,
        };
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
