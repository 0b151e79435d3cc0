using System.Collections.Frozen;
using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Turns a range round that says which deals are left out: "excluding APAC and anything bigger than 200k", "without the ones under 10k", "leave deals over a million out".</summary>
internal static class ExcludedRange
{
    private const int Reach = 6;

    private static readonly FrozenSet<string> Nouns = Set("anything everything deals deal opps opp opportunities opportunity those ones one whatever whichever stuff things contracts business");

    /// <summary>Around such a noun.</summary>
    private static readonly FrozenSet<string> Fillers = Set("the any all that which thats are is of open with big bigger small smaller tiny huge larger large our my really very single");

    private static readonly FrozenSet<string> Leaving = Set("excluding exclude excludes excl ex except excepting without ignoring ignore ignores minus skip skipping omit omitting barring bar drop dropping disregard disregarding discount discounting");

    private static readonly FrozenSet<(string, string)> LeavingInTwo = new[]
    {
        ("leaving", "out"), ("leave", "out"), ("leaving", "aside"), ("leave", "aside"), ("other", "than"), ("apart", "from"), ("aside", "from"), ("but", "not"), ("and", "not"), ("not", "counting"), ("not", "including"),
        ("take", "out"), ("taking", "out"), ("cut", "out"), ("cutting", "out"), ("strip", "out"), ("stripping", "out"), ("filter", "out"), ("filtering", "out"), ("carve", "out"), ("except", "for"), ("setting", "aside"),
    }.ToFrozenSet();

    /// <returns>The range and its words as they are meant; null where deals are left out that no single range says.</returns>
    public static (DealFilter Filter, int First, int Count)? Of(Sentence sentence, DealFilter filter, int first, int count)
    {
        var nouns = 0;
        var at = first - 1;
        while (Nouns.Contains(sentence[at]) || Fillers.Contains(sentence[at]))
        {
            nouns += Nouns.Contains(sentence[at]) ? 1 : 0;
            at--;
        }

        var behind = first + count;
        var closes = sentence[behind] is "excluded" or "omitted" or "ignored" or "aside" ? 1
            : (sentence[behind], sentence[behind + 1]) is ("left", "out") or ("taken", "out") or ("not", "included") or ("not", "counted") ? 2
            : sentence[behind] == "out" && Enumerable.Range(Math.Max(0, first - Reach), Math.Min(first, Reach)).Any(word => sentence[word] is "leave" or "leaving" or "keep" or "keeping" or "take" or "taking" or "cut" or "strip") ? 1
            : 0;
        if (closes > 0 || IsLeftOut(sentence, at, nouns))
        {
            if (closes > 0 && sentence[behind] == "out" && Enumerable.Range(Math.Max(0, first - Reach), Math.Min(first, Reach)).LastOrDefault(word => sentence[word] is "leave" or "leaving" or "keep" or "keeping" or "take" or "taking" or "cut" or "strip", -1) is >= 0 and var verb)
            {
                sentence.Take(verb, 1);
            }

            return Turned(filter) is { } turned ? (turned, first, count + closes) : null;
        }

        // "Excluding partner deals over 50k": only those of partners, and of them the large ones.
        return nouns > 0 && sentence[at] is not ("and" or "or") && !IsCut(sentence, at) && (Leaves(sentence, at - 1) || Leaves(sentence, at - 2)) && at > 0 && sentence[at].Length > 0 && !Leaves(sentence, at) ? null : (filter, first, count);
    }

    private static bool IsLeftOut(Sentence sentence, int at, int nouns)
    {
        if (Leaves(sentence, at) || (nouns > 0 && (sentence[at] == "not" || (sentence[at] == "no" && (sentence[at - 1] is "but" or "and" || IsCut(sentence, at - 1))))))
        {
            return true;
        }

        // "Excluding APAC and anything bigger".
        if (nouns == 0 || sentence[at] is not ("and" or "or" or "nor" or "plus"))
        {
            return false;
        }

        for (var before = at - 1; before >= Math.Max(0, at - Reach) && !IsCut(sentence, before); before--)
        {
            if (Leaves(sentence, before))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leaves(Sentence sentence, int at) => Leaving.Contains(sentence[at]) || LeavingInTwo.Contains((sentence[at - 1], sentence[at]));

    /// <summary>True where a comma or the like stands behind a word.</summary>
    private static bool IsCut(Sentence sentence, int at) => at >= 0 && at + 1 < sentence.Count && sentence.Words[at + 1].Start - sentence.Words[at].End > 1;

    private static DealFilter.Amount? Turned(DealFilter filter) => filter switch
    {
        DealFilter.Amount { Min: { } min, Max: null } over => new DealFilter.Amount(null, min, MaxIncluded: !over.MinIncluded),
        DealFilter.Amount { Min: null, Max: { } max } under => new DealFilter.Amount(max, null, MinIncluded: !under.MaxIncluded),
        _ => null,
    };

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
