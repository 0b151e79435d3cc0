using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Pipeline.Audits;

/// <summary>Amounts that look like a placeholder: a round one that stands on a large part of an owner's open deals.</summary>
internal sealed class RoundAmounts
{
    /// <summary>Of fewer deals nothing is told by how often an amount comes up.</summary>
    private const int LeastDeals = 10;

    private const decimal Much = .3m;

    private readonly Dictionary<PersonId, (int Deals, Dictionary<Money, int> Amounts)> _owners = [];

    public RoundAmounts(PipelineSnapshot snapshot)
    {
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal is { Status: DealStatus.Open, Owner: { } owner, Amount: { } amount })
            {
                var (deals, amounts) = _owners.TryGetValue(owner, out var known) ? known : (0, []);
                amounts[amount] = amounts.GetValueOrDefault(amount) + 1;
                _owners[owner] = (deals + 1, amounts);
            }
        }
    }

    public AuditIssue.RoundAmount? Of(Deal deal) =>
        deal is { Owner: { } owner, Amount: { } amount } && IsRound(amount.Amount) && _owners[owner] is { Deals: >= LeastDeals and var deals } known
            && known.Amounts[amount] is var same && same > deals * Much
            ? new AuditIssue.RoundAmount(deal, amount, same, deals)
            : null;

    /// <summary>Two digits and then only noughts, from a thousand on: 5,000, 25,000, 100,000.</summary>
    private static bool IsRound(decimal amount)
    {
        if (amount < 1000 || amount != decimal.Truncate(amount))
        {
            return false;
        }

        while (amount >= 100)
        {
            if (amount % 10 != 0)
            {
                return false;
            }

            amount /= 10;
        }

        return true;
    }
}
