using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.ImportData;

/// <summary>What imported deals lack by the company's own process. A file is a fact: such deals are taken as they are, nothing is made up for them, and the report says so.</summary>
internal sealed class ProcessGaps(ImportSession session)
{
    private const int Named = 3;

    private readonly List<Deal> _deals = [];

    /// <summary>A deal that the file has made or changed, as it is then.</summary>
    public void See(Deal deal) => _deals.Add(deal);

    public IEnumerable<string> Notes()
    {
        var criteria = new StageCriteria(session.Company, session.Snapshot, session.Company.Work.DateAt(session.Now));
        var lacking = _deals.Where(deal => deal.Status == DealStatus.Open).Select(deal => (Deal: deal, Fields: criteria.Missing(deal))).Where(gap => gap.Fields.Count > 0).ToList();
        if (lacking.Count > 0)
        {
            var first = lacking.Take(Named).Select(gap => $"{gap.Deal.Name} ({gap.Deal.Id}): {string.Join(", ", gap.Fields.Select(field => field.Label.ToLowerInvariant()))}");
            yield return $"{ImportSession.Count(lacking.Count, "deal lacks", "deals lack")} what their stage asks for; imported as they are, and listed in the hygiene audit. First: {string.Join("; ", first)}.";
        }

        var unexplained = _deals.Count(deal => deal.Status == DealStatus.Lost && string.IsNullOrWhiteSpace(deal.LossReason));
        if (unexplained > 0)
        {
            yield return $"{ImportSession.Count(unexplained, "lost deal has", "lost deals have")} no loss reason; none is made up, and the digest and the hygiene audit ask their owners.";
        }
    }
}
