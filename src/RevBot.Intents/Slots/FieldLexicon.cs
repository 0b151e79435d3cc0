using System.Collections.Frozen;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Slots;

/// <summary>What people call the fields of a deal: their labels, the company's own fields, and the usual synonyms. A singleton; the table is made anew when the company is.</summary>
public sealed class FieldLexicon
{
    private const int LongestName = 4;

    private static readonly (string Key, string[] Names)[] Synonyms =
    [
        (DealFields.Amount, ["amount", "value", "deal size", "deal value", "deal amount", "size", "price", "acv", "tcv", "arr"]),
        (DealFields.CloseDate, ["close date", "closing date", "closing day", "expected close date", "expected close", "expected closing", "target date", "closedate", "close-date"]),
        (DealFields.Owner, ["owner", "rep", "deal owner", "account executive", "ae"]),
        (DealFields.NextStep, ["next step", "next action", "next move"]),
        (DealFields.NextStepDate, ["next step date", "date of the next step"]),
        (DealFields.SignedDate, ["signed date", "signature date", "contract signed date", "contract date", "signing date"]),
        (DealFields.DealType, ["deal type", "type"]),
        (DealFields.Source, ["lead source", "source"]),
        (DealFields.Note, ["note", "comment"]),
    ];

    private Table? _table;

    /// <summary>Every field named in the sentence from <paramref name="start"/> on, left to right; the longest name wins.</summary>
    public IReadOnlyList<FieldMention> FindAll(string text, int start, CompanyProfile company)
    {
        var (_, names, beginnings) = For(company);
        var words = WordSplitter.Split(text);
        var found = new List<FieldMention>();
        for (var first = 0; first < words.Count;)
        {
            var taken = 0;
            var most = words[first].Start >= start && words[first].Quote == 0 && beginnings.Contains(words[first].Stem) ? Math.Min(LongestName, words.Count - first) : 0;
            for (var count = most; count > 0 && taken == 0; count--)
            {
                var key = string.Join(' ', words.Skip(first).Take(count).Select(word => word.Stem));
                if (names.TryGetValue(key, out var field))
                {
                    found.Add(new FieldMention(field, words[first].Start, words[first + count - 1].End));
                    taken = count;
                }
            }

            first += Math.Max(1, taken);
        }

        return found;
    }

    private Table For(CompanyProfile company)
    {
        var table = Volatile.Read(ref _table);
        if (table is null || !ReferenceEquals(table.Company, company))
        {
            var names = Build(company);
            table = new Table(company, names, names.Keys.Select(name => name.Split(' ')[0]).ToFrozenSet(StringComparer.Ordinal));
            Volatile.Write(ref _table, table);
        }

        return table;
    }

    private static FrozenDictionary<string, DealField> Build(CompanyProfile company)
    {
        var names = new Dictionary<string, DealField>(StringComparer.Ordinal);
        foreach (var field in FieldCatalog.All(company).Where(field => field.Key is not (DealFields.Name or DealFields.Account)))
        {
            names.TryAdd(WordSplitter.KeyOf(field.Label), field);
            names.TryAdd(WordSplitter.KeyOf(field.Key.Replace('_', ' ')), field);
        }

        foreach (var (key, synonyms) in Synonyms)
        {
            if (FieldCatalog.Find(company, key) is { } field)
            {
                foreach (var synonym in synonyms)
                {
                    names.TryAdd(WordSplitter.KeyOf(synonym), field);
                }
            }
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <param name="Beginnings">The first word of each name: most words of a sentence are none.</param>
    private sealed record Table(CompanyProfile Company, FrozenDictionary<string, DealField> Names, FrozenSet<string> Beginnings);
}
