using RevBot.Intents.Company;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.ImportData;

/// <summary>Learns a list of words from a first file: a list nobody has touched is replaced by what the data says, an edited one is added to.</summary>
internal sealed class ListLearner(ImportSession session)
{
    private const int MostNamed = 100;

    public bool HasLearned { get; private set; }

    public IReadOnlyList<string> Learn(string name, IReadOnlyList<string> current, ValueTally seen, Func<CompanyProfile, IReadOnlyList<string>> listOf)
    {
        if (seen.Values.Count == 0)
        {
            return current;
        }

        var untouched = current.SequenceEqual(listOf(CompanyFile.Default));
        var unknown = seen.Values.Where(value => !current.Contains(value, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unknown.Count == 0)
        {
            return current;
        }

        HasLearned = true;
        IReadOnlyList<string> learned = untouched ? [.. seen.Values.OrderByDescending(seen.CountOf)] : [.. current, .. unknown];
        session.Learned.Add($"{name}: {string.Join(", ", learned.Take(MostNamed))}{(learned.Count > MostNamed ? $" and {learned.Count - MostNamed} more" : string.Empty)}");
        if (learned.Count > MostNamed)
        {
            session.Notes.Add($"There are {learned.Count} {name.Replace('_', ' ')}: if people typed them freely, keep a short list in company.yaml, or leave the column out with --map \"Their Header=-\".");
        }

        return learned;
    }
}
