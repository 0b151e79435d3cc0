using RevBot.Intents.Ask.Words;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds fields that are said to be empty: "nothing in the next-step field", "an empty amount", "whose close date is not set", "next step left blank", "nobody has put a next step on".</summary>
internal static class EmptyFieldReader
{
    /// <param name="fieldAt">The field named at a place and how many words it is; null where none is named.</param>
    public static PlacedFilter? Read(Sentence sentence, int at, Func<int, (string Field, int Count)?> fieldAt)
    {
        if (!sentence.IsFree(at))
        {
            return null;
        }

        var found = NothingIn(sentence, at, fieldAt) ?? EmptyOne(sentence, at, fieldAt) ?? NobodyPut(sentence, at, fieldAt) ?? IsEmpty(sentence, at, fieldAt);
        return found is not var (field, end) ? null : new PlacedFilter(new DealFilter.Missing(field), Lead(sentence, at), MissingFieldPlaces.End(sentence, end));
    }

    /// <summary>"Nothing in the next step field", "zero in amount".</summary>
    private static (string Field, int End)? NothingIn(Sentence sentence, int at, Func<int, (string Field, int Count)?> fieldAt)
    {
        if (sentence[at] is not ("nothing" or "nil"))
        {
            return null;
        }

        var next = at + 1;
        while (sentence[next] is "is" or "was" or "has" or "been" or "entered" or "filled" or "set" or "put" or "written" or "in" or "for" or "under" or "on" or "as" or "at" or "to" or "down" or "the" or "a" or "their" or "its" or "of")
        {
            next++;
        }

        return next > at + 1 ? Field(sentence, next, fieldAt) : null;
    }

    /// <summary>"An empty next step", "blank amounts".</summary>
    private static (string Field, int End)? EmptyOne(Sentence sentence, int at, Func<int, (string Field, int Count)?> fieldAt)
    {
        if (!IsEmptyWord(sentence[at]) || sentence[at - 1] is "not" or "no" or "without" or "never" or "arent" or "isnt")
        {
            return null;
        }

        var next = at + 1;
        while (sentence[next] is "the" or "a" or "an" or "their" or "its" or "in" or "for")
        {
            next++;
        }

        return Field(sentence, next, fieldAt);
    }

    /// <summary>"Nobody has put a next step on".</summary>
    private static (string Field, int End)? NobodyPut(Sentence sentence, int at, Func<int, (string Field, int Count)?> fieldAt)
    {
        var next = at + (sentence[at] is "nobody" ? 1 : sentence[at] == "no" && sentence[at + 1] == "one" ? 2 : 0);
        if (next == at)
        {
            return null;
        }

        next += sentence[next] is "has" or "have" or "had" or "ever" ? 1 : 0;
        if (sentence[next] is not ("put" or "set" or "entered" or "added" or "logged" or "filled" or "planned" or "recorded" or "defined" or "given"))
        {
            return null;
        }

        next++;
        while (sentence[next] is "in" or "a" or "an" or "any" or "the" or "them" or "it")
        {
            next++;
        }

        return Field(sentence, next, fieldAt) is var (field, end) ? (field, end + (sentence[end] is "on" or "in" or "for" or "to" && sentence[end + 1].Length == 0 ? 1 : 0)) : null;
    }

    /// <summary>"Where the next step is missing", "with amount blank", "whose close date has not been set".</summary>
    private static (string Field, int End)? IsEmpty(Sentence sentence, int at, Func<int, (string Field, int Count)?> fieldAt)
    {
        if (Field(sentence, at, fieldAt) is not var (field, end))
        {
            return null;
        }

        var first = end;
        while (sentence[end] is "is" or "are" or "was" or "were" or "still" or "currently" or "left" or "has" or "have" or "been" or "being" or "just")
        {
            end++;
        }

        return IsEmptyWord(sentence[end]) ? (field, end + 1)
            : end > first && sentence[end] is "not" or "never" && (sentence[end + 1] == "been" ? end + 2 : end + 1) is var verb && sentence[verb] is "set" or "defined" or "filled" or "known" or "there" or "planned" or "given" or "entered" or "recorded" ? (field, verb + (sentence[verb + 1] == "in" ? 2 : 1))
            : null;
    }

    private static (string Field, int End)? Field(Sentence sentence, int at, Func<int, (string Field, int Count)?> fieldAt) => fieldAt(at) is var (field, count)
        ? (field, at + count + (sentence[at + count] is "field" or "fields" or "box" or "column" or "slot" or "entry" or "info" ? 1 : 0)) : null;

    private static bool IsEmptyWord(string word) => word is "empty" or "blank" or "missing" or "unknown" or "unset" or "undefined" or "unfilled";

    private static int Lead(Sentence sentence, int at)
    {
        while (at > 0 && sentence.IsFree(at - 1) && sentence[at - 1] is "with" or "have" or "has" or "having" or "had" or "where" or "whose" or "that" or "the" or "a" or "an" or "any" or "their" or "its" or "there" or "an" or "contain" or "contains" or "show" or "dollar" && !(sentence[at - 1] == "show" && at == 1))
        {
            at--;
        }

        return at;
    }
}
