using RevBot.Intents.Ask.Words;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Filters;

/// <summary>Finds "without a next step", "with no close date", "missing amount", "that have a competitor".</summary>
internal static class MissingFieldReader
{
    private static readonly (string[] Words, string Field)[] BuiltIn = Array.ConvertAll<(string Phrase, string Field), (string[], string)>(
    [
        ("next step date", DealFields.NextStepDate), ("next step", DealFields.NextStep), ("follow up", DealFields.NextStep), ("next action", DealFields.NextStep), ("next activity", DealFields.NextStep), ("next move", DealFields.NextStep), ("next task", DealFields.NextStep), ("next thing", DealFields.NextStep), ("close date", DealFields.CloseDate), ("closing date", DealFields.CloseDate), ("date for closing", DealFields.CloseDate), ("date to close", DealFields.CloseDate), ("closing day", DealFields.CloseDate), ("close day", DealFields.CloseDate), ("target date", DealFields.CloseDate), ("end date", DealFields.CloseDate),
        ("expected close date", DealFields.CloseDate), ("amount", DealFields.Amount), ("value", DealFields.Amount), ("owner", DealFields.Owner), ("source", DealFields.Source),
        ("lead source", DealFields.Source), ("competitor", DealFields.Competitor), ("product", DealFields.Product), ("segment", DealFields.Segment), ("region", DealFields.Region),
        ("account", DealFields.Account), ("forecast category", DealFields.ForecastCategory), ("loss reason", DealFields.LossReason), ("lost reason", DealFields.LossReason), ("reason", DealFields.LossReason),
        ("deal type", DealFields.DealType), ("signed date", DealFields.SignedDate),
    ],
        row => (row.Phrase.Split(' '), row.Field));

    /// <param name="nameBegins">True where the name of a value begins: "with reason price" says which reason.</param>
    public static List<PlacedFilter> ReadAll(Sentence sentence, CompanyProfile company, Func<int, bool> nameBegins)
    {
        var filters = new List<PlacedFilter>();
        for (var at = 0; at < sentence.Count; at++)
        {
            if ((ReadNothing(sentence, at) ?? EmptyFieldReader.Read(sentence, at, place => FieldAt(sentence, place, company))) is { } empty && sentence.AreFree(empty.First, empty.End - empty.First))
            {
                sentence.Take(empty.First, empty.End - empty.First);
                filters.Add(empty);
                at = empty.End - 1;
                continue;
            }

            var (count, negated) = Cue(sentence, at);
            if (count == 0 || !sentence.AreFree(at, count))
            {
                continue;
            }

            var next = at + count;
            while (FieldAt(sentence, next, company) is null && sentence[next] is "a" or "an" or "any" or "the" or "defined" or "set" or "clear" or "planned" or "dollar" or "deal" or "contract" or "single" or "real" or "proper" or "valid" or "agreed" or "firm" or "concrete" or "recorded" or "expected")
            {
                next++;
            }

            if (negated && EmptyFieldReader.Read(sentence, next, place => FieldAt(sentence, place, company)) is not null)
            {
                // "With the next step left blank".
                continue;
            }

            if (FieldAt(sentence, next, company) is var (field, length) && (!negated || (MayBeWanted(field) && !nameBegins(next + length))))
            {
                var first = at;
                while (first > 0 && (sentence[first - 1] is "that" or "which" or "still" or "are" or "do" or "where" || (sentence[first - 1] == "for" && sentence[first] == "which")) && sentence.IsFree(first - 1) && !(sentence[first - 1] == "which" && first == 1))
                {
                    first--;
                }

                var end = next + length;
                end += sentence[end] is "field" or "info" or "information" ? 1 : 0;
                end += sentence[end] is "set" or "defined" or "yet" or "planned" or "filled" or "logged" or "recorded" or "entered" or "noted" or "scheduled" or "attached" or "given" or "booked" or "lined" or "listed" or "captured" or "specified" or "provided" or "put" ? 1 : 0;
                end += sentence[end] is "up" or "in" or "down" && sentence[end - 1] is "lined" or "filled" or "put" ? 1 : 0;
                end = MissingFieldPlaces.End(sentence, end);
                sentence.Take(first, end - first);
                filters.Add(new PlacedFilter(new DealFilter.Missing(field, negated), first, end));
                at = end - 1;
            }
        }

        return filters;
    }

    /// <summary>"With nothing planned next", "where nothing is scheduled".</summary>
    private static PlacedFilter? ReadNothing(Sentence sentence, int at)
    {
        if (sentence[at] != "nothing" || !sentence.IsFree(at))
        {
            return null;
        }

        var end = at + 1;
        end += sentence[end] is "is" or "was" or "has" or "s" ? 1 : 0;
        end += sentence[end] is "been" ? 1 : 0;
        if (!(sentence[end] is "planned" or "scheduled" or "booked" or "set" or "agreed" or "arranged" || (sentence[end] == "lined" && sentence[end + 1] == "up")))
        {
            return null;
        }

        end += sentence[end] == "lined" ? 2 : 1;
        end += sentence[end] == "up" ? 1 : 0;
        end += sentence[end] is "next" or "ahead" or "yet" ? 1 : 0;
        var step = end + (sentence[end + 1] is "the" or "a" or "its" or "their" ? 2 : 1);
        end = sentence[end] is "as" or "for" && sentence[step] == "next" && sentence.Stem(step + 1) is "step" or "action" or "move" or "task" ? step + 2 : end;
        var first = at;
        while (first > 0 && sentence.IsFree(first - 1) && sentence[first - 1] is "with" or "have" or "has" or "where" or "that" or "which" or "for" or "there" or "is")
        {
            first--;
        }

        return new PlacedFilter(new DealFilter.Missing(DealFields.NextStep), first, end);
    }

    /// <summary>"with a next step" asks for a field; "with a close date in March" and "with amount over 50k" are other parts' words.</summary>
    private static bool MayBeWanted(string field) => field is not (DealFields.CloseDate or DealFields.Amount or DealFields.Owner or DealFields.Source or DealFields.Segment or DealFields.Region or DealFields.Account or DealFields.DealType);

    private static (int Count, bool Negated) Cue(Sentence sentence, int at) => (sentence[at], sentence[at + 1]) switch
    {
        ("with" or "has" or "have" or "having" or "got", "no") => (2, false),
        ("dont" or "doesnt" or "without", "have") => (2, false),
        ("nobody", "set" or "entered" or "logged" or "added" or "planned" or "noted" or "filled") => (2, false),
        ("havent" or "hasnt", "got") or ("not", "having" or "have" or "got" or "containing") => (2, false),
        ("without" or "missing" or "lacking" or "lack" or "lacks" or "no", _) => (1, false),
        ("with" or "having" or "have" or "has", _) => (1, true),
        _ => default,
    };

    private static (string Field, int Count)? FieldAt(Sentence sentence, int at, CompanyProfile company)
    {
        foreach (var (words, field) in BuiltIn)
        {
            if (Matches(sentence, at, words) is { } count)
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
