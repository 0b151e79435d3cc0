using System.Collections.Frozen;
using RevBot.Intents.Ask.Words;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds that a name is denied by the verb before it: "that did not come from outbound", "weren't sourced through events", "don't sit in Discovery", "never went to Acumen".</summary>
internal static class NegatedClause
{
    /// <summary>Between a verb and the name it takes.</summary>
    private static readonly FrozenSet<string> Places = Set("by from through via thru to with in into inside within of at under on out as for off among");

    /// <summary>Verbs that say where deals come from, stand, belong or went. Those that say what became of them ("won", "lost") deny more than the name.</summary>
    private static readonly FrozenSet<string> Verbs = Set(
        "come came coming comes source sourced originate originated originates originating stem stemmed stemming generate generated bring brought arrive arrived enter entered introduced referred delivered produced driven found registered attributed credited tied linked related "
        + "own owned held run handled managed led worked assigned given belong belonging belongs belonged go went gone goes going sit sits sitting sat stand stands standing lie lies lying live lives reside resides located based placed filed tagged labelled labeled marked classified categorized categorised flagged listed "
        + "involve involves involving involved concern concerns concerning fall falls falling use uses using be been being");

    /// <summary>Between the negation and its verb.</summary>
    private static readonly FrozenSet<string> Auxiliaries = Set("have has had be been being actually really even yet ever simply directly originally initially just get got");

    /// <summary>Verbs that are denied in one word.</summary>
    private static readonly FrozenSet<string> Denials = Set("didnt doesnt dont hasnt havent hadnt wasnt werent isnt arent never cannot cant");

    /// <summary>What is left out, when its name comes behind a place.</summary>
    private static readonly FrozenSet<string> Those = Set("those ones deals opps opportunities anything everything what whats whatever whichever any stuff things business");

    private static readonly FrozenSet<string> Things = Set("those ones deals opps opportunities anything everything what whats whatever whichever any stuff things business the all that thats which are is were was still currently already coming sitting owned run held sourced made won open");

    /// <summary>Where the denial begins that reaches to a word; -1 when none does.</summary>
    /// <param name="before">The last word before the name that is no article.</param>
    public static int Of(Sentence sentence, IReadOnlyList<LexiconSpan> spans, int before)
    {
        var at = before;
        while (at > 0 && (Places.Contains(sentence[at]) || sentence[at] is "the" or "a" or "our"))
        {
            at--;
        }

        var verbs = 0;
        while (at > 0 && verbs < 3 && (Verbs.Contains(sentence[at]) || Auxiliaries.Contains(sentence[at])))
        {
            (at, verbs) = (at - 1, verbs + 1);
        }

        if (LeavesOutThose(sentence, spans, at) is >= 0 and var those)
        {
            return those;
        }

        if ((at == before && verbs == 0) || at < 0)
        {
            return -1;
        }

        if (Denials.Contains(sentence[at]) && verbs > 0)
        {
            return at;
        }

        return spans.FirstOrDefault(span => span.Kind == LexiconKind.Not && span.End == at + 1 && (verbs > 0 || !sentence[at].EndsWith("no", StringComparison.Ordinal))) is { } not ? not.First : -1;
    }

    /// <summary>"Except those in SMB", "ignoring everything still in Discovery", "but not the ones from partners": where that begins, by the last word before the place; -1 when it is not said.</summary>
    private static int LeavesOutThose(Sentence sentence, IReadOnlyList<LexiconSpan> spans, int at)
    {
        var first = at;
        while (first >= 0 && Things.Contains(sentence[first]))
        {
            first--;
        }

        return first < at && Enumerable.Range(first + 1, at - first).Any(word => Those.Contains(sentence[word])) && spans.FirstOrDefault(span => span.Kind == LexiconKind.Not && span.End == first + 1 && (sentence[span.First] is not ("no" or "not") || sentence[first + 1] is not ("deals" or "opps" or "opportunities"))) is { } not ? not.First : -1;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
