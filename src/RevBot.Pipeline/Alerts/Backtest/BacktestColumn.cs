using RevBot.Pipeline.Alerts.Findings;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Pipeline.Alerts.Backtest;

/// <summary>What one threshold would have told, as the days go by.</summary>
/// <param name="company">With the rules of the rung.</param>
internal sealed class BacktestColumn(RuleLadder.Rung rung, CompanyProfile company)
{
    private readonly HashSet<(DealId Deal, int Occurrence)> _told = [];

    /// <summary>The close date each deal had when it was first told.</summary>
    private readonly Dictionary<DealId, DateOnly?> _deals = [];
    private readonly List<BacktestTelling> _tellings = [];

    public CompanyProfile Company => company;

    /// <summary>Counts what is told for the first time.</summary>
    public void Tell(Finding finding, PersonId? reader, DateOnly day)
    {
        if (_told.Add((finding.Deal.Id, finding.Occurrence)))
        {
            _deals.TryAdd(finding.Deal.Id, finding.Deal.CloseDate);
            _tellings.Add(new BacktestTelling(finding.Deal.Id, finding.Occurrence, day, reader));
        }
    }

    public BacktestRow Row(IReadOnlyList<BacktestPopulation.DealAfter> deals) => new(
        rung.Rules,
        rung.IsInUse,
        rung.IsAsked,
        _tellings,
        After(deals.Where(after => _deals.ContainsKey(after.Deal.Id))),
        After(deals.Where(after => !_deals.ContainsKey(after.Deal.Id))));

    private DealsAfter After(IEnumerable<BacktestPopulation.DealAfter> deals)
    {
        var sum = default(DealsAfter);
        foreach (var after in deals)
        {
            sum = after.Deal.Status switch
            {
                DealStatus.Won => sum with { Won = sum.Won + 1 },
                DealStatus.Lost => sum with { Lost = sum.Lost + 1 },
                _ => sum with { Open = sum.Open + 1, Slipped = sum.Slipped + (HasSlipped(after) ? 1 : 0) },
            };
            sum = sum with { Value = sum.Value + after.Value };
        }

        return sum;
    }

    /// <summary>Since it would have been told; for one that would not, since it was first seen.</summary>
    private bool HasSlipped(BacktestPopulation.DealAfter after) =>
        after.Deal.CloseDate is { } date && (date < after.Today || date > _deals.GetValueOrDefault(after.Deal.Id, after.FirstClose));
}
