using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Audits;

/// <summary>How one owner's open deals came out.</summary>
/// <param name="Owner">Null for deals that nobody owns.</param>
/// <param name="Clean">Open deals without any issue.</param>
/// <param name="Worth">What the others add up to in the company's currency.</param>
public sealed record AuditOwner(PersonId? Owner, int Open, int Clean, decimal Worth)
{
    public int Troubled => Open - Clean;

    public decimal Share => (decimal)Clean / Open;
}
