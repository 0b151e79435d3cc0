using System.Runtime.InteropServices;

namespace RevBot.Pipeline.Answers;

/// <summary>Counts the deals that belong to a question but could not be counted, by reason; costs nothing a deal but the counting.</summary>
internal sealed class Exclusions(string companyCurrency)
{
    private readonly Dictionary<string, int> _byReason = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byCurrency = new(StringComparer.Ordinal);

    public void Add(string reason) => CollectionsMarshal.GetValueRefOrAddDefault(_byReason, reason, out _)++;

    public void AddWithoutRate(string currency) => CollectionsMarshal.GetValueRefOrAddDefault(_byCurrency, currency, out _)++;

    public IReadOnlyList<Exclusion> All() =>
    [
        .. _byReason.Select(pair => new Exclusion(pair.Key, pair.Value))
            .Concat(_byCurrency.Select(pair => new Exclusion($"no rate from {pair.Key} to {companyCurrency}", pair.Value)))
            .OrderByDescending(exclusion => exclusion.Deals)
            .ThenBy(exclusion => exclusion.Reason, StringComparer.Ordinal),
    ];
}
