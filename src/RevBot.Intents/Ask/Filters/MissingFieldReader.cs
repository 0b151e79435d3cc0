using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds "without a next step", "with no close date", "missing amount", "that have a competitor".</summary>
internal static class MissingFieldReader
{
    private static readonly (string Phrase, string Field)[] BuiltIn =
    [
        ("next step date", DealFields.NextStepDate), ("next step", DealFields.NextStep), ("follow up", DealFields.NextStep), ("close date", DealFields.CloseDate), ("closing date", DealFields.CloseDate),
        ("expected close date", DealFields.CloseDate), ("amount", DealFields.Amount), ("value", DealFields.Amount), ("owner", DealFields.Owner), ("source", DealFields.Source),
        ("lead source", DealFields.Source), ("competitor", DealFields.Competitor), ("product", DealFields.Product), ("segment", DealFields.Segment), ("region", DealFields.Region),
        ("account", DealFields.Account), ("forecast category", DealFields.ForecastCategory), ("loss reason", DealFields.LossReason), ("lost reason", DealFields.LossReason), ("reason", DealFields.LossReason),
        ("deal type", DealFields.DealType), ("signed date", DealFields.SignedDate),
    ];

    public static List<PlacedFilter> ReadAll(Sentence sentence, CompanyProfile company)
    {
        var filters = new List<PlacedFilter>();
        for (var at = 0; at < sentence.Count; at++)
        {
            var (count, negated) = Cue(sentence, at);
            if (count == 0 || !sentence.AreFree(at, count))
            {
                continue;
            }

            var next = at + count;
            while (sentence[next] is "a" or "an" or "any" or "the" or "defined" or "set" or "clear" or "planned")
            {
                next++;
            }

            if (FieldAt(sentence, next, company) is var (field, length) && (!negated || MayBeWanted(field)))
            {
                var first = at;
                while (first > 0 && sentence[first - 1] is "that" or "which" or "still" or "are" or "do" && sentence.IsFree(first - 1) && !(sentence[first - 1] == "which" && first == 1))
                {
                    first--;
                }

                var end = next + length + (sentence[next + length] is "set" or "defined" or "yet" or "planned" or "filled" ? 1 : 0);
                sentence.Take(first, end - first);
                filters.Add(new PlacedFilter(new DealFilter.Missing(field, negated), first, end));
                at = end - 1;
            }
        }

        return filters;
    }

    /// <summary>"with a next step" asks for a field; "with a close date in March" and "with amount over 50k" are other parts' words.</summary>
    private static bool MayBeWanted(string field) => field is not (DealFields.CloseDate or DealFields.Amount or DealFields.Owner or DealFields.Source or DealFields.Segment or DealFields.Region or DealFields.Account or DealFields.DealType);

    private static (int Count, bool Negated) Cue(Sentence sentence, int at) => (sentence[at], sentence[at + 1]) switch
    {
        ("with" or "has" or "have" or "having" or "got", "no") => (2, false),
        ("dont" or "doesnt" or "without", "have") => (2, false),
        ("havent" or "hasnt", "got") => (2, false),
        ("without" or "missing" or "lacking" or "lack" or "lacks" or "no", _) => (1, false),
        ("with" or "having" or "have" or "has", _) => (1, true),
        _ => default,
    };

    private static (string Field, int Count)? FieldAt(Sentence sentence, int at, CompanyProfile company)
    {
        foreach (var (phrase, field) in BuiltIn)
        {
            if (Matches(sentence, at, phrase.Split(' ')) is { } count)
            {
                return (field, count);
            }
        }

        foreach (var field in company.Fields)
        {
            if (Matches(sentence, at, [.. WordSplitter.Split(field.Label).Select(word => word.Stem)]) is { } count)
            {
                return (field.Key, count);
            }
        }

        return null;
    }

    private static int? Matches(Sentence sentence, int at, string[] words)
    {
        for (var index = 0; index < words.Length; index++)
        {
            if (sentence.Stem(at + index) != words[index])
            {
                return null;
            }
        }

        return words.Length;
    }
}
