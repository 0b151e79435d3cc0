namespace RevBot.Intents.ImportData;

/// <summary>The words of the command line for <see cref="ImportKind"/>.</summary>
public static class ImportKinds
{
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<ImportKind>().Select(Word)];

    public static string Word(ImportKind kind) => kind == ImportKind.DealHistory ? "deal-history" : kind.ToString().ToLowerInvariant();

    public static ImportKind? Find(string word)
    {
        var found = Words.ToList().FindIndex(candidate => string.Equals(candidate, word, StringComparison.OrdinalIgnoreCase));
        return found < 0 ? null : (ImportKind)found;
    }
}
