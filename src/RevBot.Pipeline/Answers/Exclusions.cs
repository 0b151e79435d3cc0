using System.Runtime.InteropServices;

namespace RevBot.Pipeline.Answers;

/// <summary>Counts the deals that belong to a question but could not be counted, by reason; costs nothing a deal but the counting.</summary>
internal sealed class Exclusions(string companyCurrency)
{
    private readonly Dictionary<string, int> _byReason = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byCurrency = new(StringComparer.Ordinal);

    public void Add(string reason) => CollectionsMarshal.GetValueRefOrAddDefault(_byReason, reason, out _)++;

    public void AddWithoutRate(string currency) => CollectionsMarshal.GetValueRefOrAddDefault(_byCurrency, currency, out _)++;

    /// <summary>Adds what another part of the same deals left out.</summary>
    public void Add(Exclusions other)
    {
        foreach (var (reason, deals) in other._byReason)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_byReason, reason, out _) += deals;
        }

        foreach (var (currency, deals) in other._byCurrency)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_byCurrency, currency, out _) += deals;
        }
    }

    /// <summary>None yet, of the same company.</summary>
    public Exclusions Fork() => new(companyCurrency);

    public IReadOnlyList<Exclusion> All() =>
    [
        .. _byReason.Select(pair => new Exclusion(pair.Key, pair.Value))
            .Concat(_byCurrency.Select(pair => new Exclusion($"no rate from {pair.Key} to {companyCurrency}", pair.Value)))
            .OrderByDescending(exclusion => exclusion.Deals)
            .ThenBy(exclusion => exclusion.Reason, StringComparer.Ordinal),
    ];
}
