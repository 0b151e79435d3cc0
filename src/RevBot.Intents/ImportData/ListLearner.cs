using RevBot.Intents.Company;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.ImportData;

/// <summary>Learns a list of words from a first file: a list nobody has touched is replaced by what the data says, an edited one is added to.</summary>
internal sealed class ListLearner(ImportSession session)
{
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
        session.Learned.Add($"{name}: {string.Join(", ", learned)}");
        return learned;
    }
}
