using RevBot.Pipeline.Company;

namespace RevBot.Intents.Slots;

/// <summary>Reads what won a deal: the one win reason whose words are all said; never a guess between two.</summary>
public static class WinSlot
{
    public static string? Read(string words, CompanyProfile company)
    {
        ArgumentNullException.ThrowIfNull(company);
        var said = WordSplitter.Split(words).ConvertAll(word => word.Stem);
        return company.WinReasons.Where(reason => WordSplitter.Split(reason) is { Count: > 0 } named && named.TrueForAll(word => said.Contains(word.Stem))).ToList() is [var only] ? only : null;
    }
}
