using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Audits;

/// <summary>Open deals that may be one and the same: of one account, for the same product or called the same. Of each pair only the younger one is told.</summary>
internal sealed class DealTwins
{
    /// <summary>An account with more open deals than this is none (a placeholder, a reseller): they are not held against each other.</summary>
    private const int MostOfAnAccount = 100;

    private readonly Dictionary<AccountId, List<(Deal Deal, string Name)>> _open = [];

    public DealTwins(PipelineSnapshot snapshot)
    {
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal is { Status: DealStatus.Open, Account: { } account })
            {
                (_open.TryGetValue(account, out var known) ? known : _open[account] = []).Add((deal, NameLikeness.Normalize(deal.Name)));
            }
        }
    }

    /// <summary>The oldest of the other deals that this one repeats; null when it repeats none.</summary>
    public AuditIssue.Duplicate? Of(Deal deal)
    {
        if (deal.Account is not { } account || !_open.TryGetValue(account, out var deals) || deals.Count is < 2 or > MostOfAnAccount)
        {
            return null;
        }

        var name = NameLikeness.Normalize(deal.Name);
        AuditIssue.Duplicate? found = null;
        foreach (var (other, otherName) in deals)
        {
            var isSameProduct = !string.IsNullOrWhiteSpace(deal.Product) && string.Equals(deal.Product, other.Product, StringComparison.OrdinalIgnoreCase);
            if (IsOlder(other, deal) && (found is null || IsOlder(other, found.Other)) && (isSameProduct || NameLikeness.AreAlike(name, otherName)))
            {
                found = new AuditIssue.Duplicate(deal, other, isSameProduct);
            }
        }

        return found;
    }

    private static bool IsOlder(Deal one, Deal other) => one.CreatedAt != other.CreatedAt ? one.CreatedAt < other.CreatedAt : string.CompareOrdinal(one.Id.Value, other.Id.Value) < 0;
}
