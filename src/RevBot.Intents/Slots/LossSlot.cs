using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Slots;

/// <summary>Reads why a deal was lost into facts for the move: a known reason with its detail, a known competitor, and else the words as a note. Never invents a reason.</summary>
public static class LossSlot
{
    private static readonly string[] Fillers = ["of", "the", "a", "an", "their", "they", "our", "was", "were", "is", "it", "too", "this", "to", "on", "over", "with", "for", "reason", "went"];

    public static IReadOnlyDictionary<string, string> Read(string words, CompanyProfile company)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        var said = KeyWords(words);
        if (said.Count == 0)
        {
            return facts;
        }

        var competitor = company.Competitors.FirstOrDefault(known => KeyWords(known) is { Count: > 0 } name && name.TrueForAll(said.Contains));
        var readings = company.LossReasons.Reasons
            .SelectMany(reason => reason.Details.Select(detail => (Key: $"{reason.Key}/{detail.Key}", Name: KeyWords(detail.Name)))
                .Prepend((reason.Key, Name: KeyWords(reason.Name))))
            .Where(reading => reading.Name.Count > 0)
            .ToList();
        var fits = readings.Where(reading => reading.Name.Count == said.Count && reading.Name.TrueForAll(said.Contains)).ToList();
        if (fits.Count == 0)
        {
            fits = [.. readings.Where(reading => said.TrueForAll(reading.Name.Contains) || reading.Name.TrueForAll(said.Contains))];
        }

        if (fits.Count == 1)
        {
            facts[DealFields.LossReason] = fits[0].Key;
        }
        else if (competitor is not null && company.LossReasons.Reasons.Where(reason => reason.AsksForCompetitor).ToList() is [var only])
        {
            facts[DealFields.LossReason] = only.Key;
        }
        else
        {
            facts[DealFields.LossNote] = words.Trim();
        }

        if (competitor is not null)
        {
            facts[DealFields.Competitor] = competitor;
        }

        return facts;
    }

    private static List<string> KeyWords(string text) =>
        [.. WordSplitter.Split(text).Where(word => !Fillers.Contains(word.Text)).Select(word => word.Stem)];
}
